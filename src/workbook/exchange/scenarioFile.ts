/** Scenarios as a file: JSON with a versioned schema and the keys of the model, readable by people and programs. Pure. */

import { canonicalKey, parseKey } from "../../engine/catalogue/keys";
import type { Value } from "../../engine/catalogue/values";
import { nameProblem } from "../edit/scenarioNames";
import type { Content } from "./content";
import { LOST } from "./fileText";
import { repeatedKeys } from "./jsonKeys";
import type { RepeatedKey } from "./jsonKeys";

const SCHEMA = "tco-planner/scenarios";
const VERSION = 1;
const LONGEST_TEXT = 5_000_000;
const LONGEST_SHOWN = 60;

/** Why a value of a file is not taken. */
export interface ImportIssue {
  /** Name of the scenario, or "" for what all share. */
  readonly scenario: string;
  readonly key: string;
  readonly message: string;
}

/** What a file states, with what of it could not be read. */
export interface FileContent extends Content {
  readonly unread: readonly ImportIssue[];
}

export type FileReading =
  | { readonly ok: true; readonly content: FileContent }
  /** What is wrong with the file, each with its place in it. */
  | { readonly ok: false; readonly problems: readonly string[] };

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

type JsonObject = Readonly<Record<string, unknown>>;

/** Something that is wrong with a file, at its place; one of structure refuses the file, any other only its value. */
interface Fault extends ImportIssue {
  readonly place: string;
  readonly isOfStructure: boolean;
}

const isObject = (value: unknown): value is JsonObject => typeof value === "object" && value !== null && !Array.isArray(value);

