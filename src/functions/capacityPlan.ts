/** The capacity that a scenario's plan needs and has, and when its central system is first sharded. */

import { annualValues } from "../engine/analysis/annual";
import { firstShard } from "../engine/analysis/shardDate";
import type { CapacityEvent } from "../engine/search/plan";
import type { FeasibleProjection } from "../engine/lines";
import { fillOf } from "../engine/model/capacity";
import { dateOfMonth, serialOf } from "../engine/timeline";
import { MONTHS_PER_YEAR } from "../engine/units";
import { choiceOf } from "./cells";
import { answer, answers } from "./excelError";
import type { Answer } from "./excelError";
import { orNone } from "./ifNone";
import { feasibleProjection, scenarioOf } from "./memo";
import { figureOrNone } from "./noAnswers";
import { periodLabels } from "../engine/periods";
import type { StepName } from "../engine/periods";
import { monthId } from "../engine/words";

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
enum Step {
  /** By year of the plan. */
  year = "year",
  /** By month of the plan. */
  month = "month",
}

/** @customenum {string} */
enum ShardFact {
  /** First day of the month of the first split. */
  date = "date",
  /** First day of the month to start the project by. */
  decision = "decision",
  /** Year of the plan. */
  year = "year",
  /** Month of the plan. */
  month = "month",
  /** Business volume in that month. */
  volume = "volume",
  /** Data in that month, TB. */
  tb = "tb",
  /** The limiting resource that makes the split necessary. */
  dimension = "dimension",
  /** First day of the first infeasible month. */
  infeasible = "infeasible",
}

/** A column of the report: its header and a stock line, a count of the plan, or words. */
type Column = readonly [header: string, at: (projection: FeasibleProjection, step: StepName) => readonly Answer[]];

function lineColumn(header: string, id: string): Column {
  return [
    header,
    ({ lines }, step) => {
      const line = lines.find((candidate) => candidate.id === id);
      if (!line) return [];
      return step === "month" ? Array.from(line.values) : annualValues(line.kind, line.values);
    },
  ];
}

const COLUMNS: readonly Column[] = [
  ["Period", ({ timeline }, step) => periodLabels(timeline, step)],
  lineColumn("Volume", "volume"),
  lineColumn("Peak tps", "tps_peak"),
  lineColumn("Data TB", "tb"),
  lineColumn("Cores needed", "need.cores"),
  lineColumn("Cores", "capacity.cores"),
  lineColumn("Memory needed GiB", "need.memory_gib"),
  lineColumn("Memory GiB", "capacity.memory_gib"),
  lineColumn("Storage needed TB", "need.storage_tb"),
  lineColumn("Storage TB", "capacity.storage_tb"),
  lineColumn("IOPS needed", "need.iops"),
  ["Binding", (projection, step) => lastMonths(projection, step).map((month) => bindingAt(projection, month))],
  lineColumn("Servers", "servers"),
  lineColumn("Nodes", "nodes"),
  lineColumn("Shards", "shards"),
  lineColumn("Regions", "regions"),
  lineColumn("Utilization", "utilization"),
  ["Events", (projection, step) => lastMonths(projection, step).map((month) => eventsIn(projection, month, step))],
];

/** Last month of each period. */
function lastMonths({ timeline }: FeasibleProjection, step: StepName): readonly number[] {
  const length = step === "year" ? MONTHS_PER_YEAR : 1;
  return Array.from({ length: timeline.months / length }, (_, index) => (index + 1) * length);
}

/** The dimension in which the fuller part of the system is fullest. */
function bindingAt({ plan, series }: FeasibleProjection, month: number): string {
  const filled = [
    ...(plan.central ? [fillOf(series, "server", month - 1)] : []),
    ...(plan.distributed ? [fillOf(series, "nodes", month - 1)] : []),
  ];
  return filled.reduce((best, part) => (part.utilization > best.utilization ? part : best)).dimension;
}

