/** Conversion constants. Every number that turns one unit into another lives here and nowhere else. */

export const MONTHS_PER_YEAR = 12;
export const HOURS_PER_MONTH = 730;
export const HOURS_PER_YEAR = 8760;
export const SECONDS_PER_HOUR = 3600;
export const SECONDS_PER_DAY = 86400;
export const MS_PER_SECOND = 1000;
export const MINUTES_PER_HOUR = 60;
export const SECONDS_PER_MINUTE = 60;
export const BITS_PER_BYTE = 8;

/** 1 TB = 10^12 bytes, 1 GiB = 2^30 bytes. */
export const GIB_PER_TB = 1e12 / 2 ** 30;
export const GB_PER_TB = 1000;
export const GIB_PER_TIB = 1024;
export const MIB_PER_GIB = 1024;
export const MB_PER_GB = 1000;
export const TB_PER_PB = 1000;
/** 1 GB = 10^9 bytes. */
export const GIB_PER_GB = 1e9 / 2 ** 30;
export const KB_PER_GB = 1e6;
/** 1 kB/s = 8/1000 Mbit/s. */
export const MBPS_PER_KB_PER_SECOND = BITS_PER_BYTE / 1000;
export const MBPS_PER_GBPS = 1000;
export const KBPS_PER_MBPS = 1000;
/** 1 TB = 8 x 10^6 Mbit. */
export const MEGABITS_PER_TB = BITS_PER_BYTE * 1e6;

/** Comparisons of need with capacity, and ceilings, tolerate this relative error. */
export const TOLERANCE = 1e-9;

/** Rounds up to a whole number, but not for an excess within the tolerance: 3.0000000001 is 3. */
export function ceilTolerant(x: number): number {
  const nearest = Math.round(x);
  return Math.abs(x - nearest) <= TOLERANCE * Math.max(1, Math.abs(x)) ? nearest : Math.ceil(x);
}

/** Whether a need fits a capacity, within the tolerance. */
export function fits(need: number, capacity: number): boolean {
  return need <= capacity * (1 + TOLERANCE);
}
