import { formulaAtStart, formulaVolumes, volumeFormula } from "../demand/formulaVolume";
import { SEASONS } from "../demand/load";
import { keySeries } from "../catalogue/keyValue";
import type { LineDefinition, Plan } from "../lines";
import { quoted, stepsOf } from "../terms";
import type { TermWriter } from "../terms";
import { calendarMonth } from "../timeline";
import { MONTHS_PER_YEAR } from "../units";
import { decided, quantity } from "./entry";
import type { Entry, Quantity } from "./entry";

/** Meanings of the short names in a growth formula. */
const SHORT_NAMES: Readonly<Record<string, string>> = { volume: "demand.volume", growth: "demand.growth", sites: "demand.sites" };

/** The user's formula of volume, with its short names as keys. */
function formulaText({ a }: Plan, t: TermWriter): string {
  t.because("demand.formula");
  const keyOf = (name: string): string => (Object.hasOwn(SHORT_NAMES, name) ? SHORT_NAMES[name] : quoted(name));
  return volumeFormula(a).text((name) => (keySeries(a, keyOf(name)) ? t.key(keyOf(name)) : quoted(name)));
}

/** The rate of each year: the key of the year, or the last one before it that is stated. */
function growthText({ a, timeline }: Plan): string {
  let key = "demand.growth";
  return stepsOf(timeline.months, (month) => {
    const ofYear = `demand.growth.${Math.ceil(month / MONTHS_PER_YEAR)}`;
    return a.stated.has(ofYear) ? (key = ofYear) : key;
  });
}

function seasonText({ a }: Plan, t: TermWriter): string {
  if (!a.seasonFactors) {
    t.because("demand.season");
    return `pick(calendar_month, ${SEASONS[a["demand.season"]].join(", ")})`;
  }
  const keys = a.seasonFactors.map((_, at) => `demand.season.${at + 1}`);
  return `pick(calendar_month, ${keys.join(", ")}) * 12 / (${keys.join(" + ")})`;
}

const isFormula = ({ a }: Pick<Plan, "a">): boolean => a["demand.curve"] === "formula";

/** Fills each month (index from 0). */
function filled(room: Float64Array, of: (m: number) => number): Float64Array {
  for (let m = 0; m < room.length; m++) room[m] = of(m);
  return room;
}

const line = (id: string, stated: Omit<Quantity, "id" | "kind" | "isLine">): Quantity => quantity(id, { ...stated, isLine: true });

const VOLUME = line("volume", {
  label: "Business volume on the platform",
  unit: "volume",
  formula: "max(0, organic_volume + sum(deals, acquired))",
});

const SITES = line("sites", {
  label: "Sites on the platform",
  unit: "sites",
  // Whole as soon as a part of them is on the platform.
  formula: "max(1, demand.sites + roundup(sum(deals, deal.weight * roundup(moved * deal.sites))))",
});

const TPS_MEAN = line("tps_mean", {
  label: "Average transactions per second",
  unit: "tx/s",
  formula: "volume * demand.tps_per_volume",
});

const TPS_PEAK = line("tps_peak", {
  label: "Peak transactions per second",
  unit: "tx/s",
  formula: "tps_mean * demand.peak_to_mean * season * (demand.surge_month == 0 or month == demand.surge_month ? 1 + demand.surge : 1)",
});

const TB = line("tb", {
  label: "Data on the platform",
  unit: "TB",
  formula: "has_divestitures ? max(0, tb_before_divestiture - divested_tb) : tb_before_divestiture",
});

const UNSYNCED_TB = line("integration.unsynced_tb", {
  label: "Acquired data not yet on the platform",
  unit: "TB",
  formula: "sum(deals, unsynced)",
});

const REGIONS = line("regions", {
  label: "Regional hubs",
  unit: "regions",
  // A hub of a deal is needed from the start of its integration.
  formula: "horizontal.regions + roundup(sum(deals, deal.weight * (month >= deal.start_month) * deal.regions))",
});

/** Lines of demand, in the order of reports. */
export const DEMAND_LINES: readonly LineDefinition[] = [VOLUME, SITES, TPS_MEAN, TPS_PEAK, TB, UNSYNCED_TB];

const DATABASES = line("databases", {
  label: "Databases to run",
  unit: "databases",
  formula: "parts(shards, regions)",
});

