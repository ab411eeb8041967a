import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { NOT_COVERED } from "./notCovered";

/** What a case expects or a run observes; null means "none". */
export type Expectation = number | string | boolean | null | readonly Expectation[] | { readonly [field: string]: Expectation };

export interface PublishedCase {
  readonly id: string;
  readonly title?: string;
  readonly formula?: string;
  /** The kind of case, under one of two names. */
  readonly rule?: string;
  readonly function?: string;
  /** Numbers by name; what is not a number is read by `given`. */
  readonly inputs: Readonly<Record<string, number>>;
  readonly expected: Expectation;
  readonly tolerance?: number | { readonly abs?: number; readonly rel?: number };
  readonly source: unknown;
}

/** An input of a case that is not a number, as the type that its run knows it to have. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller states what the case's file holds
export function given<T>({ inputs }: PublishedCase, name: string): T {
  return inputs[name] as unknown as T;
}

/** What the engine says to a case, in the fields that the case expects. */
export type Run = (published: PublishedCase) => Expectation;

/** Runs by the case's id, by `rule:` and its rule, or by the start of its id and `*`; the first kind that fits wins. */
export type Runs = Readonly<Record<string, Run>>;

export const FAMILIES = [
  "availability",
  "bandwidth",
  "capacity",
  "finance",
  "forecasting",
  "licensing",
  "queueing",
  "sharding",
  "staffing",
  "usl",
] as const;
export type Family = (typeof FAMILIES)[number];

export function casesOf(family: Family): readonly PublishedCase[] {
  const file = new URL(`cases/${family}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { cases: PublishedCase[] }).cases;
}

const kindOf = ({ rule, function: name }: PublishedCase): string => `rule:${rule ?? name ?? ""}`;
const isExcused = (published: PublishedCase): boolean => published.id in NOT_COVERED || kindOf(published) in NOT_COVERED;

function runOf(runs: Runs, published: PublishedCase): Run | undefined {
  const { id } = published;
  const pattern = Object.keys(runs).find((key) => key.endsWith("*") && id.startsWith(key.slice(0, -1)));
  return runs[id] ?? runs[kindOf(published)] ?? (pattern === undefined ? undefined : runs[pattern]);
}

/** Each case of a family against the engine, and a check that none is forgotten or listed in vain. */
export function describeFamily(family: Family, runs: Runs): void {
  const cases = casesOf(family);
  const covered = cases.flatMap((published) => {
    const run = runOf(runs, published);
    return run && !isExcused(published) ? [{ published, run }] : [];
  });

  describe(`published cases: ${family}`, () => {
    it.each(covered.map(({ published, run }) => [published.id, published.title ?? published.formula ?? "", published, run] as const))(
      "%s %s",
      (_id, _title, published, run) => {
        expect(differences(published.expected, run(published), published, "")).toEqual([]);
      },
    );

    it("runs every case or says why not", () => {
      const unsaid = cases.filter((published) => runOf(runs, published) === undefined && !isExcused(published));
      expect(unsaid.map(({ id }) => id)).toEqual([]);
    });

    it("has no run that no case uses, and no case that both runs and is excused", () => {
      const used = new Set(covered.map(({ run }) => run));
      expect(Object.keys(runs).filter((key) => !used.has(runs[key]))).toEqual([]);
      expect(cases.filter((published) => isExcused(published) && published.id in runs).map(({ id }) => id)).toEqual([]);
    });
  });
}

/** In words, each place where the observed differs from the expected; fields excused by `id.field` are left out. */
function differences(expected: Expectation, observed: Expectation | undefined, published: PublishedCase, path: string): string[] {
  if (`${published.id}${path}` in NOT_COVERED) return [];
  if (typeof expected === "object" && expected !== null) {
    const parts = observed as Readonly<Record<string, Expectation>>;
    const fields: [string, Expectation][] = Object.entries(expected);
    return fields.flatMap(([field, value]) => differences(value, parts[field], published, `${path}.${field}`));
  }
  if (typeof expected === "number" && typeof observed === "number") {
    const off = Math.abs(observed - expected);
    return off <= allowedError(expected, published) ? [] : [`${path}: expected ${expected}, got ${observed}`];
  }
  return expected === observed ? [] : [`${path}: expected ${String(expected)}, got ${JSON.stringify(observed)}`];
}

// A value printed with so many decimals may be off by its own rounding even where the case's tolerance is tighter.
const PRINTED_DECIMALS = 4;

/** The case's own tolerance; without one, half of the last printed decimal, and rounding errors for whole numbers. */
function allowedError(expected: number, { tolerance }: PublishedCase): number {
  const rounding = 1e-9 * Math.max(1, Math.abs(expected));
  const decimals = /\.(\d+)$/.exec(String(expected))?.[1]?.length ?? 0;
  const printed = 0.5 * 10 ** -decimals + rounding;
  if (tolerance === undefined) return decimals === 0 ? rounding : printed;
  const stated = typeof tolerance === "number" ? tolerance : Math.max(tolerance.abs ?? 0, (tolerance.rel ?? 0) * Math.abs(expected));
  return Math.max(stated, decimals >= PRINTED_DECIMALS ? printed : rounding);
}
