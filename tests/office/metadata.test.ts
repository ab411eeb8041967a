import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import { afterAll, describe, expect, test } from "vitest";
import { finishMetadata } from "../../scripts/functionsMetadata.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "tco-metadata-"));

afterAll(() => rmSync(folder, { recursive: true }));

interface Outcome {
  readonly metadata: { readonly functions: readonly Record<string, unknown>[]; readonly enums: readonly Record<string, unknown>[] };
  readonly json: string;
  /** What the generator says of its own accord, then what our check says. */
  readonly problems: readonly string[];
}

/** The functions.json of some source files, made in the same two steps as in the build. */
async function metadataOf(...texts: readonly string[]): Promise<Outcome> {
  const sources = texts.map((text, index) => ({ path: path.join(folder, `family${index}.ts`), text }));
  for (const source of sources) writeFileSync(source.path, source.text);
  const generated = await generateCustomFunctionsMetadata(sources.map((source) => source.path));
  const { json, problems } = finishMetadata(generated.metadataJson, sources);
  return { metadata: JSON.parse(json) as Outcome["metadata"], json, problems: [...generated.errors, ...problems] };
}

/** A documented custom function: `params` is one line per parameter, "name: type = description". */
function declaration(name: string, params: readonly string[], { tags = "", result = "number" } = {}): string {
  const parts = params.map((line) => /^(\w+\??): (.*?)(?: = (.*))?$/.exec(line)!);
  const documented = parts.map(([, parameter, , text]) => ` * @param ${parameter.replace("?", "")} ${text ?? ""}`);
  const typed = parts.map(([, parameter, type]) => `${parameter}: ${type}`);
  const lines = ["/**", ` * What ${name} returns.`, ` * @customfunction ${name}`, tags === "" ? "" : ` * ${tags}`, ...documented, " */"];
  const head = `export function ${name.replaceAll(".", "").toLowerCase()}(${typed.join(", ")}): ${result} {`;
  return [...lines.filter((line) => line !== ""), head, "  throw new Error();", "}", ""].join("\n");
}

const METHOD = (values = 'Compound = "compound"') =>
  `/** @customenum {string} */\nenum Method {\n  /** Grows by a share of itself. */\n  ${values}\n}\n`;
const PLAIN = declaration("GROWTH.AT", ["base: number = Amount now."]);

describe("a parameter in functions.json", () => {
  test.each([
    ["a number", "base: number = Amount now.", { name: "base", description: "Amount now.", type: "number" }],
    ["an optional value", "periods?: any = Number of years, 5 when left out.", { name: "periods", optional: true, type: "any" }],
    ["a range", "rates: any[][] = One rate or one per year.", { name: "rates", dimensionality: "matrix", type: "any" }],
    ["an optional range", "rates?: any[][] = Rates.", { name: "rates", dimensionality: "matrix", optional: true, type: "any" }],
    ["repeating ranges", "tables: any[][][] = Tables to add.", { name: "tables", dimensionality: "matrix", repeating: true, type: "any" }],
    ["repeating values", "pairs: any[] = Key, then value.", { name: "pairs", repeating: true, type: "any" }],
    ["named by a word of TypeScript", "return_?: any = What to return.", { name: "return", optional: true, type: "any" }],
    ["a choice", "method?: Method = How it grows.", { name: "method", optional: true, type: "string", customEnumId: "Method" }],
  ])("that is %s", async (_what, line, expected) => {
    const { metadata, problems } = await metadataOf(METHOD() + declaration("GROWTH.PROJECT", [line]));
    expect(problems).toEqual([]);
    expect(metadata.functions[0]["parameters"]).toEqual([{ description: expect.any(String) as string, ...expected }]);
  });

  test("leaves out the invocation that carries the cell's address", async () => {
    const params = ["rates: any[][] = Rates.", "invocation: CustomFunctions.Invocation = The cell."];
    const { metadata, problems } = await metadataOf(declaration("GROWTH.AT", params, { tags: "@requiresAddress" }));
    expect(problems).toEqual([]);
    expect(metadata.functions[0]).toMatchObject({ options: { requiresAddress: true }, parameters: [{ name: "rates" }] });
  });

  test("may repeat just before the invocation", async () => {
    const params = ["keys: any[][] = Keys.", "tables: any[][][] = Tables.", "invocation: CustomFunctions.Invocation = The cell."];
    const { metadata, problems } = await metadataOf(declaration("SCENARIO", params, { tags: "@requiresAddress", result: "any[][]" }));
    expect(problems).toEqual([]);
    expect(metadata.functions[0]).toMatchObject({
      result: { dimensionality: "matrix" },
      parameters: [{ name: "keys" }, { repeating: true }],
    });
  });
});

