/** Asks the functions what a side of Compare costs month by month, for a file of costs. */

import type { ScenarioRows } from "../../workbook/edit/scenarioRows";
import { OWN_LINE_PREFIX } from "../../workbook/exchange/focus";
import type { MonthlyCosts, MonthlyLine } from "../../workbook/exchange/focus";
import { ask } from "../functions/ask";
import { isResultError, wordOf } from "../functions/protocol";
import type { ResultCell, ResultRows } from "../functions/protocol";
import { ARCHITECTURE_KEY, countedIn, rowsOfSide } from "../functions/side";
import type { Side } from "../functions/side";

function requireRows(rows: ResultRows): ResultRows {
  const [cell] = rows[0] ?? [];
  if (isResultError(cell)) throw new Error(cell.message || cell.error);
  return rows;
}

const numberOf = (cell: ResultCell | undefined): number => (typeof cell === "number" ? cell : 0);

async function valueOf(rows: ScenarioRows, key: string): Promise<string> {
  return wordOf(requireRows(await ask("SCENARIO.GET", [rows, key, null]))[0]?.[0]);
}

/** The line with how the user books it, where it is the user's own. */
async function booked(rows: ScenarioRows, line: MonthlyLine): Promise<MonthlyLine> {
  if (!line.id.startsWith(OWN_LINE_PREFIX)) return line;
  const spend = await valueOf(rows, `${line.id}.spend`);
  return { ...line, spend: spend.trim().toLowerCase() === "capex" ? "capex" : "opex" };
}

/** What a side costs month by month: the lines that add up to its total. */
export async function monthlyCosts(side: Side, stated: ScenarioRows): Promise<MonthlyCosts> {
  const rows = rowsOfSide(side, stated);
  const [costs, isCounted, starts, ends, architecture, currency] = await Promise.all([
    ask("COST", [rows, "all", "month", null]),
    countedIn(rows),
    ask("PERIODS", [rows, "month", "start"]),
    ask("PERIODS", [rows, "month", "end"]),
    valueOf(rows, ARCHITECTURE_KEY),
    valueOf(rows, "plan.currency"),
  ]);
  const lines = requireRows(costs)
    .slice(1)
    .map(([id, costPool, ...months]): MonthlyLine => ({ id: wordOf(id), costPool: wordOf(costPool), months: months.map(numberOf) }))
    .filter(({ id }) => isCounted(id));
  return {
    scenario: side.scenario,
    architecture,
    currency,
    starts: (requireRows(starts)[0] ?? []).map(numberOf),
    ends: (requireRows(ends)[0] ?? []).map(numberOf),
    lines: await Promise.all(lines.map((line) => booked(rows, line))),
  };
}
