/** Units that people write behind a number, and what they are of the unit in which an assumption counts. */

import {
  GB_PER_TB,
  GIB_PER_TB,
  GIB_PER_TIB,
  HOURS_PER_MONTH,
  HOURS_PER_YEAR,
  KB_PER_GB,
  KBPS_PER_MBPS,
  MB_PER_GB,
  MBPS_PER_GBPS,
  MIB_PER_GIB,
  MINUTES_PER_HOUR,
  MONTHS_PER_YEAR,
  MS_PER_SECOND,
  SECONDS_PER_DAY,
  SECONDS_PER_HOUR,
  TB_PER_PB,
} from "../../engine/units";

/** Units of one kind by their size in the first of them. */
type Family = Readonly<Record<string, number>>;

const DATA: Family = {
  tb: 1,
  pb: TB_PER_PB,
  gb: 1 / GB_PER_TB,
  mb: 1 / GB_PER_TB / MB_PER_GB,
  kb: 1 / GB_PER_TB / KB_PER_GB,
  gib: 1 / GIB_PER_TB,
  tib: GIB_PER_TIB / GIB_PER_TB,
  mib: 1 / MIB_PER_GIB / GIB_PER_TB,
};

const BANDWIDTH: Family = { mbps: 1, kbps: 1 / KBPS_PER_MBPS, gbps: MBPS_PER_GBPS, "mbit/s": 1, "gbit/s": MBPS_PER_GBPS };

const DURATION: Family = {
  h: 1,
  hour: 1,
  hours: 1,
  ms: 1 / SECONDS_PER_HOUR / MS_PER_SECOND,
  s: 1 / SECONDS_PER_HOUR,
  sec: 1 / SECONDS_PER_HOUR,
  min: 1 / MINUTES_PER_HOUR,
  minutes: 1 / MINUTES_PER_HOUR,
  day: SECONDS_PER_DAY / SECONDS_PER_HOUR,
  days: SECONDS_PER_DAY / SECONDS_PER_HOUR,
};

/** Months are months of the plan: a year has twelve, whatever its hours. */
const PERIOD: Family = {
  months: 1,
  month: 1,
  mo: 1,
  years: MONTHS_PER_YEAR,
  year: MONTHS_PER_YEAR,
  yr: MONTHS_PER_YEAR,
  y: MONTHS_PER_YEAR,
};

const FAMILIES: readonly Family[] = [DATA, BANDWIDTH, DURATION, PERIOD, { ...DURATION, month: HOURS_PER_MONTH, year: HOURS_PER_YEAR }];

/** Numerator of a unit such as GB/year, as the families name it. */
function numerator(unit: string): string {
  return (unit.split("/")[0] ?? "").toLowerCase();
}

function singular(word: string): string {
  return word.endsWith("s") && word.length > 2 ? word.slice(0, -1) : word;
}

/** The part of a typed word above its line, such as TB of TB/year; undefined when the part below is not the assumption's own. */
function typedNumerator(word: string, unit: string): string | undefined {
  if (word in BANDWIDTH || !word.includes("/")) return word;
  const [top = "", per = ""] = word.split("/");
  const [, ownPer = ""] = unit.split("/");
  return singular(per) === singular(ownPer) ? top : undefined;
}

/**
 * What one of a typed unit is in the unit of an assumption, such as 0.001 for GB where it counts TB, and 1 for the unit itself; undefined for a word that is
 * no unit of it.
 */
export function factorOfUnit(word: string, unit: string): number | undefined {
  const [typed, own] = [word.toLowerCase(), unit.toLowerCase()];
  if (own !== "" && singular(typed) === singular(own)) return 1;
  const top = typedNumerator(typed, own);
  const family = FAMILIES.find((units) => top !== undefined && top in units && numerator(own) in units);
  const [from, to] = [family?.[top ?? ""], family?.[numerator(own)]];
  return from === undefined || to === undefined ? undefined : from / to;
}