describe("functions.json", () => {
  test("passes errors and data types to parameters of any kind", async () => {
    const { metadata } = await metadataOf(PLAIN);
    expect(metadata).toMatchObject({ allowCustomDataForDataTypeAny: true, allowErrorForDataTypeAny: true });
  });

  test("is the same whatever the order of the files", async () => {
    const other = METHOD() + declaration("CAPACITY.NODES", ["method: Method = How."]);
    expect((await metadataOf(PLAIN, other)).json).toBe((await metadataOf(other, PLAIN)).json);
  });

  test("holds a choice with its values and hints once although two files declare it", async () => {
    const [first, second] = ["GROWTH.AT", "GROWTH.PROJECT"].map((name) => METHOD() + declaration(name, ["method: Method = How."]));
    const { metadata, problems } = await metadataOf(first, second);
    expect(problems).toEqual([]);
    expect(metadata.enums).toEqual([
      { id: "Method", type: "string", values: [{ name: "Compound", stringValue: "compound", tooltip: "Grows by a share of itself." }] },
    ]);
  });

  test("shows a description of several lines as one", async () => {
    const { metadata } = await metadataOf(PLAIN.replace("What GROWTH.AT returns.", "What GROWTH.AT\n *   returns."));
    expect(metadata.functions[0]).toMatchObject({ description: "What GROWTH.AT returns." });
  });
});

describe("the build fails, and says why, on", () => {
  test.each([
    [
      "a tagged arrow function",
      PLAIN.replace(/export function growthat/, "export const growthat = function"),
      "GROWTH.AT is tagged but missing",
    ],
    ["a tagged function inside another", `export function outer() {\n${PLAIN.replace("export ", "")}}`, "GROWTH.AT is tagged but missing"],
    ["a tag without a name", PLAIN.replace("@customfunction GROWTH.AT", "@customfunction"), "@customfunction without a name"],
    ["no description", PLAIN.replace(" * What GROWTH.AT returns.\n", ""), "GROWTH.AT: no description"],
    ["a parameter without a description", PLAIN.replace("Amount now.", ""), "GROWTH.AT: parameter base has no description"],
    ["a parameter documented by another name", PLAIN.replace("@param base", "@param bass"), "GROWTH.AT: parameter base has no description"],
    ["a name of two characters", declaration("PV", []), "PV: the name is shorter than 3 characters"],
    ["a name that is a cell", declaration("TCO2026", []), "TCO2026: the name looks like a cell reference"],
    ["a name that is a cell in R1C1 style", declaration("R2C3", []), "R2C3: the name looks like a cell reference"],
    ["a name with the namespace", declaration("TCO.GROWTH", []), "TCO.GROWTH: the namespace belongs to the manifest"],
    [
      "a display name of its own",
      PLAIN.replace("@customfunction GROWTH.AT", "@customfunction GROWTH.AT GROWTH.ON"),
      "GROWTH.AT: id and name differ",
    ],
    [
      "repeating parameters before another",
      declaration("SCENARIO", ["all: any[][][] = All.", "last: any = Last."]),
      "parameter all repeats but is not the last",
    ],
    ["an alias as a type", declaration("GROWTH.AT", ["base: Cells = Amount."]), 'does not support type "Cells"'],
    [
      "the address without an invocation",
      declaration("GROWTH.AT", ["base: any = Amount."], { tags: "@requiresAddress" }),
      "should be of type CustomFunctions.Invocation",
    ],
    ["more than 200 kB", declaration("GROWTH.AT", [`base: any = ${"x".repeat(200_000)}`]), "more than 200000"],
  ])("%s", async (_what, text, problem) => {
    expect((await metadataOf(text)).problems.join("\n")).toContain(problem);
  });

  test("one name in two files", async () => {
    expect((await metadataOf(PLAIN, PLAIN)).problems).toEqual(["GROWTH.AT: two functions have this name"]);
  });

  test("one choice with different values in two files", async () => {
    const { problems } = await metadataOf(METHOD() + PLAIN, METHOD('Linear = "linear"'));
    expect(problems).toEqual(["enum Method: declared with different values in two files"]);
  });
});
