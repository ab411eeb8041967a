import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { functionTexts, localizedManifest, localizedMetadata, LOCALES, metadataFile } from "../../scripts/locales.mjs";
import type { Metadata } from "../../scripts/functionsMetadata.mjs";
import { builtText } from "./build";

const json = builtText("functions.json");
const texts = functionTexts(JSON.parse(json) as Metadata);
const manifest = readFileSync("manifest.xml", "utf8");

/** Texts of the manifest that are names, and stay as they are. */
const NAMES = ["TCO", "TCO Planner"];

const manifestTexts = Array.from(manifest.matchAll(/<(?:bt:String|Description) [^>]*?DefaultValue="([^"]*)"/g), ([, text]) => text).filter(
  (text) => !NAMES.includes(text),
);

/** Words and keys that formulas hold: they are the same in every language. */
const HELD = /\b[a-z]+(?:[._][a-z_]+)+\b|"[^"]*"/g;

test("German is among the languages", () => {
  expect(LOCALES.map(({ locale }) => locale)).toContain("de-DE");
});

describe.each(LOCALES.map((locale) => [locale.locale, locale] as const))("the texts in %s", (_name, locale) => {
  test("are there for every text of the functions, and for no other", () => {
    expect(Object.keys(locale.functions).sort()).toEqual([...texts].sort());
  });

  test("are there for every text of the manifest, and for no other", () => {
    expect(Object.keys(locale.manifest).sort()).toEqual(manifestTexts.sort());
  });

  test("differ from the English ones, unless the text is a list of words that formulas hold", () => {
    const same = Object.entries({ ...locale.functions, ...locale.manifest }).filter(([english, other]) => english === other);
    expect(same).toEqual([]);
  });

  test("name the same keys and words as the English ones", () => {
    const held = (text: string) => (text.match(HELD) ?? []).filter((word) => !word.includes("#All")).sort();
    const different = Object.entries(locale.functions).filter(([english, other]) => held(english).join() !== held(other).join());
    expect(different).toEqual([]);
  });

  test("end like sentences", () => {
    const all = Object.values(locale.functions);
    expect(all.filter((text) => !/[.%]$/.test(text) || text !== text.trim())).toEqual([]);
  });
});

describe.each(LOCALES.map(({ locale }) => [locale]))("the functions.json in %s", (locale) => {
  const localized = JSON.parse(builtText(metadataFile(locale))) as Metadata;

  test("is that of English but for what people read", () => {
    const blank = (text: string): unknown =>
      JSON.parse(text, (key, value: unknown) => (key === "description" || key === "tooltip" ? "" : value));
    expect(blank(JSON.stringify(localized))).toEqual(blank(json));
  });

  test("has no description that is English", () => {
    const english = new Set(texts);
    expect(functionTexts(localized).filter((text) => english.has(text))).toEqual([]);
  });

  test("is what the manifest offers to an Excel in that language", () => {
    expect(builtText("manifest.xml")).toMatch(
      new RegExp(`<bt:Override Locale="${locale}" Value="https://[^"]*/${metadataFile(locale)}" />`),
    );
  });
});

test("a text that is not translated stays English", () => {
  const metadata = JSON.stringify({ functions: [{ id: "A", name: "A", description: "New.", parameters: [], result: {} }] });
  expect(JSON.parse(localizedMetadata(metadata, LOCALES[0]))).toEqual(JSON.parse(metadata));
});

test("a text of the manifest has its translations beside it", () => {
  expect(localizedManifest('<bt:String id="a" DefaultValue="Compare" />')).toBe(
    '<bt:String id="a" DefaultValue="Compare"><bt:Override Locale="de-DE" Value="Vergleichen" /></bt:String>',
  );
});
