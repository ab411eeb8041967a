import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { metricNamed } from "../../src/engine/finance/metrics";
import type { CostLine, FeasibleProjection } from "../../src/engine/lines";
import type { Architecture } from "../../src/engine/plan/setting";
import { BASES, projected, monthsOf } from "../engine/projected";
import type { Given } from "../engine/projected";

/** A scenario small enough for a person to check, on bases that hold everything else still. */
interface Scenario {
  readonly architecture: Architecture;
  readonly bases: readonly (keyof typeof BASES)[];
  readonly scenario: Given;
}

type Months = Readonly<Record<string, number>>;

/** What the hand calculation of the note says. Cost lines that are not listed are 0. */
interface Expected {
  readonly metrics: Readonly<Record<string, number>>;
  readonly stocks: Readonly<Record<string, Months>>;
  readonly costs: Readonly<Record<string, { readonly total: number; readonly months: Months }>>;
  readonly events?: readonly unknown[];
}

const folder = new URL("./", import.meta.url);
const textOf = (path: string): string => readFileSync(new URL(path, folder), "utf8");
const dataOf = (path: string): unknown => JSON.parse(textOf(path));

const NAMES = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() && entry.name !== "bases" ? [entry.name] : [],
);

function projectedScenario(name: string): FeasibleProjection {
  const { architecture, bases, scenario } = dataOf(`${name}/scenario.json`) as Scenario;
  return projected(Object.assign({}, ...bases.map((base) => BASES[base]), scenario) as Given, architecture);
}

/** Rounds to the cent, or to a millionth of a quantity. */
const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;
const cents = (value: number): number => rounded(value, 2);
const quantity = (value: number): number => rounded(value, 6);

function picked(values: readonly number[], months: Months, round: (value: number) => number): Months {
  return Object.fromEntries(Object.keys(months).map((month) => [month, round(values[Number(month) - 1])]));
}

const totalOf = ({ values }: CostLine): number => values.reduce((sum, value) => sum + value, 0);

it("there are at least nine worked examples", () => {
  expect(NAMES.length).toBeGreaterThanOrEqual(9);
});

describe.each(NAMES)("worked example: %s", (name) => {
  const expected = dataOf(`${name}/expected.json`) as Expected;
  /** Within each test: what is computed beside the tests judges no planted mistake. */
  const found = (): FeasibleProjection => projectedScenario(name);

  it("every cost line is what the hand calculation says, to the cent, and all others are 0", () => {
    const spent = found().costs.filter((line) => line.values.some((value) => value !== 0));
    expect(Object.fromEntries(spent.map((line) => [line.id, cents(totalOf(line))]))).toEqual(
      Object.fromEntries(Object.entries(expected.costs).map(([id, { total }]) => [id, total])),
    );
  });

  it("and falls into the months that it says", () => {
    const monthsOfCosts = Object.entries(expected.costs).map(([id, { months }]) => [id, months] as const);
    const projection = found();
    const paid = monthsOfCosts.map(([id, months]) => [id, picked(monthsOf(projection, id), months, cents)]);
    const stated = monthsOfCosts.map(([id, months]) => [
      id,
      Object.fromEntries(Object.entries(months).map(([month, value]) => [month, cents(value)])),
    ]);
    expect(Object.fromEntries(paid)).toEqual(Object.fromEntries(stated));
  });

  it("the quantities are what it says", () => {
    const projection = found();
    const quantities = Object.entries(expected.stocks).map(([id, months]) => [id, picked(monthsOf(projection, id), months, quantity)]);
    expect(Object.fromEntries(quantities)).toEqual(expected.stocks);
  });

  it("the metrics are what it says, and its note names the total", () => {
    const projection = found();
    const metrics = Object.keys(expected.metrics).map((id) => [id, cents(metricNamed(id)!.of(projection)!)]);
    expect(Object.fromEntries(metrics)).toEqual(expected.metrics);
    expect(textOf(`${name}/note.md`)).toContain(expected.metrics["tco"].toLocaleString("en-US", { minimumFractionDigits: 2 }));
  });

  it("capacity changes when it says", () => {
    expect(found().events).toEqual(expected.events ?? []);
  });
});
