import type { CapacityEvent } from "../search/plan";
import type { CostComponent } from "../cost/component";
import { COMPONENTS } from "../cost/components";
import { customComponents } from "../cost/custom";
import type { CostLine, FeasibleProjection, Ledger, Line, LineDefinition, Plan } from "../lines";
import type { Entry } from "../model/entry";
import type { ModelSeries } from "../model/generated/series";
import { roomFor } from "../model/functions";
import { ENTRIES, MODEL_NAMES } from "../model/model";
import { sourcesOfLine } from "../model/sources";
import { layoutOf } from "./layout";
import { PLAN_STEPS } from "./steps";
import type { PlanDraft } from "./draft";
import type { PlanStep } from "./steps";
import { feasibly } from "./ledgerPart";
import type { LedgerPart } from "./ledgerPart";
import { modelParts } from "./modelParts";
import { sliceOf } from "../search/slice";
import type { Reading, Slice } from "../search/slice";
import { addSeries, seriesPool } from "../series";
import { stockLines } from "./stockLines";

/** The lines of projections that have the same structure: which lines there are, where they are booked, and room for their months. */
export interface PlanLedger {
  readonly projection: FeasibleProjection;
  readonly components: readonly CostComponent[];
  readonly systemParts: string;
  readonly roles: readonly string[];
  /** What is computed, each part after those that it reads. */
  readonly parts: readonly LedgerPart[];
  /** 1 for each cost line that is not 0 throughout. */
  readonly hasCost: Uint8Array;
  /** Room for the cost lines that count. */
  readonly counted: Float64Array[];
}

/** Which parts of the system a plan has: what only the other needs is not computed. */
const systemPartsOf = ({ centralShare }: Plan): string => (centralShare === 0 || centralShare === 1 ? String(centralShare) : "both");

/** Whether a plan has the parts and lines of a ledger, booked in the same places. */
export function isLedgerOf({ systemParts, roles, components, projection: { costs } }: PlanLedger, plan: Plan): boolean {
  const staff = plan.staffing.roles;
  return (
    systemParts === systemPartsOf(plan) &&
    staff.length === roles.length &&
    staff.every(({ name }, i) => name === roles[i]) &&
    components.every((component, i) => poolOf(plan, component) === costs[i].costPool && isCounted(plan, component) === costs[i].inTotal)
  );
}

/** Room for the lines of a plan; none is computed yet. */
export function emptyLedger(plan: PlanDraft): PlanLedger {
  const { a, architecture, timeline, series } = plan;
  const stocks = stockLines(plan);
  const known = new Set([...stocks, ...COMPONENTS].map(({ id }) => id));
  const components = a.customLines.length === 0 ? COMPONENTS : [...COMPONENTS, ...customComponents(a, known)];
  const roles = plan.staffing.roles.map(({ name }) => name);
  const room = (definition: LineDefinition): Float64Array => roomOf(definition, series, timeline.months);
  const costs = components.map((component) => costLineOf(plan, component, room(component)));
  const lines = [...stocks.map((definition) => lineOf(definition, room(definition))), ...costs];
  const byId = new Map(lines.map((line) => [line.id, line.values] as const));
  const hasCost = new Uint8Array(costs.length);
  const projection: FeasibleProjection = {
    feasible: true,
    architecture,
    plan,
    timeline,
    lines,
    costs,
    total: new Float64Array(timeline.months),
    series,
    get events() {
      return eventsOf(plan);
    },
  };
  const places = new Map(costs.map(({ id }, index) => [id, index]));
  const computed = [
    ...modelParts(plan, series, byId),
    ...[...stocks, ...components].flatMap((definition) => writtenPart(plan, definition, byId)),
  ].map((part) => costPart(part, plan, components, costs, places, hasCost));
  const parts = withSteps(plan, computed, new Map(costs.flatMap(({ id, inTotal, values }) => (inTotal ? [[id, values] as const] : []))));
  return { projection, components, systemParts: systemPartsOf(plan), roles, parts, hasCost, counted: [] };
}

/** The months of a line: those of its entry, or a separate array. */
function roomOf(definition: LineDefinition, series: ModelSeries, months: number): Float64Array {
  const all = series as unknown as Record<string, Float64Array>;
  if ("row" in definition) {
    const { entry, index } = definition.row;
    return roomFor((series as unknown as Record<string, Float64Array[]>)[entry], index + 1, months)[index];
  }
  return "write" in definition ? new Float64Array(months) : all[definition.id];
}