/** The hubs, and the databases, which reports show with the capacity. */
export const REGIONS_LINE: LineDefinition = REGIONS;
export const DATABASES_LINE: LineDefinition = DATABASES;

const VOLUME_ENTRIES: readonly Entry[] = [
  decided("growth", {
    label: "Organic growth in the year",
    unit: "share/year",
    reads: ["demand.growth", "demand.growth.*"],
    series: ({ a }, room) => filled(room, (m) => a.growthByYear[Math.floor(m / MONTHS_PER_YEAR)] ?? 0),
    printed: growthText,
  }),
  decided("formula_volume", {
    label: "Volume by the scenario's formula",
    unit: "volume",
    reads: ["demand.formula"],
    readsAny: isFormula,
    series: (plan, room) => {
      if (isFormula(plan)) formulaVolumes(plan.a, room);
      return room;
    },
    printed: formulaText,
  }),
  quantity("month_of_year", {
    label: "Month of the plan's year",
    unit: "month",
    formula: "month - 12 * floor((month - 1) / 12)",
  }),
  quantity("organic_volume_before_year", {
    label: "Volume without acquisitions when the year begins",
    unit: "volume",
    formula: "month_of_year == 1 ? previous(organic_volume, demand.volume) : previous(organic_volume_before_year, demand.volume)",
  }),
  quantity("organic_volume", {
    label: "Volume without acquisitions",
    unit: "volume",
    formula:
      "is(demand.curve, compound) ? organic_volume_before_year * (1 + growth) ^ (month_of_year / 12)" +
      " : is(demand.curve, linear) ? max(0, previous(organic_volume, demand.volume) + demand.volume * growth / 12)" +
      " : is(demand.curve, logistic) ? demand.ceiling / (1 + (demand.ceiling - demand.volume) / demand.volume * exp(-logistic_rate * month / 12))" +
      " : formula_volume",
  }),
  quantity("logistic_rate", {
    label: "Rate of logistic growth",
    unit: "1/year",
    formula: "is(demand.curve, logistic) ? log(1 + at(growth, 1)) / (1 - demand.volume / demand.ceiling) : 0",
  }),
  decided("growth_index_at_start", {
    label: "Growth of the plan's own volume before the plan starts",
    unit: "ratio",
    reads: ["demand.volume", "demand.curve"],
    readsAny: isFormula,
    series: ({ a }, room) => {
      const start = a["demand.curve"] === "linear" ? 1 : a["demand.curve"] === "formula" ? formulaAtStart(a) : a["demand.volume"];
      return room.fill(start ?? 0);
    },
    printed: ({ a }) => (a["demand.curve"] === "linear" ? "1" : isFormula({ a }) ? String(formulaAtStart(a) ?? 0) : "demand.volume"),
  }),
  quantity("growth_index", {
    label: "Growth of the plan's own volume",
    unit: "ratio",
    formula: "is(demand.curve, linear) ? max(0, previous(growth_index, 1) + growth / 12) : organic_volume",
  }),
  quantity("growth_index_at_close", {
    label: "Growth of the plan's own volume when the acquisition closes",
    unit: "ratio",
    over: "deals",
    formula:
      "deal.close_month < 1 ? (growth_index_at_start > 0 ? growth_index_at_start : at(growth_index, 1)) : at(growth_index, deal.close_month)",
  }),
  quantity("month_growth", {
    label: "Growth of a month at the year's rate",
    unit: "ratio",
    formula: "(1 + growth) ^ (1 / 12)",
  }),
  quantity("owned_at_start", {
    label: "Volume of the acquisition at the start of the plan, or when it closes",
    unit: "volume",
    over: "deals",
    formula: "deal.volume * (1 + (deal.has_growth ? deal.growth : at(growth, 1))) ^ (max(0, -deal.close_month) / 12)",
  }),
  quantity("owned", {
    label: "Volume of the acquired business after growth",
    unit: "volume",
    over: "deals",
    formula:
      "deal.has_growth ? previous(owned, owned_at_start) * (month > deal.close_month ? (1 + deal.growth) ^ (1 / 12) : 1)" +
      " : is(demand.curve, compound) ? previous(owned, owned_at_start) * (month > deal.close_month ? month_growth : 1)" +
      " : owned_at_start * (growth_index_at_close > 0.000000001 ? growth_index / growth_index_at_close : 1)",
  }),
  quantity("acquired", {
    label: "Volume of the acquisition on the platform",
    unit: "volume",
    over: "deals",
    formula: "deal.weight * moved * owned",
  }),
];

