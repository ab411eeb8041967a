/** People: how many, and what they cost. */

import { annualValues } from "../engine/analysis/annual";
import { CATALOGUE } from "../engine/catalogue/assumptions";
import { coverageFte, roleFte, salaryCosts } from "../engine/cost/staffing";
import { number } from "../engine/catalogue/assumption";
import type { FeasibleProjection } from "../engine/lines";
import type { Role } from "../engine/catalogue/resolved";
import { ceilTolerant, fits, HOURS_PER_YEAR, MONTHS_PER_YEAR } from "../engine/units";
import { choiceOf, numberOf, perPeriod } from "./cells";
import { elementwise } from "./elementwise";
import { answers } from "./excelError";
import type { Answer } from "./excelError";
import { feasibleProjection, scenarioOf } from "./memo";
import { periodLabels } from "../engine/periods";
import { CHANGE_RATE, PERIODS, POSITIVE, QUANTITY, withDefault } from "./rules";

/** @customenum {string} */
enum Architecture {
  /** Central: one system, scaled up, and split when it outgrows a server. */
  vertical = "vertical",
  /** Distributed: clusters of nodes in regions, scaled out. */
  horizontal = "horizontal",
  /** Hybrid: a share stays central, the rest is distributed. */
  hybrid = "hybrid",
}

/** @customenum {string} */
enum Rounding {
  /** As it is. */
  none = "none",
  /** Up to half a person. */
  half = "half",
  /** Up to whole people. */
  up = "up",
}

const NOTHING = withDefault(QUANTITY, 0);
const HOURS = number("Hours", "h/year", HOURS_PER_YEAR, 0, 8784);
const NET_HOURS = number("Net hours", "h/year", 1850, 1, 8784);

const ROUNDED: Readonly<Record<`${Rounding}`, (fte: number) => number>> = {
  none: (fte) => fte,
  half: (fte) => ceilTolerant(fte * 2) / 2,
  up: ceilTolerant,
};

/**
 * Returns the full-time equivalents needed for a number of units.
 * @customfunction STAFF.FTE
 * @param units Units that drive the work, such as servers or sites.
 * @param units_per_fte Units per person.
 * @param [minimum] Minimum FTE; 0 when left out.
 * @param [fixed] FTE needed regardless of the units; 0 when left out.
 * @param [automation] Share of the work per unit removed by automation, 0 to 0.95; 0 when left out.
 * @param [round] none (default), half (up to half a person) or up (to whole people).
 * @param invocation The calling cell.
 * @returns FTE, in the shape of the arguments.
 * @requiresAddress
 * @formula max(minimum, fixed + units / units_per_fte x (1 - automation))
 * @errors #VALUE! when units_per_fte is 0.
 * @example =TCO.STAFF.FTE(25, 40, 0, 1) -> 1.625
 * @example =TCO.STAFF.FTE({25, 90}, 40, 0, 1, 0, "half") -> {2, 3.5}
 * @related STAFF.COST, STAFF.COVERAGE, STAFF.PLAN
 */
export function staffFte(
  units: any[][],
  units_per_fte: any[][],
  minimum: any[][],
  fixed: any[][],
  automation: any[][],
  round: Rounding,
  invocation: CustomFunctions.Invocation,
): any[][] {
  return answers(invocation, () => {
    const rounded = ROUNDED[choiceOf("round", round, Rounding, "none")];
    return elementwise(
      (count, unitsPerFte, fewest, always, automated) =>
        rounded(roleFte(count, { unitsPerFte, minimum: fewest, fixed: always, automation: automated })),
      [
        ["units", units, QUANTITY],
        ["units_per_fte", units_per_fte, POSITIVE],
        ["minimum", minimum, NOTHING],
        ["fixed", fixed, NOTHING],
        ["automation", automation, CATALOGUE["staff.automation"]],
      ],
    );
  });
}

/**
 * Returns the full-time equivalents needed to staff seats around the clock or for other hours.
 * @customfunction STAFF.COVERAGE
 * @param seats Seats to staff at a time.
 * @param [hours] Hours per year to staff them; 8760 (always) when left out.
 * @param [net_hours] Hours per year that a person works; 1850 when left out.
 * @param invocation The calling cell.
 * @returns FTE, in the shape of the arguments.
 * @requiresAddress
 * @formula seats x hours / net_hours
 * @errors #VALUE! for more hours than a year has.
 * @example =TCO.STAFF.COVERAGE(1) -> 4.735135135135135
 * @related STAFF.FTE
 */
export function staffCoverage(seats: any[][], hours: any[][], net_hours: any[][], invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () =>
    elementwise(coverageFte, [
      ["seats", seats, QUANTITY],
      ["hours", hours, HOURS],
      ["net_hours", net_hours, NET_HOURS],
    ]),
  );
}

