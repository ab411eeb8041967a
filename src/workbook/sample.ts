/**
 * The sample: a health system that grows from three to ten hospitals in three states. Every figure says where it comes from; what no source gives is an
 * assumption that says so. Nothing is chosen so that one architecture wins: what is not stated keeps the default of the catalogue.
 */

import type { Value } from "../engine/catalogue/values";
import { BASE_COLUMN } from "./layout";
import type { Evidence, ScenarioColumn } from "./mapping";
import type { ModelContent } from "./modelPlan";
import type { TableRow } from "./sheets/modelTables";

/**
 * Consulting and project work per bed of an acquired hospital, money: 20 to 30 million for 1,200 to 1,400 beds is 14,000 to 25,000 per bed, of which the
 * middle. The whole of the components (29,000 to 50,000 with hardware and software) would count servers and licenses twice; the headline of
 * 70,000 to 100,000 per bed covers more than information technology and does not reconcile with its own components.
 */
const INTEGRATION_COST_PER_BED = 19_000;
const INTEGRATION_SOURCE =
  "19,000 per bed: project work only, PwC 2014 via Becker's and healthcareittoday.com (20-30M for 1,200-1,400 beds; its 70,000-100,000 per bed headline does not reconcile)";

/**
 * Yearly cost of an acquired hospital's own record system per bed without its people, money, from the other components of the same source: software of 17.5
 * million for 1,300 beds at 20 % support, hardware of 7.5 million over 5 years at 15 % maintenance. With the default months of integration it decides which
 * architecture costs less, so the sheet says that it is an assumption.
 */
const LEGACY_COST_PER_BED = 4_700;
const LEGACY_NOTE =
  "4,700 legacy cost per bed and year: assumption from the same source (software 17.5M at 20% support, hardware 7.5M over 5 years at 15%, 1,300 beds); it decides the comparison, take it from the contracts";

/** TB per bed today: 20 TB for 250,000 records with images (BIDMC 2011 via formtek.com) at about 620 beds (recalled). */
const TB_PER_BED = 0.032;

interface Hospital {
  readonly name: string;
  readonly beds: number;
  readonly close: string;
  readonly probability: number;
  /** 1 for the first hospital in a state that has no hub yet. */
  readonly newRegions: number;
}

const ACQUISITIONS: readonly Hospital[] = [
  { name: "Northwind Regional", beds: 220, close: "2027-03-31", probability: 1, newRegions: 0 },
  { name: "Lakeside Community", beds: 95, close: "2027-10-31", probability: 0.95, newRegions: 0 },
  { name: "St. Brendan", beds: 310, close: "2028-04-30", probability: 0.9, newRegions: 1 },
  { name: "Prairie View", beds: 25, close: "2028-10-31", probability: 0.9, newRegions: 0 },
  { name: "Harbor Medical Center", beds: 260, close: "2029-05-31", probability: 0.8, newRegions: 1 },
  { name: "Cedar Valley", beds: 150, close: "2030-01-31", probability: 0.7, newRegions: 0 },
  { name: "Summit County", beds: 110, close: "2030-09-30", probability: 0.6, newRegions: 0 },
];

function dealOf({ name, beds, close, probability, newRegions }: Hospital): TableRow {
  const fields: Record<string, Value> = {
    close,
    volume: beds,
    sites: 1,
    tb: Number((beds * TB_PER_BED).toFixed(1)),
    regions: newRegions,
    lag_months: 3,
    integration_cost: beds * INTEGRATION_COST_PER_BED,
    legacy_cost: beds * LEGACY_COST_PER_BED,
    probability,
    include: true,
  };
  return { name, fields, evidence: `${INTEGRATION_SOURCE}. ${LEGACY_NOTE}` };
}

/** Stated values of Base with their evidence: key, value, source, date, note. */
const STATED: readonly (readonly [string, Value, Evidence])[] = [
  ["plan.start", "2027-01-01", {}],
  [
    "demand.volume",
    800,
    { source: "assumption", note: "Staffed beds of three hospitals: 420, 240 and 140 (AHA size bands: mid 100-300, large over 300)" },
  ],
  ["demand.volume_name", "staffed beds", {}],
  ["demand.sites", 3, { note: "Hospitals; clinics share their hospital's links" }],
  ["demand.growth", 0.02, { source: "assumption", note: "Beds opened without a deal" }],
  [
    "demand.tps_per_volume",
    0.5,
    {
      source: "assumption",
      note: "Two users per bed at work in a busy hour, a click every 30 s each, 7.5 transactions per click. No source gives users per bed: measure it",
    },
  ],
  [
    "demand.peak_to_mean",
    2,
    {
      source: "Blecker et al., J Hosp Med 2013;8:513",
      asOf: "2011",
      note: "Record accesses per patient on weekdays over weekends 1.76 by day; rounded up for peaks within the hour",
    },
  ],
  ["demand.season", "flu-season", { source: "assumption", note: "More admissions in winter months" }],
  [
    "data.tb",
    26,
    {
      source: "20 TB for 250,000 records with images, BIDMC via formtek.com",
      asOf: "2011",
      note: "About 620 beds (recalled): 32 GB per bed. Old: take your own",
    },
  ],
  [
    "data.gb_per_volume_year",
    18,
    {
      source: "MUSC archive: over 25 TB in 24 months, auntminnie.com",
      asOf: "2007",
      note: "About 700 beds (recalled): 18 GB per bed and year. Old: CT and MR studies have grown; state your own",
    },
  ],
  ["horizontal.regions", 1, { note: "One hub per state; deals bring the second and the third" }],
];

function keyOf(hospital: string, field: string): string {
  return `deal.${hospital}.${field}`;
}

const SCENARIOS: readonly ScenarioColumn[] = [
  { name: BASE_COLUMN, values: new Map(STATED.map(([key, value]) => [key, value])) },
  {
    name: "Growth",
    values: new Map<string, Value>([
      ["demand.growth", 0.04],
      ["deals.weighting", "all"],
      [keyOf("Harbor Medical Center", "close"), "2028-07-31"],
      [keyOf("Cedar Valley", "close"), "2028-12-31"],
      [keyOf("Summit County", "close"), "2029-06-30"],
    ]),
  },
  { name: "Distributed", values: new Map<string, Value>([["plan.architecture", "horizontal"]]) },
];

/** The sample's scenarios, deals and evidence, as it is written into a workbook. */
export const SAMPLE: ModelContent = {
  scenarios: SCENARIOS,
  deals: ACQUISITIONS.map(dealOf),
  evidence: new Map(STATED.map(([key, , evidence]) => [key, evidence])),
  // The question of the sample: what does it cost to distribute instead of growing the central system?
  picked: { from: BASE_COLUMN, to: "Distributed" },
};
