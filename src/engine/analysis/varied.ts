import type { Assumption } from "../catalogue/assumption";
import { keySeries } from "../catalogue/keyValue";
import { ModelError } from "../errors";
import { FOLLOWERS, parseKey } from "../catalogue/keys";
import type { ParsedKey } from "../catalogue/keys";
import type { Projection } from "../lines";
import type { Architecture } from "../plan/setting";
import { projector } from "../plan/projector";
import type { Projector } from "../plan/projector";
import type { Reference } from "../catalogue/reference";
import type { Assumptions, ScenarioMap } from "../catalogue/resolved";
import { resolveScenario, unknownKey } from "../catalogue/scenario";
import { growthRules } from "../catalogue/scenarioRules";
import { COUNTING_FIELDS, refillGrowth, refillSalaries, refillSeason } from "../catalogue/scenarioTables";
import type { Value } from "../catalogue/values";

/** A key that holds a number, with the number that the scenario has there. */
export interface NumericKey {
  readonly key: string;
  readonly parsed: ParsedKey;
  readonly assumption: Assumption<unknown>;
  readonly base: number;
  readonly whole: boolean;
  /** Bounds of the catalogue. */
  readonly min: number;
  readonly max: number;
}

const NUMERIC_KINDS: readonly string[] = ["number", "integer", "rate", "money", "own"];

/** Whether a key holds a number, whatever the scenario. */
export function isNumeric(key: string): boolean {
  const kind = parseKey(key)?.assumption.kind;
  return kind !== undefined && kind !== "own" && NUMERIC_KINDS.includes(kind);
}

/**
 * A key as a number that can be varied.
 * @throws {ModelError} for a key that is unknown, does not hold a number, or holds none in the scenario.
 */
export function numericKey(a: Assumptions, key: string): NumericKey {
  const parsed = parseKey(key);
  if (!parsed) throw new ModelError("unknown-key", key, unknownKey(key).message);
  const { assumption } = parsed;
  if (!NUMERIC_KINDS.includes(assumption.kind)) {
    throw new ModelError("wrong-type", key, `${assumption.label} (${key}) isn't a number. Choose an input with a number.`);
  }
  const base = valueOf(a, parsed);
  if (base === undefined) throw new ModelError("missing", key, `Enter ${key} in the scenario first: it has no number to vary.`);
  const { min = -Infinity, max = Infinity, kind } = assumption;
  return { key, parsed, assumption, base, whole: kind === "integer", min, max };
}

/** The number that a scenario has under a key; undefined when it has none. */
function valueOf(a: Assumptions, { key, pattern, index }: ParsedKey): number | undefined {
  const stated = keySeries(a, key)?.(0);
  if (stated !== undefined || index === undefined) return stated;
  return pattern === "demand.growth.*" ? a.growthByYear[Math.min(index, a.growthByYear.length) - 1] : 1;
}

/** The value that a key takes for a number: within its bounds, whole where it has to be. */
export function allowedValue({ min, max, whole }: NumericKey, value: number): number {
  const inside = Math.min(max, Math.max(min, value));
  return whole ? Math.round(inside) : inside;
}

/** A scenario some of whose numbers change again and again. */
export interface VariedScenario {
  readonly keys: readonly NumericKey[];
  /** Sets the number of a key, by its place in `keys`; within its bounds. */
  readonly set: (index: number, value: number) => void;
  /** Sets every key to what the scenario states. */
  readonly reset: () => void;
  /**
   * The projection of the numbers as they are; the last one under the same architecture is lost.
   * @throws {ModelError} when the numbers contradict each other, or a formula gives no number.
   */
  readonly projection: (architecture: Architecture) => Projection;
}

/**
 * Whether the scenario has to be read again for each number of a key: the length of the plan, and keys that change how others are read as soon
 * as they are stated at all (a product's own way of counting, own season factors, growth by year).
 */