/**
 * Returns the cost of people in each year, one column per year.
 * @customfunction STAFF.COST
 * @param fte Full-time equivalents: one number, or one per year.
 * @param salary Yearly salary in year 1.
 * @param [loaded] Fully loaded cost (times salary); 1.42 when left out.
 * @param [wage_growth] Yearly growth of wages as a share; 0 when left out.
 * @param [periods] Number of years; 5 when left out.
 * @param invocation The calling cell.
 * @returns One row: cost of each year, in the unit of the salary.
 * @requiresAddress
 * @formula fte x salary x loaded x (1 + wage_growth)^(year - 1)
 * @source BLS, Employer Costs for Employee Compensation, June 2025 (1.4234 as the default of loaded)
 * @errors #VALUE! when the list of FTE has neither one nor `periods` entries.
 * @example =TCO.STAFF.COST(2, 100000, 1.4, 0.1, 2) -> {280000, 308000}
 * @related STAFF.FTE, STAFF.PLAN
 */
export function staffCost(
  fte: any[][],
  salary: any,
  loaded: any,
  wage_growth: any,
  periods: any,
  invocation: CustomFunctions.Invocation,
): any[][] {
  return answers(invocation, () => {
    const years = numberOf("periods", periods, PERIODS);
    const terms = {
      salary: numberOf("salary", salary, QUANTITY),
      loaded: numberOf("loaded", loaded, CATALOGUE["staff.loaded"]),
      wageGrowth: numberOf("wage_growth", wage_growth, CHANGE_RATE),
    };
    return [salaryCosts(perPeriod("fte", fte, QUANTITY, years), terms, years)];
  });
}

/** Salaries and contractors of a role in each month, money. */
function roleCosts({ plan: { a, indices } }: FeasibleProjection, role: Role, fte: Float64Array): Float64Array {
  const perFte = (role.salary * a["staff.loaded"] * (1 + a["staff.contractor_share"] * a["staff.contractor_premium"])) / MONTHS_PER_YEAR;
  return fte.map((people, month) => people * perFte * indices.wages[month]);
}

/** The people of a role in each month. */
function fteOf({ lines }: FeasibleProjection, { name }: Role): Float64Array {
  return lines.find(({ id }) => id === `fte.${name}`)?.values ?? new Float64Array(0);
}

/** What keeps a role from being smaller at the end of the plan: the rota floor, its own minimum, or nothing. */
function floorOf(projection: FeasibleProjection, role: Role): string {
  const { a, central, distributed, staffing } = projection.plan;
  const people = (of: Role): number => fteOf(projection, of).at(-1) ?? 0;
  const rota = Math.max(central ? a["staff.oncall_floor_vertical"] : 0, distributed ? a["staff.oncall_floor_horizontal"] : 0);
  const onCall = staffing.roles.reduce((sum, of) => sum + (of.oncall ? people(of) : 0), 0);
  if (role.oncall && rota > 0 && fits(onCall, rota)) return `on-call minimum of ${rota}`;
  return role.minimum > 0 && fits(people(role), role.minimum) ? `minimum of ${role.minimum}` : "";
}

/**
 * Lists the people needed in a scenario and their cost, by role and year.
 * @customfunction STAFF.PLAN
 * @param scenario Range with keys in its first column and values in its second.
 * @param [architecture] "vertical", "horizontal", or "hybrid"; the scenario's plan.architecture when left out.
 * @param invocation The calling cell.
 * @returns Table with a header and two rows per role and in total: FTE at each year's end, and salaries with contractors; then the minimum that applies at the end.
 * @requiresAddress
 * @formula FTE as in STAFF.FTE, people on call at least the on-call minimum; cost = the lines staff.salaries and staff.contractors
 * @errors #N/A when the plan is infeasible; #VALUE! for an error in the scenario, naming the key.
 * @example =INDEX(TCO.STAFF.PLAN({"staff.roles", "none"; "role.dba.salary", 100000; "role.dba.driver", "sites"; "role.dba.ratio", 1; "demand.sites", 9}), 2, 3) -> 9
 * @related STAFF.FTE, VERTICAL
 */
export function staffPlan(scenario: any[][], architecture: Architecture, invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => {
    const known = scenarioOf(scenario);
    const projection = feasibleProjection(
      known,
      choiceOf("architecture", architecture, Architecture, known.assumptions()["plan.architecture"]),
    );
    const rows = projection.plan.staffing.roles.map((role) => {
      const fte = fteOf(projection, role);
      return {
        role: role.name,
        fte: annualValues("stock", fte),
        cost: annualValues("flow", roleCosts(projection, role, fte)),
        floor: floorOf(projection, role),
      };
    });
    const sums = (pick: (row: (typeof rows)[number]) => readonly number[]): number[] =>
      Array.from({ length: projection.timeline.years }, (_, year) => rows.reduce((sum, row) => sum + pick(row)[year], 0));
    return [
      ["Role", "Measure", ...periodLabels(projection.timeline, "year"), "Floor"],
      ...rows.flatMap((row): Answer[][] => [
        [row.role, "FTE", ...row.fte, row.floor],
        [row.role, "Cost", ...row.cost, ""],
      ]),
      ["Total", "FTE", ...sums((row) => row.fte), ""],
      ["Total", "Cost", ...sums((row) => row.cost), ""],
    ];
  });
}