/** What is computed, with the steps of planning, in order; a step that weighs its candidates reads what their costs are computed from. */
function withSteps(plan: PlanDraft, computed: readonly LedgerPart[], costs: ReadonlyMap<string, Float64Array>): readonly LedgerPart[] {
  const { order, steps, slices } = layoutOf(plan.a, computed, [...costs.keys()]);
  const room = PLAN_STEPS.map((): { slice: Slice | undefined } => ({ slice: undefined }));
  const all = [...PLAN_STEPS.map((step, at) => stepPart(plan, step, steps[at], room[at])), ...computed];
  const parts = order.map((index) => all[index]);
  slices.forEach(({ ids, unknown }, at) => {
    const entries = [...unknown].flatMap((id) => (ids.has(id) ? [] : (ENTRIES.get(id) ?? [])));
    room[at].slice = sliceOf(parts, ids, PLAN_STEPS[at].weighs ?? [], costs, () => forget(plan, entries));
  });
  return parts;
}

/** Sets the months of entries to 0, for each row of those that have some. */
function forget(plan: Plan, entries: readonly Entry[]): void {
  const all = plan.series as unknown as Readonly<Record<string, Float64Array | Float64Array[]>>;
  for (const { id, over } of entries) {
    const series = all[id];
    if (series instanceof Float64Array) series.fill(0);
    else if (over !== undefined)
      for (const row of roomFor(series, MODEL_NAMES.sets[over].rows(plan).length, plan.timeline.months)) row.fill(0);
  }
}

/** A step of planning as a part, with room for the series that it finds. */
function stepPart(plan: PlanDraft, { fill }: PlanStep, reading: Reading, weighed: { readonly slice: Slice | undefined }): LedgerPart {
  const pool = seriesPool(plan.timeline.months);
  return {
    ...reading,
    compute: () => {
      pool.reset();
      return fill(plan, pool, weighed.slice as Slice);
    },
  };
}

/** A line that computes itself as a part. */
function writtenPart(plan: Plan, definition: LineDefinition, lines: ReadonlyMap<string, Float64Array>): readonly LedgerPart[] {
  if (!("write" in definition)) return [];
  const { id, from, write } = definition;
  const values = lines.get(id) as Float64Array;
  const ledger: Ledger = (name) => {
    const found = lines.get(name);
    if (!found) throw new Error(`There is no line ${name}.`);
    return found;
  };
  return [{ ids: [id], reads: from, compute: feasibly(() => write(plan, values.fill(0), ledger)) }];
}

/** A part that knows whether its cost lines are 0; costs are those of the months in which the architecture is in service. */
function costPart(
  part: LedgerPart,
  { service }: Plan,
  components: readonly CostComponent[],
  costs: readonly CostLine[],
  places: ReadonlyMap<string, number>,
  hasCost: Uint8Array,
): LedgerPart {
  const own = part.ids.flatMap((id) => places.get(id) ?? []);
  if (own.length === 0) return part;
  return {
    ...part,
    compute: () => {
      const problem = part.compute();
      for (const index of own) {
        const { values } = costs[index];
        if (service && !components[index].paidAhead) values.fill(0, 0, service.first - 1).fill(0, service.last);
        hasCost[index] = hasAmount(values);
      }
      return problem;
    },
  };
}

/** Whether a line has an amount in any month: most have one in the first. */
function hasAmount(values: Float64Array): number {
  for (let m = 0; m < values.length; m++) if (values[m] !== 0) return 1;
  return 0;
}

/** Sums the cost lines that count. */
export function writeTotal({ hasCost, counted, projection: { costs, total } }: PlanLedger): void {
  let count = 0;
  for (let index = 0; index < costs.length; index++)
    if (costs[index].inTotal && hasCost[index] === 1) counted[count++] = costs[index].values;
  counted.length = count;
  total.fill(0);
  addSeries(total, counted);
}

/** Changes of the capacity in service: those that the central part chooses, and nodes that are replaced at the end of their life. */
function eventsOf({ central, distributed, series }: Plan): readonly CapacityEvent[] {
  const events: CapacityEvent[] = [...(central?.events ?? [])];
  series["replacements.nodes"].forEach((count, m) => {
    if (distributed && count > 0)
      events.push({ month: m + 1, kind: "refresh", shape: distributed.shape.name, shards: 1, dimension: "none" });
  });
  return events.sort((one, other) => one.month - other.month);
}

/** A line of a plan; from what it is computed takes some time to find out, and few ask. */
function lineOf(definition: LineDefinition, values: Float64Array): Line {
  const { id, label, unit, kind } = definition;
  return {
    id,
    label,
    unit,
    kind,
    values,
    get from() {
      return sourcesOfLine(definition);
    },
  };
}

function costLineOf(plan: Plan, component: CostComponent, values: Float64Array): CostLine {
  const { id, label, unit, kind, tower, spend } = component;
  return {
    id,
    label,
    unit,
    kind,
    values,
    get from() {
      return sourcesOfLine(component);
    },
    costPool: poolOf(plan, component),
    tower,
    spend,
    inTotal: isCounted(plan, component),
  };
}

const isCounted = ({ a }: Plan, { counted }: CostComponent): boolean => counted === undefined || a[counted];
const poolOf = (plan: Plan, { costPool }: CostComponent): string => (typeof costPool === "string" ? costPool : costPool(plan));