/** A value in a message, as the file has it. */
function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  if (isObject(value)) return "braces";
  if (Array.isArray(value)) return "a list";
  const text = typeof value === "number" ? String(value) : JSON.stringify(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

const structure = (place: string, expected: string, value: unknown): Fault => ({
  place,
  scenario: "",
  key: place,
  message: `Expected ${expected}, but got ${shown(value)}`,
  isOfStructure: true,
});

/** What is wrong with one value; undefined where a scenario can state it. */
function faultOfValue(key: string, value: unknown): string | undefined {
  if (key.includes(LOST) || (typeof value === "string" && value.includes(LOST)))
    return "A letter was lost when the text was saved in another encoding. Save it as UTF-8";
  if (typeof value === "string" || typeof value === "boolean" || Number.isFinite(value)) return undefined;
  const expected = typeof value === "number" ? "a number that isn't too large" : "a number, a text, true or false";
  return `Expected ${expected}, but got ${shown(value)}`;
}

/** A key as the model writes it; one that it does not know stays as the file has it. */
function knownKey(written: string): string {
  const key = canonicalKey(written);
  return parseKey(key) ? key : written;
}

const TWICE = "It is there twice. Delete one of them";

/** The values of a record by the keys as the model writes them; the faults of those that are none go to the list. */
function readValues(place: string, scenario: string, record: unknown, faults: Fault[]): ReadonlyMap<string, Value> {
  if (!isObject(record)) {
    faults.push(structure(place, "keys and values in braces", record));
    return new Map();
  }
  const values = new Map<string, Value>();
  const seen = new Set<string>();
  for (const [written, value] of Object.entries(record)) {
    const key = knownKey(written);
    const message = seen.has(key) ? TWICE : faultOfValue(key, value);
    seen.add(key);
    if (message === undefined) values.set(key, value as Value);
    else faults.push({ place: `${place}.${key}`, scenario, key, message, isOfStructure: false });
    // Which of the two was meant, nobody can tell.
    if (message === TWICE) values.delete(key);
  }
  return values;
}

/** Fields of an object that the schema does not have. */
function unknownFields(place: string, scenario: string, object: JsonObject, allowed: readonly string[]): readonly Fault[] {
  return Object.keys(object)
    .filter((field) => !allowed.includes(field))
    .map((field) => {
      const message = `This field isn't read; allowed are ${allowed.join(", ")}`;
      return { place: `${place}${field}`, scenario, key: field, message, isOfStructure: false };
    });
}

/** What is wrong with the name of a scenario; nothing where the workbook could have it. */
function faultsOfName(place: string, name: unknown): readonly Fault[] {
  if (typeof name !== "string" || name.includes(LOST)) return [structure(place, "a readable name", name)];
  const problem = nameProblem(name, []);
  return problem === undefined ? [] : [{ ...structure(place, "a name", name), message: problem.replace(/\.$/, "") }];
}

function readScenario(at: number, scenario: unknown, faults: Fault[]): Content["scenarios"] {
  const place = `scenarios.${String(at)}`;
  if (!isObject(scenario)) {
    faults.push(structure(place, "a scenario with name and values", scenario));
    return [];
  }
  const name = String(scenario.name).trim();
  faults.push(...faultsOfName(`${place}.name`, scenario.name), ...unknownFields(`${place}.`, name, scenario, ["name", "values"]));
  return [{ name, values: readValues(`${place}.values`, name, scenario.values, faults) }];
}

function readScenarios(list: unknown, faults: Fault[]): Content["scenarios"] {
  if (!Array.isArray(list)) {
    faults.push(structure("scenarios", "a list of scenarios in brackets", list));
    return [];
  }
  const scenarios = list.flatMap((scenario, at) => readScenario(at, scenario, faults));
  const names = scenarios.map(({ name }) => name.toLowerCase());
  const twice = scenarios.find((_scenario, at) => names.indexOf(names[at] ?? "") < at);
  if (twice) {
    const message = `Expected each scenario once: two have the same name, ${shown(twice.name)}`;
    faults.push({ place: "scenarios", scenario: "", key: "scenarios", message, isOfStructure: true });
  }
  return scenarios;
}

function faultsOfHead({ schema, version }: JsonObject): readonly Fault[] {
  const isNewer = typeof version === "number" && version > VERSION;
  const expected = isNewer
    ? `version ${String(VERSION)}: the file was written by a newer version of TCO Planner; this one reads version ${String(VERSION)}`
    : `version ${String(VERSION)}`;
  return [
    ...(schema === SCHEMA ? [] : [structure("schema", `"${SCHEMA}"`, schema)]),
    ...(version === VERSION ? [] : [structure("version", expected, version)]),
  ];
}

/** Where the record of values is in which a key stands twice: the scenario's name, "" for what all share; undefined elsewhere. */
function recordOf({ path }: RepeatedKey, { scenarios }: Content): string | undefined {
  if (path.length === 1 && path[0] === "shared") return "";
  const isOfScenario = path.length === 3 && path[0] === "scenarios" && path[2] === "values";
  return isOfScenario ? scenarios[Number(path[1])]?.name : undefined;
}

/** A key that an object has twice: nobody can tell which value was meant, so none is taken. */
function faultOfRepeated(repeated: RepeatedKey, content: Content): Fault {
  const scenario = recordOf(repeated, content);
  return {
    place: [...repeated.path, repeated.key].join("."),
    scenario: scenario ?? "",
    key: scenario === undefined ? repeated.key : knownKey(repeated.key),
    message: TWICE,
    isOfStructure: scenario === undefined,
  };
}

/** The content without the values of a fault. */
function without({ scenarios, shared }: Content, faults: readonly Fault[]): Content {
  const left = (scenario: string, values: ReadonlyMap<string, Value>) => {
    const keys = new Set(faults.filter((fault) => fault.scenario === scenario).map(({ key }) => key));
    return new Map([...values].filter(([key]) => !keys.has(key)));
  };
  return { scenarios: scenarios.map(({ name, values }) => ({ name, values: left(name, values) })), shared: left("", shared) };
}

function contentOfObject(file: JsonObject, repeated: readonly RepeatedKey[]): FileReading {
  const faults: Fault[] = [...faultsOfHead(file)];
  const scenarios = readScenarios(file.scenarios, faults);
  const shared = readValues("shared", "", file.shared ?? {}, faults);
  const twice = repeated.map((each) => faultOfRepeated(each, { scenarios, shared }));
  const all = [...faults, ...unknownFields("", "", file, ["schema", "version", "scenarios", "shared"]), ...twice];
  if (all.some(({ isOfStructure }) => isOfStructure))
    return { ok: false, problems: all.map(({ place, message }) => `${place}: ${message}.`) };
  const unread = all.map(({ scenario, key, message }): ImportIssue => ({ scenario, key, message: `${key}: ${message}.` }));
  return { ok: true, content: { ...without({ scenarios, shared }, twice), unread } };
}

/** What is wrong with a text that is no JSON, in the browser's words, as only it knows the place. */
function problemOfSyntax(text: string, error: unknown): string {
  if (text.trim() === "") return "The text is empty.";
  const hint = /[“”„]/.test(text) ? ' It has curly quotation marks: JSON takes only ".' : "";
  return `The text is no JSON: ${(error as Error).message}.${hint}`;
}

/** Reads the text of a file; every problem of its structure is listed. What its keys and values mean is judged by the plan of the import. */
export function contentOfText(text: string): FileReading {
  const json = text.replace(/^\uFEFF/, "");
  if (json.length > LONGEST_TEXT)
    return { ok: false, problems: [`The file has ${String(json.length)} characters; allowed are ${String(LONGEST_TEXT)}.`] };
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch (error) {
    return { ok: false, problems: [problemOfSyntax(json, error)] };
  }
  if (!isObject(parsed))
    return { ok: false, problems: [`The file: Expected schema, version and scenarios in braces, but got ${shown(parsed)}.`] };
  return contentOfObject(parsed, repeatedKeys(json));
}
