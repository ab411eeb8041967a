/** The custom functions as a host calls them: by name, with what functions.json says about their arguments. */

import { fileURLToPath } from "node:url";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import { finishMetadata, functionSources } from "../../scripts/functionsMetadata.mjs";

const FOLDER = fileURLToPath(new URL("../../src/functions", import.meta.url));

/** What Excel gives the realm of custom functions. */
class ExcelError extends Error {
  constructor(
    readonly code: string,
    message = "",
  ) {
    super(message);
  }
}

Object.assign(globalThis, {
  CustomFunctions: { Error: ExcelError, ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" }, associate: () => undefined },
});

interface DeclaredParameter {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly dimensionality?: "matrix";
  readonly optional?: boolean;
  readonly repeating?: boolean;
  readonly customEnumId?: string;
}

interface DeclaredFunction {
  readonly id: string;
  readonly description: string;
  readonly parameters: readonly DeclaredParameter[];
  readonly options?: { readonly requiresAddress?: boolean };
}

const sources = functionSources(FOLDER);
const generated = await generateCustomFunctionsMetadata(sources.map((source) => source.path));
const { json, problems } = finishMetadata(generated.metadataJson, sources);

/** What is wrong with the declarations; nothing when functions.json can ship. */
export const metadataProblems: readonly string[] = [...generated.errors, ...problems];

/** functions.json as the build writes it, as text. */
export const metadataJson: string = json;

interface DeclaredEnum {
  readonly id: string;
  readonly values: readonly { readonly stringValue: string }[];
}

/** functions.json, parsed. */
export const metadata = JSON.parse(json) as { readonly functions: readonly DeclaredFunction[]; readonly enums: readonly DeclaredEnum[] };

type Body = (...args: unknown[]) => unknown;

const modules = await Promise.all(sources.map(async ({ path: file }) => (await import(/* @vite-ignore */ file)) as Record<string, Body>));
const names = new Map(generated.associate.map(({ id, functionName }) => [id.toUpperCase(), functionName]));

/** The text of each source file of functions, for tests that read its documentation. */
export const sourceTexts: readonly string[] = sources.map(({ text }) => text);

/** What functions.js associates with each id. */
export const bodies: ReadonlyMap<string, Body> = new Map(
  [...names].flatMap(([id, name]) => {
    const body = modules.map((each) => each[name]).find((each) => each !== undefined);
    return body ? [[id, body] as const] : [];
  }),
);

function bodyOf(id: string): Body {
  const body = bodies.get(id);
  if (!body) throw new Error(`There is no function ${id}.`);
  return body;
}

/** What functions.json says about a function. */
function declared(id: string): DeclaredFunction {
  const found = metadata.functions.find((each) => each.id === id);
  if (!found) throw new Error(`functions.json has no function ${id}.`);
  return found;
}

/** The arguments as Excel hands them over: ranges as rows of cells, what is left out as null, repeating ones as a list. */
function marshalled({ parameters }: DeclaredFunction, given: readonly unknown[]): unknown[] {
  const rows = (value: unknown): unknown => (Array.isArray(value) || value === null ? value : [[value]]);
  const one = (value: unknown): unknown =>
    Array.isArray(value) && value.length === 1 && (value[0] as unknown[]).length === 1 ? (value as unknown[][])[0][0] : value;
  return parameters.map((parameter, index) => {
    const shape = parameter.dimensionality === "matrix" ? rows : one;
    return parameter.repeating ? given.slice(index).map(shape) : shape(given[index] ?? null);
  });
}

/** Calls a function from the cell Sheet1!B2, or another. */
export function callAt(address: string, id: string, ...given: readonly unknown[]): unknown {
  return bodyOf(id)(...marshalled(declared(id), given), { address });
}

/** Calls a function from the cell Sheet1!B2. */
export function call(id: string, ...given: readonly unknown[]): unknown {
  return callAt("Sheet1!B2", id, ...given);
}

/** The error that a call shows: its code and message. */
export function errorOf(id: string, ...given: readonly unknown[]): { readonly code: string; readonly message: string } {
  let result: unknown;
  try {
    result = call(id, ...given);
  } catch (error) {
    if (error instanceof ExcelError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error(`${id} gave ${JSON.stringify(result)} and no error.`);
}
