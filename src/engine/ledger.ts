import type { CapacityEvent } from "./capacity/plan";
import type { CostComponent } from "./cost/component";
import { COMPONENTS } from "./cost/components";
import { customComponents } from "./cost/custom";
import type { CostLine, FeasibleProjection, Ledger, Line, LineDefinition, Plan } from "./lines";
import type { SeriesPool } from "./series";
import { stockLines } from "./stockLines";

/** The lines of projections that have the same structure: which lines there are, where they are booked, and room for their months. */
interface Frame {
  readonly definitions: readonly LineDefinition[];
  readonly components: readonly CostComponent[];
  readonly lines: readonly Line[];
  readonly costs: readonly CostLine[];
  readonly total: Float64Array;
  readonly ledger: Ledger;
  readonly roles: readonly string[];
  readonly customLines: Plan["a"]["customLines"];
}

/** The frame that a pool's last projection used: the next one of the same structure writes into it. */
const frames = new WeakMap<SeriesPool, Frame>();

function frameFor(pool: SeriesPool, plan: Plan): Frame {
  const known = frames.get(pool);
  if (known && isFrameOf(known, plan)) return known;
  const frame = newFrame(plan);
  frames.set(pool, frame);
  return frame;
}

function isFrameOf({ roles, customLines, components, costs }: Frame, plan: Plan): boolean {
  const staff = plan.staffing.roles;
  return (
    customLines === plan.a.customLines &&
    staff.length === roles.length &&
    staff.every(({ name }, i) => name === roles[i]) &&
    components.every(
      (component, i) => poolOf(plan, component) === costs[i].costPool && (component.inTotal?.(plan) ?? true) === costs[i].inTotal,
    )
  );
}

function newFrame(plan: Plan): Frame {
  const { customLines } = plan.a;
  const stocks = stockLines(plan);
  const known = new Set([...stocks, ...COMPONENTS].map(({ id }) => id));
  const components = customLines.length === 0 ? COMPONENTS : [...COMPONENTS, ...customComponents(plan.a, known)];
  const room = (): Float64Array => new Float64Array(plan.timeline.months);
  const costs = components.map((component) => costLineOf(plan, component, room()));
  const lines = [...stocks.map((definition) => lineOf(definition, room())), ...costs];
  const byId = new Map(lines.map(({ id, values }) => [id, values] as const));
  const ledger: Ledger = (id) => {
    const values = byId.get(id);
    if (!values) throw new Error(`There is no line ${id}.`);
    return values;
  };
  const roles = plan.staffing.roles.map(({ name }) => name);
  return { definitions: [...stocks, ...components], components, lines, costs, total: room(), ledger, roles, customLines };
}

/** Computes every line of a plan in order; each reads only lines before it. */
export function computeLedger(pool: SeriesPool, plan: Plan): FeasibleProjection {
  const { architecture, timeline } = plan;
  const frame = frameFor(pool, plan);
  const { total, lines, costs } = frame;
  fillAll(frame.definitions, lines, plan, frame.ledger);
  total.fill(0);
  for (const { values, inTotal } of costs) if (inTotal) for (let m = 0; m < total.length; m++) total[m] += values[m];
  return { feasible: true, architecture, plan, timeline, lines, costs, total, events: eventsOf(plan) };
}

function eventsOf({ central, distributed }: Plan): readonly CapacityEvent[] {
  if (!distributed) return central?.events ?? [];
  if (!central) return distributed.events;
  return [...central.events, ...distributed.events].sort((one, other) => one.month - other.month);
}

function fillAll(definitions: readonly LineDefinition[], lines: readonly Line[], plan: Plan, ledger: Ledger): void {
  for (let i = 0; i < definitions.length; i++) {
    const { values } = lines[i];
    values.fill(0);
    definitions[i].write(plan, values, ledger);
  }
}

function lineOf({ id, label, unit, kind, from }: LineDefinition, values: Float64Array): Line {
  return { id, label, unit, kind, values, from };
}

function costLineOf(plan: Plan, component: CostComponent, values: Float64Array): CostLine {
  const { id, label, unit, kind, from, tower, spend } = component;
  return {
    id,
    label,
    unit,
    kind,
    values,
    from,
    costPool: poolOf(plan, component),
    tower,
    spend,
    inTotal: component.inTotal?.(plan) ?? true,
  };
}

const poolOf = (plan: Plan, { costPool }: CostComponent): string => (typeof costPool === "string" ? costPool : costPool(plan));
