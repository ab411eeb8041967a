import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { functionHelp } from "../../scripts/docs/functionHelp.mjs";
import { metadataJson, sourceTexts } from "./host";

const text = readFileSync("docs/catalogue.md", "utf8");

interface Argument {
  readonly name: string;
  readonly optional: boolean;
  readonly repeats: boolean;
  readonly default?: string;
}

/** `[periods=5]`, `[name, value]...` or `base`. */
function argumentOf(written: string): Argument {
  const [, inner = "", repeats] = /^\[?([^\]]*)\]?(\.\.\.)?$/.exec(written) ?? [];
  const [name, initial] = inner.split("=");
  const argument = { name: name.replaceAll(", ", "_"), optional: written.startsWith("["), repeats: repeats !== undefined };
  return initial === undefined ? argument : { ...argument, default: initial };
}

/** The promised functions: name and arguments. */
const promised = Array.from(text.matchAll(/^- `([A-Z.]+)\((.*)\)`$/gm), ([, name, list]) => ({
  name,
  arguments: Array.from(list.matchAll(/\[[^\]]*\](?:\.\.\.)?|[^,\s]+/g), ([written]) => argumentOf(written)),
}));

const help = functionHelp(
  metadataJson,
  sourceTexts.map((each) => ({ text: each })),
).functions;

describe("the catalogue", () => {
  test("names every function once, and only functions that are promised", () => {
    const names = promised.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(help.map(({ name }) => name).filter((name) => !names.includes(name))).toEqual([]);
  });

  test("is complete: every function that is promised is there", () => {
    const missing = promised.map(({ name }) => name).filter((name) => !help.some((each) => each.name === name));
    expect(missing).toEqual([]);
  });

  test.each(promised.map((each) => [each.name, each] as const))(
    "is kept by %s: its arguments, their order and their defaults",
    (name, { arguments: expected }) => {
      const parameters = help.find((each) => each.name === name)?.parameters ?? [];
      const actual = parameters.map((parameter, index): Argument => {
        const { name: argument, optional, repeats, default: initial } = parameter;
        // A default is compared where one is promised.
        return { name: argument, optional, repeats, ...(expected[index]?.default === undefined ? {} : { default: initial }) };
      });
      expect(actual).toEqual(expected);
    },
  );
});
