/** What a table of deals brings to the platform, measured in any of its numeric columns. */

import { annualValues } from "../engine/analysis/annual";
import { number } from "../engine/catalogue/assumption";
import type { Assumption } from "../engine/catalogue/assumption";
import { CATALOGUE } from "../engine/catalogue/assumptions";
import { addAcquiredVolume, volumeBeforePlan, weightedDeals } from "../engine/demand/deals";
import type { WeightedDeal } from "../engine/demand/deals";
import { early1904Words } from "../engine/catalogue/date1904";
import { resolveScenario } from "../engine/catalogue/scenario";
import type { Assumptions, Deal } from "../engine/catalogue/resolved";
import { timelineOf } from "../engine/timeline";
import { reference } from "../reference/load";
import type { Cell } from "./cells";
import { cellOf, dateIn, dateOf, flagOf, numberIn, numberOf, optionalNumberOf, textOf } from "./cells";
import { note } from "./notes";
import { columnIn, columnOf, refuseNearMisses, rowName, statedCell, tableOf } from "./tables";
import type { Table, TableCells } from "./tables";

/** The arguments as a function got them, but for those that it has read. */
export interface AcquiredArguments {
  readonly deals: unknown;
  readonly measure: unknown;
  readonly start: unknown;
  readonly integrationMonths: unknown;
  readonly growth: number;
  readonly weighting: Assumptions["deals.weighting"];
}

const LARGEST = 1e15;
const MEASURE = number("Measure", "", 0, -LARGEST, LARGEST);
const INTEGRATION_MONTHS = { ...CATALOGUE["integration.vertical_months"], default: 0 };

const standard = resolveScenario(new Map(), reference);

/** A field of a row, which a table need not have; a 0 that may be a blank cell is not stated. */
function fieldOf(table: Table, row: TableCells, header: string, rule: Assumption<unknown>): Cell {
  const index = columnIn(table, header);
  return index === undefined ? "" : statedCell(table, row, index, rule);
}

const PROBABILITY = { ...CATALOGUE["deal.*.probability"], default: 1 };

function dealOf(table: Table, row: TableCells, measure: string): Deal {
  const name = rowName(table, row);
  const named = (field: string): string => `${field} of ${name}`;
  return {
    name,
    close: dateIn(named(table.headers[columnOf(table, "Close")]), cellOf(row.cells[columnOf(table, "Close")])),
    volume: numberIn(named(measure), cellOf(row.cells[columnOf(table, measure)]), MEASURE),
    growth: optionalNumberOf(named("Growth"), fieldOf(table, row, "Growth", CATALOGUE["deal.*.growth"]), CATALOGUE["deal.*.growth"]),
    lag_months: numberOf(
      named("Lag months"),
      fieldOf(table, row, "Lag months", CATALOGUE["deal.*.lag_months"]),
      CATALOGUE["deal.*.lag_months"],
    ),
    probability: numberOf(named("Probability"), fieldOf(table, row, "Probability", PROBABILITY), PROBABILITY),
    include: flagOf(named("Include"), fieldOf(table, row, "Include", CATALOGUE["deal.*.include"]), true),
    sites: 0,
    tb: 0,
    regions: 0,
    integration_cost: 0,
    legacy_cost: 0,
  };
}

/** Amounts that deals add or divestitures take: what was there when the plan starts, and by year's end. */
export interface AmountsByYear {
  readonly before: number;
  readonly ends: readonly number[];
}

/** The acquired amounts on the platform, split into what deals add and what divestitures take. */
export interface AcquiredAmounts {
  readonly acquired: AmountsByYear;
  /** Not above 0. */
  readonly divested: AmountsByYear;
}

/** The measure of the deals on the platform at the end of each year, in its unit. */
export function acquiredAmounts(given: AcquiredArguments, years: number): AcquiredAmounts {
  const table = tableOf("deals", given.deals);
  const measure = textOf("measure", given.measure);
  columnOf(table, "Close");
  columnOf(table, measure);
  refuseNearMisses(table, "deal");
  const months = numberOf("integration_months", given.integrationMonths, INTEGRATION_MONTHS);
  const deals = table.rows.map((row) => dealOf(table, row, measure));
  const assumptions = { ...standard, deals, growthByYear: [given.growth], "deals.weighting": given.weighting };
  const start = dateOf("start", given.start);
  note(early1904Words("start", start) ?? "");
  const timeline = timelineOf(start, years);
  const weighted = weightedDeals(assumptions, timeline, { months });
  const amounts = (counted: readonly WeightedDeal[]): AmountsByYear => {
    const volume = new Float64Array(timeline.months);
    for (const deal of counted) addAcquiredVolume(deal, { months }, volume);
    const before = counted.reduce((sum, deal) => sum + volumeBeforePlan(deal, { months }), 0);
    return { before, ends: annualValues("stock", volume) };
  };
  return {
    acquired: amounts(weighted.filter(({ deal }) => deal.volume >= 0)),
    divested: amounts(weighted.filter(({ deal }) => deal.volume < 0)),
  };
}

/** What the deals bring and take together, by year's end. */
export function acquiredByYear(given: AcquiredArguments, years: number): readonly number[] {
  const { acquired, divested } = acquiredAmounts(given, years);
  return acquired.ends.map((amount, index) => amount + divested.ends[index]);
}
