import type { CapacityEvent } from "./capacity/plan";
import type { CostComponent } from "./cost/component";
import { COMPONENTS } from "./cost/components";
import { customComponents } from "./cost/custom";
import type { CostLine, FeasibleProjection, Ledger, Line, LineDefinition, Plan } from "./lines";
import { addSeries } from "./series";
import { stockLines } from "./stockLines";

/** The lines of projections that have the same structure: which lines there are, where they are booked, and room for their months. */
export interface PlanLedger {
  readonly definitions: readonly LineDefinition[];
  /** Index of the first cost line: stock lines stand before it. */
  readonly firstCost: number;
  readonly projection: FeasibleProjection;
  readonly ledger: Ledger;
  readonly components: readonly CostComponent[];
  readonly roles: readonly string[];
  /** 1 for each cost line that is not 0 throughout. */
  readonly hasCost: Uint8Array;
  /** Room for the cost lines that count. */
  readonly counted: Float64Array[];
}

/** Whether a plan has the lines of a ledger, booked in the same places. */
export function isLedgerOf({ roles, components, projection: { costs } }: PlanLedger, plan: Plan): boolean {
  const staff = plan.staffing.roles;
  return (
    staff.length === roles.length &&
    staff.every(({ name }, i) => name === roles[i]) &&
    components.every(
      (component, i) => poolOf(plan, component) === costs[i].costPool && (component.inTotal?.(plan) ?? true) === costs[i].inTotal,
    )
  );
}

/** Room for the lines of a plan; none is computed yet. */
export function emptyLedger(plan: Plan): PlanLedger {
  const { a, architecture, timeline } = plan;
  const stocks = stockLines(plan);
  const known = new Set([...stocks, ...COMPONENTS].map(({ id }) => id));
  const components = a.customLines.length === 0 ? COMPONENTS : [...COMPONENTS, ...customComponents(a, known)];
  const room = (): Float64Array => new Float64Array(timeline.months);
  const costs = components.map((component) => costLineOf(plan, component, room()));
  const lines = [...stocks.map((definition) => lineOf(definition, room())), ...costs];
  const byId = new Map(lines.map(({ id, values }) => [id, values] as const));
  const ledger: Ledger = (id) => {
    const values = byId.get(id);
    if (!values) throw new Error(`There is no line ${id}.`);
    return values;
  };
  const roles = plan.staffing.roles.map(({ name }) => name);
  const projection: FeasibleProjection = {
    feasible: true,
    architecture,
    plan,
    timeline,
    lines,
    costs,
    total: room(),
    get events() {
      return eventsOf(plan);
    },
  };
  return {
    definitions: [...stocks, ...components],
    firstCost: stocks.length,
    projection,
    ledger,
    components,
    roles,
    hasCost: new Uint8Array(costs.length),
    counted: [],
  };
}

/** Computes a line anew; it reads only lines before it. Costs are those of the months in which the architecture is in service. */
export function writeLine(
  { definitions, components, firstCost, hasCost, projection: { lines, plan }, ledger }: PlanLedger,
  index: number,
): void {
  const { values } = lines[index];
  const isCost = index >= firstCost;
  // Many cost lines are and stay 0 throughout.
  if (!isCost || hasCost[index - firstCost] === 1) values.fill(0);
  if (isCost) hasCost[index - firstCost] = 1;
  definitions[index].write(plan, values, ledger);
  if (!isCost) return;
  const { service } = plan;
  if (service && !components[index - firstCost].paidAhead) values.fill(0, 0, service.first - 1).fill(0, service.last);
  hasCost[index - firstCost] = hasAmount(values);
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

function eventsOf({ central, distributed }: Plan): readonly CapacityEvent[] {
  if (!distributed) return central?.events ?? [];
  if (!central) return distributed.events;
  return [...central.events, ...distributed.events].sort((one, other) => one.month - other.month);
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
