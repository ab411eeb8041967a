/**
 * Hours down in a period of so many hours: (1 - A) x hours.
 * @example downtimeHours(0.75, 8760) // 2190
 */
export function downtimeHours(availability: number, hours: number): number {
  return (1 - availability) * hours;
}
