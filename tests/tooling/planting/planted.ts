/** Runs in a copy of the sources in which things are planted: prints where they are found. */
import { explanation } from "../../../src/engine/analysis/explain/explain";
import { COMPONENTS } from "../../../src/engine/cost/components";
import type { FeasibleProjection } from "../../../src/engine/lines";
import { project } from "../../../src/engine/plan/project";
import { resolveScenario } from "../../../src/engine/catalogue/scenario";
import type { Value } from "../../../src/engine/catalogue/values";
import * as compare from "../../../src/functions/compare";
import * as growth from "../../../src/functions/growth";
import { reference } from "../../../src/reference/load";
import { answer } from "../../../src/taskpane/analyze/answer";
import { cellsOf } from "../../../src/taskpane/analyze/cells";
import { formulaOf } from "../../../src/taskpane/analyze/formula";
import type { PaneQuestion } from "../../../src/taskpane/analyze/question";
import { inputRows } from "../../../src/workbook/mapping";

function projected(given: Readonly<Record<string, Value>>): FeasibleProjection {
  const projection = project(resolveScenario(new Map(Object.entries(given)), reference), "horizontal", reference);
  if (!projection.feasible) throw new Error("There is no plan.");
  return projection;
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

/** What a line is in the first month, and what explains it; how much the plan costs. */
function lineFound(id: string, given: Readonly<Record<string, Value>> = {}) {
  const projection = projected(given);
  const line = projection.costs.find((each) => each.id === id);
  const terms = explanation(projection, id, 1, String) ?? [];
  return {
    first: line?.values[0],
    formula: terms.find(({ name }) => name === id)?.formula,
    inTotal: line?.inTotal,
    total: sum(projection.total),
    sum: sum(projection.costs.flatMap(({ inTotal, values }) => (inTotal ? [sum(values)] : []))),
    servers: projection.series["servers"][0],
    nodes: projection.series["nodes"][0],
  };
}

/** Small nodes at a low rent, or a few large ones. */
const TWO_TYPES: Readonly<Record<string, Value>> = {
  "demand.volume": 20000,
  "horizontal.regions": 1,
  "platform.tools_cost": 0,
  "staff.roles": "none",
  "server.small.cores": 2,
  "server.small.memory_gib": 32,
  "server.small.monthly": 50,
  "server.large.cores": 16,
  "server.large.memory_gib": 128,
  "server.large.monthly": 700,
};

/** The node type that is chosen where a node costs so much a year. */
const nodeTypeAt = (price: number): string | undefined =>
  projected({ ...TWO_TYPES, "planted.node_price": price }).plan.distributed?.shape.name;

async function questionFound() {
  const question = { kind: "peak", metric: "npv", side: { scenario: "Base", architecture: "horizontal", rows: [["key", "Base"]] } };
  const asked = question as unknown as PaneQuestion & Parameters<typeof answer>[0];
  const found = await answer(
    asked,
    "en-US",
    () => Promise.resolve(),
    () => false,
  );
  return { answer: found, cells: found && cellsOf(found, 1), formula: found && formulaOf(asked, found, () => "Base_scenario", 1) };
}

type Called = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

/** The items by which a function of the comparison takes two scenarios apart. */
function comparedItems(): readonly unknown[] {
  const { scenarioVariance } = compare as unknown as Called;
  const column = (name: string, years: number): unknown => [
    ["Key", name],
    ["plan.years", years],
  ];
  const rows = scenarioVariance(column("One", 1), column("Two", 2), "component", {}) as readonly (readonly unknown[])[];
  return rows.map(([item]) => item);
}

/** What is found of all that is planted. */
export async function planted() {
  const { growthPlanted } = growth as unknown as Called;
  return {
    components: COMPONENTS.map(({ id }) => id),
    compared: comparedItems(),
    perServer: lineFound("planted.servers"),
    perNode: lineFound("planted.nodes", { "planted.node_price": 1200 }),
    nodeTypes: [nodeTypeAt(0), nodeTypeAt(12_000)],
    input: [lineFound("planted.input"), lineFound("planted.input", { "planted.share": 1 })],
    keysOfSheet: inputRows([]).map(([, key]) => key),
    function: growthPlanted(2, {}),
    question: await questionFound(),
  };
}

export type Planted = Awaited<ReturnType<typeof planted>>;

console.log(JSON.stringify(await planted()));
