/**
 * Full-time equivalents of a role: max(minimum, fixed + units / units per FTE x (1 - automation)), not rounded.
 * @example roleFte(25, { unitsPerFte: 40, fixed: 1 }) // 1.625
 */
export function roleFte(units: number, rule: { unitsPerFte: number; minimum?: number; fixed?: number; automation?: number }): number {
  const { unitsPerFte, minimum = 0, fixed = 0, automation = 0 } = rule;
  return Math.max(minimum, fixed + (units / unitsPerFte) * (1 - automation));
}

/**
 * Full-time equivalents that keep seats staffed: seats x hours / hours that a person works in a year.
 *
 * Source: relief factor, for example 8,760 / 1,850 = 4.74 for a seat round the clock.
 * @example coverageFte(1, 8760, 1850) // 4.735135135135135
 */
export function coverageFte(seats: number, hours: number, netHours: number): number {
  return (seats * hours) / netHours;
}

/**
 * Loaded cost of people in each of the periods (years); wages step once a year, year 1 is not raised. A short list of FTE goes on with its last.
 * @example salaryCosts([2], { salary: 100000, loaded: 1.4, wageGrowth: 0.1 }, 2) // [280000, 308000]
 */
export function salaryCosts(
  fte: readonly number[],
  { salary, loaded, wageGrowth }: { salary: number; loaded: number; wageGrowth: number },
  periods: number,
): readonly number[] {
  return Array.from({ length: periods }, (_, index) => {
    const people = fte[Math.min(index, fte.length - 1)] ?? 0;
    return people * salary * loaded * Math.pow(1 + wageGrowth, index);
  });
}

/**
 * Cost per year of replacing people who leave: FTE x turnover x replacement cost as a share of the salary x salary.
 * @example turnoverCost(12, { turnover: 0.15, replacement: 0.5, salary: 100000 }) // 90000
 */
export function turnoverCost(
  fte: number,
  { turnover, replacement, salary }: { turnover: number; replacement: number; salary: number },
): number {
  return fte * turnover * replacement * salary;
}
