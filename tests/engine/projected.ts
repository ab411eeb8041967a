import { expect } from "vitest";
import type { Assumption } from "../../src/engine/catalogue/assumption";
import { CATALOGUE } from "../../src/engine/catalogue/assumptions";
import type { FeasibleProjection, Projection } from "../../src/engine/lines";
import type { Architecture } from "../../src/engine/plan/setting";
import { project } from "../../src/engine/plan/project";
import type { Reference } from "../../src/engine/catalogue/reference";
import { resolveScenario } from "../../src/engine/catalogue/scenario";
import type { Value } from "../../src/engine/catalogue/values";
import { reference } from "../../src/reference/load";
import nothingCosts from "../golden/bases/nothing-costs.json";
import oneCorePerVolume from "../golden/bases/one-core-per-volume.json";

/** A scenario as a test states it: what is not stated has its default. */
export type Given = Readonly<Record<string, Value>>;

export function mapOf(given: Given): ReadonlyMap<string, Value> {
  return new Map(Object.entries(given));
}

export function projectionOf(given: Given, architecture: Architecture, data: Reference = reference): Projection {
  return project(resolveScenario(mapOf(given), data), architecture, data);
}

/** The projection of a scenario that a plan carries; a test that meets another fails here. */
export function projected(given: Given, architecture: Architecture = "vertical", data: Reference = reference): FeasibleProjection {
  const projection = projectionOf(given, architecture, data);
  if (projection.feasible) return projection;
  throw new Error(`infeasible: ${JSON.stringify(projection.infeasibility)}`);
}

/** The months of a line. */
export function monthsOf(projection: FeasibleProjection, id: string): readonly number[] {
  const line = projection.lines.find((candidate) => candidate.id === id);
  if (!line) throw new Error(`There is no line ${id}.`);
  return Array.from(line.values);
}

/** The sum of a line's months. */
export function sumOf(projection: FeasibleProjection, id: string): number {
  return monthsOf(projection, id).reduce((sum, value) => sum + value, 0);
}

/** Every price of the catalogue at 0. */
const NO_PRICES: Given = Object.fromEntries(
  Object.entries<Assumption<unknown>>(CATALOGUE).flatMap(([key, { kind }]) => (kind === "money" && !key.includes("*") ? [[key, 0]] : [])),
);

/** All prices at 0, no roles and no risk: the base of scenarios that look at a few lines by themselves. */
export const NOTHING_COSTS: Given = { ...NO_PRICES, ...nothingCosts };

/** One unit of volume needs one core and nothing else, of one server without standby: the base of scenarios that look at what is chosen. */
export const ONE_CORE_PER_VOLUME: Given = oneCorePerVolume;

/** The bases that worked examples name. */
export const BASES: Readonly<Record<string, Given>> = { "nothing-costs": NOTHING_COSTS, "one-core-per-volume": ONE_CORE_PER_VOLUME };

/** Rows of servers by name: cores, and a price or rent. */
export function servers(rows: Readonly<Record<string, Readonly<Record<string, Value>>>>): Given {
  const entries = Object.entries(rows).flatMap(([name, row]) =>
    Object.entries({ memory_gib: 1000, ...row }).map(([field, value]) => [`server.${name}.${field}`, value] as const),
  );
  return Object.fromEntries(entries);
}

/** One region of nodes: nothing lost, nothing spare, one copy. */
export const PLAIN_REGION: Given = {
  "demand.sites": 1,
  "horizontal.regions": 1,
  "horizontal.replication": 1,
  "horizontal.global_share": 0,
  "horizontal.overhead_share": 0,
  "horizontal.contention": 0,
  "horizontal.coherency": 0,
  "horizontal.spare": 0,
  "horizontal.min_nodes": 1,
  "horizontal.zones": 1,
  "horizontal.elastic_share": 0,
};

/** A line's value in a month, from 1. */
export function at(projection: FeasibleProjection, id: string, month: number): number {
  return monthsOf(projection, id)[month - 1];
}

/** A system that needs one core per unit of volume and costs nothing but what the test states. */
export function bare(given: Given): Given {
  return {
    ...NOTHING_COSTS,
    ...ONE_CORE_PER_VOLUME,
    "data.working_set": 0,
    "data.index_overhead": 0,
    "capacity.storage_fill": 1,
    ...given,
  };
}

/** A number within rounding, inside of a list or an object that is compared. */
export function near(value: number): number {
  return expect.closeTo(value, 9) as number;
}
