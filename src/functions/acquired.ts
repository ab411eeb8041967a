/** What a table of deals brings to the platform, measured in any of its numeric columns. */

import { annualValues } from "../engine/analysis/annual";
import { number } from "../engine/assumption";
import { CATALOGUE } from "../engine/assumptions";
import { addAcquiredVolume, weightedDeals } from "../engine/demand/deals";
import { resolveScenario } from "../engine/scenario";
import type { Assumptions, Deal } from "../engine/resolved";
import { timelineOf } from "../engine/timeline";
import { reference } from "../reference/load";
import { cellOf, dateIn, dateOf, flagOf, numberIn, numberOf, optionalNumberOf, textOf } from "./cells";
import { columnOf, rowName, tableOf } from "./tables";
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
const ALWAYS = 1;

const standard = resolveScenario(new Map(), reference);

/** A field of a row; undefined when the table has no such column. */
function fieldOf(table: Table, row: TableCells, header: string): unknown {
  const index = table.columns.get(header);
  return index === undefined ? undefined : row.cells[index];
}

function dealOf(table: Table, row: TableCells, measure: string): Deal {
  const name = rowName(table, row);
  const named = (field: string): string => `${field} of ${name}`;
  return {
    name,
    close: dateIn(named(table.headers[columnOf(table, "Close")]), cellOf(row.cells[columnOf(table, "Close")])),
    volume: numberIn(named(measure), cellOf(row.cells[columnOf(table, measure)]), MEASURE),
    growth: optionalNumberOf(named("Growth"), fieldOf(table, row, "growth"), CATALOGUE["deal.*.growth"]),
    lag_months: numberOf(named("Lag months"), fieldOf(table, row, "lagmonths"), CATALOGUE["deal.*.lag_months"]),
    probability: numberOf(named("Probability"), fieldOf(table, row, "probability"), {
      ...CATALOGUE["deal.*.probability"],
      default: ALWAYS,
    }),
    include: flagOf(named("Include"), fieldOf(table, row, "include"), true),
    sites: 0,
    tb: 0,
    regions: 0,
    integration_cost: 0,
    legacy_cost: 0,
  };
}

/** The acquired amounts on the platform, split into what deals add and what divestitures take, both by year's end. */
export interface AcquiredAmounts {
  readonly acquired: readonly number[];
  /** Not above 0. */
  readonly divested: readonly number[];
}

/** The measure of the deals on the platform at the end of each year, in its unit. */
export function acquiredAmounts(given: AcquiredArguments, years: number): AcquiredAmounts {
  const table = tableOf("deals", given.deals);
  const measure = textOf("measure", given.measure);
  columnOf(table, "Close");
  columnOf(table, measure);
  const months = numberOf("integration_months", given.integrationMonths, INTEGRATION_MONTHS);
  const deals = table.rows.map((row) => dealOf(table, row, measure));
  const assumptions = { ...standard, deals, growthByYear: [given.growth], "deals.weighting": given.weighting };
  const timeline = timelineOf(dateOf("start", given.start), years);
  const acquired = new Float64Array(timeline.months);
  const divested = new Float64Array(timeline.months);
  for (const deal of weightedDeals(assumptions, timeline)) addAcquiredVolume(deal, { months }, deal.deal.volume < 0 ? divested : acquired);
  return { acquired: annualValues("stock", acquired), divested: annualValues("stock", divested) };
}

/** What the deals bring and take together, by year's end. */
export function acquiredByYear(given: AcquiredArguments, years: number): readonly number[] {
  const { acquired, divested } = acquiredAmounts(given, years);
  return acquired.map((amount, index) => amount + divested[index]);
}