function eventsIn({ events, timeline }: FeasibleProjection, lastMonth: number, step: StepName): string {
  const length = step === "year" ? MONTHS_PER_YEAR : 1;
  const within = events.filter(({ month }) => month > lastMonth - length && month <= lastMonth);
  return within.map((event) => `${monthId(dateOfMonth(timeline, event.month))} ${eventInWords(event)}`).join("; ");
}

function eventInWords({ kind, shape, shards, dimension }: CapacityEvent): string {
  const reason = dimension === "none" ? "" : ` (${dimension})`;
  return kind === "shard" ? `${shards} shards${reason}` : `${kind} to ${shape}${reason}`;
}

/**
 * Lists required and available server capacity by period, the limiting resource, and each upgrade.
 * @customfunction CAPACITY.PLAN
 * @param scenario Range with keys in its first column and values in its second.
 * @param [architecture] "vertical", "horizontal", or "hybrid"; the scenario's plan.architecture when left out.
 * @param [by] year (default) or month.
 * @param invocation The calling cell.
 * @returns Table with a header and a row per period, with the values at its end and the events within it.
 * @requiresAddress
 * @errors #N/A when the plan is infeasible: the message says when, by which resource, and by how much.
 * @example =INDEX(TCO.CAPACITY.PLAN({"demand.volume", 1000; "demand.growth", 0.1; "plan.start", "2027-01-01"}), 2, 2) -> 1100
 * @related CAPACITY.SHARDDATE, VERTICAL
 */
export function capacityPlan(scenario: any[][], architecture: Architecture, by: Step, invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => {
    const known = scenarioOf(scenario);
    const chosen = choiceOf("architecture", architecture, Architecture, known.assumptions()["plan.architecture"]);
    const projection = feasibleProjection(known, chosen);
    const step = choiceOf("by", by, Step, "year");
    const columns = COLUMNS.map(([, at]) => at(projection, step));
    const rows = lastMonths(projection, step).map((_, row) => columns.map((column) => column[row]));
    return [COLUMNS.map(([header]) => header), ...rows];
  });
}

/**
 * Returns when the central database of a scenario needs its first split (shard), or another fact about that month.
 * @customfunction CAPACITY.SHARDDATE
 * @param scenario Range with keys in its first column and values in its second.
 * @param [return_] date (default; first day of that month), decision (date to start the project by), year, month, volume, tb, dimension, or infeasible (date
 *   from which no number of shards can serve the demand).
 * @param [if_none] What to return when no split is needed within the plan, or for infeasible, when the plan is feasible; #N/A when left out.
 * @param invocation The calling cell.
 * @returns A date, number, or word about the first month with more than one shard.
 * @requiresAddress
 * @formula first month with more than one shard; decision: that month less shard.project_months
 * @errors #N/A when no split is needed within the plan and if_none is left out (the message gives the utilization at its end), when the plan is infeasible
 *   before a first split, or for infeasible, when the plan is feasible and if_none is left out. A split before an infeasible month has a date; infeasible
 *   gives that month.
 * @example =TCO.CAPACITY.SHARDDATE({"plan.start", "2027-01-01"; "data.tb", 10; "demand.volume", 1000; "data.gb_per_volume_year", 12; "shard.max_tb", 20}, "month") -> 10
 * @related CAPACITY.PLAN, CAPACITY.SHARDS
 */
export function capacityShardDate(scenario: any[][], return_: ShardFact, if_none: any, invocation: CustomFunctions.Invocation): any {
  return answer(invocation, () => {
    const projection = scenarioOf(scenario).projection("vertical");
    const fact = choiceOf("return", return_, ShardFact, "date");
    if (fact === "infeasible") {
      if (projection.feasible) return orNone(if_none, "The Central plan is feasible to its end.");
      return serialOf(dateOfMonth(projection.timeline, projection.infeasibility.month));
    }
    const first = firstShard(projection);
    if (!first) return figureOrNone(projection, "shard_year", if_none);
    return fact === "date" || fact === "decision" ? serialOf(first[fact]) : first[fact];
  });
}