const LOAD_ENTRIES: readonly Entry[] = [
  decided("calendar_month", {
    label: "Month of the calendar",
    unit: "month",
    reads: ["plan.start"],
    series: ({ timeline }, room) => filled(room, (m) => calendarMonth(timeline, m + 1)),
    printed: () => "mod(month_of(plan.start) + month - 2, 12) + 1",
  }),
  decided("season", {
    label: "Load of the calendar month (times the average)",
    unit: "ratio",
    reads: ["demand.season", "demand.season.*"],
    series: ({ a, timeline }, room) => {
      const factors = a.seasonFactors ?? SEASONS[a["demand.season"]];
      return filled(room, (m) => factors[calendarMonth(timeline, m + 1) - 1]);
    },
    printed: seasonText,
  }),
];

const DATA_ENTRIES: readonly Entry[] = [
  quantity("moved_at_start", {
    label: "Share of the acquisition on the platform when the plan starts",
    unit: "share",
    over: "deals",
    formula: "ramp(0, deal.start_month, integration_months)",
  }),
  quantity("initial_tb", {
    label: "Data on the platform when the plan starts",
    unit: "TB",
    formula: "max(0, data.tb + sum(deals, deal.weight * moved_at_start * deal.tb))",
  }),
  quantity("acquired_tb", {
    label: "Data added by acquisitions in the month",
    unit: "TB",
    kind: "flow",
    formula: "sum(deals, deal.weight * (moved - previous(moved, moved_at_start)) * max(0, deal.tb))",
  }),
  quantity("added_tb", {
    label: "Data added in the month",
    unit: "TB",
    kind: "flow",
    formula: "volume * data.gb_per_volume_year / 12 / 1000 + acquired_tb",
  }),
  quantity("divested_tb", {
    label: "Data removed by divestitures in the month",
    unit: "TB",
    kind: "flow",
    formula: "sum(deals, deal.weight * (moved - previous(moved, moved_at_start)) * max(0, -deal.tb))",
  }),
  quantity("retention_months", {
    label: "Months of data retention",
    unit: "months",
    formula: "max(1, round(12 * data.retention_years))",
  }),
  quantity("tb_before_divestiture", {
    label: "Data before divestitures",
    unit: "TB",
    formula: "max(0, previous(tb, initial_tb) - expires * expired_tb + added_tb)",
  }),
  TB,
  quantity("kept_share", {
    label: "Share of the data left after a divestiture",
    unit: "share",
    formula: "divested_tb > 0 ? ratio(tb, tb_before_divestiture) : 1",
  }),
  quantity("emptied", {
    label: "Last month in which a divestiture removed all data",
    unit: "month",
    formula: "divested_tb > 0 and tb == 0 ? month : previous(emptied, 0)",
  }),
  quantity("kept_since_start", {
    label: "Share of all added data left after divestitures",
    unit: "share",
    formula: "emptied == month ? 1 : previous(kept_since_start, 1) * kept_share",
  }),
  quantity("added_units", {
    label: "Data added in the month, before divestitures",
    unit: "TB",
    kind: "flow",
    formula: "added_tb / previous(kept_since_start, 1)",
  }),
  quantity("leaving_units", {
    label: "Data whose retention ends in the month, before divestitures",
    unit: "TB",
    kind: "flow",
    formula:
      "month <= retention_months ? (previous(emptied, 0) == 0) * initial_tb / retention_months" +
      " : at(added_units, month - retention_months) * (month - retention_months > previous(emptied, 0))",
  }),
  quantity("expired_tb", {
    label: "Data whose retention ends in the month",
    unit: "TB",
    kind: "flow",
    formula: "previous(kept_since_start, 1) * leaving_units",
  }),
  quantity("unsynced", {
    label: "Data of the acquisition not yet on the platform",
    unit: "TB",
    over: "deals",
    formula: "(month >= deal.close_month) * deal.weight * (1 - moved) * max(0, deal.tb)",
  }),
];

/** Demand: volume, places, load and data. */
export const DEMAND: readonly Entry[] = [
  ...VOLUME_ENTRIES,
  VOLUME,
  SITES,
  REGIONS,
  DATABASES,
  TPS_MEAN,
  TPS_PEAK,
  ...LOAD_ENTRIES,
  ...DATA_ENTRIES,
  UNSYNCED_TB,
];
