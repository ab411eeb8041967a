/** Scenarios as a file: JSON with a versioned schema and the keys of the model, readable by people and programs. Pure. */

import * as v from "valibot";
import type { Value } from "../../engine/values";
import type { Content } from "./content";

const SCHEMA = "tco-planner/scenarios";
const VERSION = 1;
const LONGEST_TEXT = 5_000_000;
const LONGEST_NAME = 60;

const values = v.record(
  v.string(),
  v.union([v.pipe(v.number(), v.finite()), v.string(), v.boolean()], "Expected a number, a text, true or false"),
);

const scenarioFile = v.object({
  schema: v.literal(SCHEMA, `Expected "${SCHEMA}"`),
  version: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(1),
    v.maxValue(VERSION, `The file has been written by a newer version of TCO Planner; this one reads version ${String(VERSION)}`),
  ),
  scenarios: v.pipe(
    v.array(v.object({ name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(LONGEST_NAME)), values })),
    v.check(
      (list) => new Set(list.map(({ name }) => name.toLowerCase())).size === list.length,
      "Expected each scenario once: two have the same name",
    ),
  ),
  shared: v.optional(values, {}),
});

export type FileReading =
  | { readonly ok: true; readonly content: Content }
  /** What is wrong with the file, each with its place in it. */
  | { readonly ok: false; readonly problems: readonly string[] };

const mapOf = (record: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> => new Map(Object.entries(record));

/** The text of a file with these scenarios. */
export function textOfContent({ scenarios, shared }: Content): string {
  const file = {
    schema: SCHEMA,
    version: VERSION,
    scenarios: scenarios.map(({ name, values: stated }) => ({ name, values: Object.fromEntries(stated) })),
    shared: Object.fromEntries(shared),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** Reads the text of a file; every problem of its structure is listed. What its keys and values mean is judged by the plan of the import. */
export function contentOfText(text: string): FileReading {
  if (text.length > LONGEST_TEXT)
    return { ok: false, problems: [`The file has ${String(text.length)} characters; allowed are ${String(LONGEST_TEXT)}.`] };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return { ok: false, problems: [`The text is no JSON: ${(error as Error).message}`] };
  }
  const result = v.safeParse(scenarioFile, parsed);
  if (!result.success) {
    const problems = result.issues.map((issue) => `${v.getDotPath(issue) ?? "The file"}: ${issue.message}.`);
    return { ok: false, problems };
  }
  const { scenarios, shared } = result.output;
  return {
    ok: true,
    content: { scenarios: scenarios.map(({ name, values: stated }) => ({ name, values: mapOf(stated) })), shared: mapOf(shared) },
  };
}
