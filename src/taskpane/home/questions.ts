/** The five questions of an empty workbook: what is asked and why, the defaults, and the model that the answers make. Pure. */

import { CATALOGUE } from "../../engine/catalogue/assumptions";
import { parseKey } from "../../engine/catalogue/keys";
import type { LicenseProduct } from "../../engine/catalogue/reference";
import type { Value } from "../../engine/catalogue/values";
import { BASE_COLUMN } from "../../workbook/layout";
import type { Evidence } from "../../workbook/mapping";
import { EMPTY_MODEL } from "../../workbook/modelPlan";
import type { ModelContent } from "../../workbook/modelPlan";
import { SAMPLE } from "../../workbook/sample";
import { inputText, wholeMoney } from "../shell/format";
import type { Insertion } from "../shell/state";
import type { Answers, HomeState, Product } from "./state";
import { typedFor } from "../typed/value";

/** What a volume can count. `other` is named by the user. */
export const COUNTS = [
  { id: "users", label: "users" },
  { id: "staffed beds", label: "staffed beds (hospital)" },
  { id: "other", label: "something else" },
] as const;

/** Databases among the products of the reference data, free ones first. */
const DATABASES: readonly string[] = [
  "postgresql",
  "mongodb",
  "cassandra",
  "sql-server-standard",
  "sql-server-enterprise",
  "oracle-db-se2",
  "oracle-db-ee",
];
export const OTHER_PRODUCT = "other";

const ANSWER_SOURCE = "answered when the model was made";
const REGIONS_KEY = "horizontal.regions";

/** The databases that can be offered: those without a price are asked for as "other". */
export function databasesOf(products: readonly LicenseProduct[]): readonly Product[] {
  return DATABASES.flatMap((name) => products.find((product) => product.name === name && product.price !== null) ?? []);
}

/** A product with what it costs, in words. */
export function productWords({ label, price, model, unit = "" }: Product, locale: string): string {
  if (price === null || price === 0) return `${label}, free`;
  const each = model === "subscription" ? "a year" : "each";
  return `${label}, ${wholeMoney(price, unit.slice(0, 3), locale)} ${each}`;
}

/** The answers that stand before anything is typed. */
export function defaultAnswers(locale: string): Answers {
  const shown = (key: "demand.sites" | "demand.volume" | "demand.growth") => inputText(CATALOGUE[key].default, CATALOGUE[key], locale);
  return {
    sites: shown("demand.sites"),
    volume: shown("demand.volume"),
    counts: "users",
    countsName: "",
    growth: shown("demand.growth"),
    hosting: "cloud",
    product: "postgresql",
    productName: "",
    productPrice: "",
  };
}

export type Problems = { readonly [Field in keyof Answers]?: string };

interface Read {
  readonly values: ReadonlyMap<string, Value>;
  readonly problems: Problems;
}

/** Key of a product's price, whose name may hold no point at its ends. */
function priceKey(name: string): string {
  return `license.${name.trim()}.price`;
}

function readTyped(key: string, text: string, locale: string): { readonly value?: Value; readonly problem?: string } {
  const assumption = parseKey(key)?.assumption;
  if (!assumption) return { problem: `"${text}" cannot be used as a name.` };
  const typed = typedFor(key, assumption, text, locale);
  return typed.ok ? { value: typed.value } : { problem: typed.message };
}

/** The number fields as values, with a problem for each that cannot be read. */
function readNumbers(answers: Answers, locale: string): Read {
  const values = new Map<string, Value>();
  const problems: Partial<Record<keyof Answers, string>> = {};
  const fields = [
    ["sites", "demand.sites"],
    ["volume", "demand.volume"],
    ["growth", "demand.growth"],
  ] as const;
  for (const [field, key] of fields) {
    const { value, problem } = readTyped(key, answers[field], locale);
    if (value !== undefined) values.set(key, value);
    if (problem !== undefined) problems[field] = problem;
  }
  return { values, problems };
}

