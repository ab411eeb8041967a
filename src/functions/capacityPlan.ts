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
import { monthInWords } from "../engine/words";

/** @customenum {string} */
enum Architecture {
  /** One central system, scaled up and sharded past its ceiling. */
  vertical = "vertical",
  /** Clusters of nodes in regional hubs, scaled out. */
  horizontal = "horizontal",
  /** A share stays central, the rest is distributed. */
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
  /** First day of the month of the first shard. */
  date = "date",
  /** First day of the month in which the project has to start. */
  decision = "decision",
  /** Year of the plan. */
  year = "year",
  /** Month of the plan. */
  month = "month",
  /** Business volume in that month. */
  volume = "volume",
  /** Data in that month, TB. */
  tb = "tb",
  /** What a single system has too little of. */
  dimension = "dimension",
  /** First day of the first month that no number of shards can serve. */
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
  return within.map((event) => `${monthInWords(dateOfMonth(timeline, event.month))} ${eventInWords(event)}`).join("; ");
}

function eventInWords({ kind, shape, shards, dimension }: CapacityEvent): string {
  const reason = dimension === "none" ? "" : ` (${dimension})`;
  return kind === "shard" ? `${shards} shards${reason}` : `${kind} to ${shape}${reason}`;
}

/**
 * Lists what a scenario needs and has of servers over the plan, with what binds and what changes when.
 * @customfunction CAPACITY.PLAN
 * @param scenario Range with keys in its first column and values in its second.
 * @param [architecture] vertical, horizontal or hybrid; the scenario's plan.architecture when left out.
 * @param [by] year (default) or month.
 * @param invocation Where the formula stands.
 * @returns Table with a header and a row per period, as it stands at the period's end; events are those within the period.
 * @requiresAddress
 * @errors #N/A when no plan carries the demand: the message says when, in which dimension and by how much.
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
 * Returns when the central system of a scenario needs its first shard, or another fact about that month.
 * @customfunction CAPACITY.SHARDDATE
 * @param scenario Range with keys in its first column and values in its second.
 * @param [return_] date (default; first day of that month), decision (date by which the project starts), year, month, volume, tb, dimension, or infeasible (date
 *   from which no number of shards can serve the demand).
 * @param [if_none] What to return when one system lasts to the end of the plan, or for infeasible the plan does; #N/A when left out.
 * @param invocation Where the formula stands.
 * @returns A date, number or word about the first month with more than one shard.
 * @requiresAddress
 * @formula first month with more than one shard; decision: that month less shard.project_months
 * @errors #N/A when one system lasts to the end of the plan and if_none is left out (the message says how full it is then), when no number of shards carries the
 *   demand before a first split, or for infeasible, when the plan is feasible to its end and if_none is left out. A split before an infeasible month has its
 *   date: infeasible gives that month.
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