function isStructural(scenario: ScenarioMap, { key, table, field, index }: ParsedKey): boolean {
  if (key === "plan.years") return true;
  return !scenario.has(key) && (index !== undefined || (table === "license" && COUNTING_FIELDS.includes(field ?? "")));
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The scenario as it is now, and what projects it. */
interface Present {
  readonly a: Assumptions;
  readonly projectors: { readonly architecture: Architecture; readonly projector: Projector }[];
  /** By key: writes its number into the assumptions. */
  readonly writers: readonly ((value: number) => void)[];
}

/**
 * A scenario whose named keys can be changed. With `wanted`, only those stock lines, the cost lines, and what they are computed from are computed.
 * @throws {ModelError} for a scenario with an error, and for a key that is no number in it.
 */
export function variedScenario(
  scenario: ScenarioMap,
  names: readonly string[],
  reference: Reference,
  wanted?: readonly string[],
): VariedScenario {
  const base = resolveScenario(scenario, reference);
  const keys = names.map((name) => numericKey(base, name));
  const values = keys.map((key) => key.base);
  const structural = keys.map(({ parsed }) => isStructural(scenario, parsed));
  let present = presentOf(scenario, keys, values, reference);
  const set = (index: number, value: number): void => {
    if (values[index] === value) return;
    values[index] = value;
    if (structural[index]) present = presentOf(scenario, keys, values, reference);
    else present.writers[index](value);
    for (const each of present.projectors) each.projector.changed(index);
  };
  return {
    keys,
    set,
    reset: () => keys.forEach((key, index) => set(index, key.base)),
    projection: (architecture) => {
      const { a, projectors } = present;
      const problem = a["demand.curve"] === "logistic" ? growthRules(a)[0] : undefined;
      if (problem) throw new ModelError("conflict", problem.key, problem.message);
      let found = projectors.find((each) => each.architecture === architecture);
      if (!found) {
        found = { architecture, projector: projector(a, architecture, reference, { keys: names, wanted }) };
        projectors.push(found);
      }
      return found.projector.projection();
    },
  };
}

/** Reads the scenario with every key stated, so that its assumptions have a place for each; but for what must not be stated before it changes. */
function presentOf(scenario: ScenarioMap, keys: readonly NumericKey[], values: readonly number[], reference: Reference): Present {
  const stated = new Map<string, Value>(scenario);
  keys.forEach(({ key, parsed, base }, index) => {
    if (values[index] !== base || !isStructural(scenario, parsed)) stated.set(key, values[index]);
  });
  const a = resolveScenario(stated, reference);
  return { a, projectors: [], writers: keys.map(({ parsed }) => writerOf(a, parsed)) };
}

/** What writes the number of a key into assumptions that nobody else reads. */
function writerOf(a: Assumptions, { key, table, row, field, pattern }: ParsedKey): (value: number) => void {
  const stated = a.stated as Map<string, Value>;
  const rows = table && { deal: a.deals, server: a.servers, license: a.licenses, role: a.roles, custom: a.customLines }[table];
  const holder = (table ? (rows as readonly { name: string }[]).find(({ name }) => name === row) : a) as
    Record<string, unknown> | undefined;
  const name = table ? (field ?? "") : key;
  const isHeld = table !== undefined || pattern === key;
  const refill = refillOf(a, key, table);
  return (value) => {
    stated.set(key, value);
    if (holder && isHeld) holder[name] = value;
    refill?.();
  };
}

/** What is derived from a key and has to follow it. */
function refillOf(a: Assumptions, key: string, table: string | undefined): (() => void) | undefined {
  if (key.startsWith("demand.growth")) return () => refillGrowth(a.stated, a["demand.growth"], a.growthByYear as number[]);
  if (key === "staff.wage_growth") return () => refillSalaries(a.roles, a["staff.wage_growth"]);
  if (key.startsWith("demand.season.")) return () => refillSeason(a.stated, a.seasonFactors as number[]);
  const followers = FOLLOWERS.get(key)?.filter((follower) => !a.stated.has(follower));
  if (followers) return () => followers.forEach((follower) => Object.assign(a, { [follower]: a.stated.get(key) }));
  // Lists of servers are compiled once each: a changed one is another list.
  return table === "server" ? () => ((a as Mutable<Assumptions>).servers = [...a.servers]) : undefined;
}
