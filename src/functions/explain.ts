/** Where a number of the model comes from: its formula, and every term of it, down to keys and reference data. */

import { explanation } from "../engine/analysis/explain/explain";
import type { ExplainedTerm } from "../engine/analysis/explain/explain";
import { integer } from "../engine/catalogue/assumption";
import { dateOfMonth } from "../engine/timeline";
import { MONTHS_PER_YEAR } from "../engine/units";
import { choiceOf, numberOf, textOf } from "./cells";
import { answers } from "./excelError";
import type { Answer } from "./excelError";
import { unknownLine } from "./lineNames";
import { feasibleProjection, scenarioOf } from "./memo";
import { periodLabels } from "../engine/periods";
import { monthYearInWords } from "../engine/words";

/** @customenum {string} */
enum Architecture {
  /** Central: one system, scaled up, and split when it outgrows a server. */
  vertical = "vertical",
  /** Distributed: clusters of nodes in regions, scaled out. */
  horizontal = "horizontal",
  /** Hybrid: a share stays central, the rest is distributed. */
  hybrid = "hybrid",
}

const SIX_DIGITS = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 6 });
const INDENT = "  ";

/** A term as cells: its name is set in by its level. */
function cellsOf({ level, name, value, unit, formula, calculation, source }: ExplainedTerm, currency: string): readonly Answer[] {
  return [level, INDENT.repeat(level) + name, value, unit.replace("money", currency), formula, calculation, source];
}

/**
 * Explains a line of the scenario's projection in a year: its formula and every term in it, down to keys and reference data.
 * @customfunction EXPLAIN
 * @param scenario Range with keys in its first column and values in its second.
 * @param line total, capex, opex, depreciation, pnl, a cost pool, or the id of a line such as staff.salaries or tb.
 * @param [year] Year of the plan, from 1; 1 when left out.
 * @param [architecture] "vertical", "horizontal", or "hybrid"; the scenario's plan.architecture when left out.
 * @param invocation The calling cell.
 * @returns Table with a header: level, term, value of the year, unit, formula, the formula with the numbers of the year's last month, source. An amount of
 *   the year is the sum of its months, any other term its value at the end. Each term appears once, where it is first used; other lines follow below.
 * @requiresAddress
 * @formula formulas apply to each month (1 is the first); a name is that term in the same month, name(month - 1) in another; roundup rounds up to 1e-9,
 *   step(month, m1, x1, m2, x2) is the x of the latest month reached, sum(i, a, b, x) adds x for i = a..b (prod multiplies, most is the largest),
 *   pick(n, x1, x2) is the n-th, ratio(x, y) is x/y or 0 for x = 0, usl, usl_nodes, and usl_limit are the scalability law, its node count, and its largest
 *   cluster, erlang_c is the chance of waiting, cluster is k of n, graduated is a tiered price, macrs is the share depreciated after some months
 * @errors #N/A when the plan is infeasible; #VALUE! for an unknown line, with the nearest, and for a year outside the plan.
 * @example =INDEX(TCO.EXPLAIN({"demand.volume", 1000; "demand.growth", 0.1}, "volume", 2), 2, 3) -> 1210
 * @example =INDEX(TCO.EXPLAIN({"compliance.audit_cost", 12000}, "compliance.audit"), 2, 6) -> "3 regions x 12,000 / 12 x 1 = 3,000"
 * @related VERTICAL, COST, REFERENCE
 */
export function explain(
  scenario: any[][],
  line: any,
  year: any,
  architecture: Architecture,
  invocation: CustomFunctions.Invocation,
): any[][] {
  return answers(invocation, () => {
    const known = scenarioOf(scenario);
    const { "plan.architecture": own, "plan.currency": currency } = known.assumptions();
    const projection = feasibleProjection(known, choiceOf("architecture", architecture, Architecture, own));
    const { timeline } = projection;
    const wanted = numberOf("year", year, integer("Year", "year", 1, 1, timeline.years));
    const name = textOf("line", line);
    const rows = explanation(projection, name, wanted, (value) => SIX_DIGITS.format(value));
    if (!rows) throw unknownLine(projection, name);
    const last = monthYearInWords(dateOfMonth(timeline, wanted * MONTHS_PER_YEAR));
    const header = ["Level", "Term", periodLabels(timeline, "year")[wanted - 1], "Unit", "Formula in a month", `In ${last}`, "Source"];
    return [header, ...rows.map((row) => cellsOf(row, currency))];
  });
}