function readProduct(answers: Answers, products: readonly Product[], locale: string): Read {
  const chosen = products.find(({ name }) => name === answers.product);
  if (chosen) return { values: new Map([[priceKey(chosen.name), chosen.price ?? 0]]), problems: {} };
  const name = answers.productName.trim();
  if (name === "") return { values: new Map(), problems: { productName: "Name the database, such as the product and its edition." } };
  const { value, problem } = readTyped(priceKey(name), answers.productPrice, locale);
  if (value === undefined) return { values: new Map(), problems: { productPrice: problem ?? "" } };
  return {
    values: new Map<string, Value>([
      [priceKey(name), value],
      [`license.${name}.model`, "subscription"],
    ]),
    problems: {},
  };
}

/** What a unit of the volume does and stores, where the sample knows it better than the defaults do: hospitals by their beds. */
function loadValues(counts: string, volume: number): ReadonlyMap<string, Value> {
  const sample = SAMPLE.scenarios[0]?.values ?? new Map<string, Value>();
  if (counts !== "staffed beds") return new Map();
  const keys = ["demand.tps_per_volume", "demand.peak_to_mean", "demand.season", "data.gb_per_volume_year"];
  const perBed = Number(sample.get("data.tb")) / Number(sample.get("demand.volume"));
  return new Map([
    ...keys.map((key): [string, Value] => [key, sample.get(key) ?? 0]),
    ["data.tb", Number((perBed * volume).toPrecision(2))],
  ]);
}

function countsName({ counts, countsName: named }: Answers): string {
  return counts === "other" ? named.trim() : counts;
}

/** A plan has no more hubs than sites. */
function regionValues(sites: Value | undefined): ReadonlyMap<string, Value> {
  const hubs = CATALOGUE[REGIONS_KEY].default;
  return typeof sites === "number" && sites < hubs ? new Map([[REGIONS_KEY, sites]]) : new Map();
}

/** What the answers state, and what is wrong with them. */
export function readAnswers(answers: Answers, products: readonly Product[], locale: string): Read {
  const numbers = readNumbers(answers, locale);
  const product = readProduct(answers, products, locale);
  const name = countsName(answers);
  const problems = {
    ...numbers.problems,
    ...product.problems,
    ...(name === "" && { countsName: "Say what the volume counts, such as stores." }),
  };
  const values = new Map<string, Value>([
    ...numbers.values,
    ["demand.volume_name", name],
    ["vertical.hosting", answers.hosting],
    ["horizontal.hosting", answers.hosting],
    ...loadValues(answers.counts, Number(numbers.values.get("demand.volume") ?? 0)),
    ...regionValues(numbers.values.get("demand.sites")),
    ...product.values,
  ]);
  return { values, problems };
}

/** The model that the answers make: Base with every other assumption at its default. */
export function modelOfAnswers(values: ReadonlyMap<string, Value>, products: readonly Product[]): ModelContent {
  const sampled = SAMPLE.evidence;
  const beds = values.get("demand.volume_name") === "staffed beds";
  const evidence = new Map(
    [...values.keys()].map((key): [string, Evidence] => {
      const product = products.find(({ name }) => priceKey(name) === key);
      if (product) return [key, { source: product.source, asOf: product.date }];
      const known = beds && !["demand.volume", "demand.sites", "demand.growth"].includes(key) ? sampled.get(key) : undefined;
      return [key, known ?? { source: ANSWER_SOURCE }];
    }),
  );
  return { scenarios: [{ name: BASE_COLUMN, values }], deals: [], evidence };
}

/** The model that is asked for: the sample, an empty one, or that of the answers. */
export function contentOfInsertion(insertion: Insertion, { answers, products = [] }: HomeState, locale: string): ModelContent {
  if (insertion === "sample") return SAMPLE;
  if (insertion === "model") return EMPTY_MODEL;
  return modelOfAnswers(readAnswers({ ...defaultAnswers(locale), ...answers }, products, locale).values, products);
}
