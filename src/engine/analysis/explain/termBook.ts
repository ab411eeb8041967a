import type { CalendarDate } from "../../assumption";
import { keyValue } from "../../keyValue";
import { parseKey } from "../../keys";
import type { FeasibleProjection, LineDefinition, Plan } from "../../lines";
import type { LicenseProduct, RoleRow } from "../../reference";
import { quoted } from "../../terms";
import type { Citation, RootTerm, TermWriter } from "../../terms";
import { textOfDate } from "../../timeline";
import { MONTHS_PER_YEAR } from "../../units";
import { namesIn } from "./formula";

/** A row of an explanation: a formula over other terms, a number with its source, or what a search found. */
export interface Term {
  readonly name: string;
  readonly unit: string;
  /** Whether it is an amount in the month, which a year sums. */
  readonly isFlow: boolean;
  readonly isLine: boolean;
  /** Undefined for a key, a number of the reference data and a choice. */
  readonly formula?: string;
  /** What a key or the reference data says, or what was chosen. */
  readonly value?: number | string;
  /** For a date: the number of its month. */
  readonly serial?: number;
  readonly source: string;
  /** Names of the terms that the formula reads, then of those that stand behind it. */
  readonly parts: readonly string[];
}

/** All terms of an explanation by name. */
export type TermBook = ReadonlyMap<string, Term>;

const KEY_SUFFIX = " (key)";

/** The name under which a key has its row: a line of the same id comes first. */
function nameOfKey(key: string, lines: ReadonlyMap<string, unknown>): string {
  return lines.has(key) ? key + KEY_SUFFIX : key;
}

function shownValue(value: unknown): number | string {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return String(value).toUpperCase();
  return typeof value === "object" && value !== null ? textOfDate(value as CalendarDate) : String(value ?? "");
}

function serialMonth(value: unknown): number | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { year, month } = value as CalendarDate;
  return year * MONTHS_PER_YEAR + month - 1;
}

/** Where the value of a key comes from: the scenario, the row of the reference data that it starts from, or the catalogue. */
function sourceOfKey({ a, reference }: Plan, key: string): string {
  if (a.stated.has(key)) return "stated";
  const { table, row, assumption } = parseKey(key) ?? {};
  const rows: readonly (RoleRow | LicenseProduct)[] = table === "role" ? reference.roles : table === "license" ? reference.licenses : [];
  const found = rows.find((each) => ("role" in each ? each.role : each.name) === row);
  const source = found ? cited(found) : (assumption?.source ?? "");
  return source === "" ? "default" : `default: ${source}`;
}

const cited = ({ source, date }: { readonly source: string; readonly date: string }): string => `${source} (${date})`;

/** The terms of a projection, from the one that is given down to keys and reference data; choices as they stand in a month. */
export function termBook({ plan, lines }: FeasibleProjection, definitions: readonly LineDefinition[], root: RootTerm, month: number): TermBook {
  const book = new Map<string, Term>();
  const byId = new Map(definitions.map((definition) => [definition.id, definition]));
  const labels = new Map(lines.map(({ id, unit }) => [id, unit]));
  const extras: string[][] = [];

  function written(name: string, entry: Omit<Term, "name" | "parts">, write: () => string | undefined): string {
    if (book.has(name)) return quoted(name);
    // A name that its own formula reads in an earlier month is known from now on.
    book.set(name, { ...entry, name, parts: [] });
    const behind: string[] = [];
    extras.push(behind);
    const formula = write();
    extras.pop();
    const read = formula === undefined ? [] : namesIn(formula, book).filter((part) => part !== name);
    book.set(name, { ...entry, name, ...(formula === undefined ? {} : { formula }), parts: [...new Set([...read, ...behind])] });
    return quoted(name);
  }

  const leaf = (name: string, unit: string, value: number | string, source: string, serial?: number): string => {
    if (!book.has(name))
      book.set(name, { name, unit, isFlow: false, isLine: false, value, source, parts: [], ...(serial === undefined ? {} : { serial }) });
    return quoted(name);
  };

  const writer: TermWriter = {
    month,
    key: (key) => {
      const value = keyValue(plan.a, key);
      const unit = parseKey(key)?.assumption.unit ?? "";
      return leaf(nameOfKey(key, byId), unit, shownValue(value), sourceOfKey(plan, key), serialMonth(value));
    },
    line: (id) => {
      const definition = byId.get(id);
      if (!definition) throw new Error(`There is no line ${id}.`);
      const { kind, terms } = definition;
      const entry = { unit: labels.get(id) ?? definition.unit, isFlow: kind === "flow", isLine: true, source: "" };
      return written(id, entry, () => terms(plan, writer));
    },
    cited: (name, unit, citation: Citation) => leaf(name, unit, citation.value, cited(citation)),
    term: (name, unit, formula) => written(name, { unit, isFlow: false, isLine: false, source: "" }, formula),
    flow: (name, unit, formula) => written(name, { unit, isFlow: true, isLine: false, source: "" }, formula),
    choice: (name, found, evidence) =>
      written(name, { unit: "", isFlow: false, isLine: false, value: found, source: "chosen" }, () => {
        evidence();
        return undefined;
      }),
    because: (...names) => {
      extras.at(-1)?.push(...names.map(unquoted));
    },
  };
  root.write(writer);
  return book;
}

const unquoted = (name: string): string => (name.startsWith("[") ? name.slice(1, -1).replaceAll("]]", "]") : name);
