import type { CalendarDate } from "../../catalogue/assumption";
import { keyValue } from "../../catalogue/keyValue";
import { parseKey } from "../../catalogue/keys";
import type { ParsedKey } from "../../catalogue/keys";
import type { Formula, LineDefinition, Plan } from "../../lines";
import { projector } from "../../plan/projector";
import type { LicenseProduct, Reference, RoleRow } from "../../catalogue/reference";
import type { DatedSalary } from "../../catalogue/resolved";
import { quoted } from "../../terms";
import type { RootTerm, TermWriter } from "../../terms";
import { textOfDate } from "../../timeline";
import { MONTHS_PER_YEAR } from "../../units";
import type { Entry, Quantity } from "../../model/entry";
import { printedFormula, termName } from "../../model/language/print";
import { ENTRIES, MODEL_NAMES } from "../../model/model";
import type { SetName } from "../../model/rows";
import { wordsIn } from "./formula";

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
  /** For a date: the number of its month, counted from the year 0. */
  readonly serial?: number;
  readonly source: string;
  /** Names of the terms that the formula reads, then of those that stand behind it. */
  readonly parts: readonly string[];
}

/** All terms of an explanation by name. */
export type TermBook = ReadonlyMap<string, Term>;

/** What tells a key from a line of the same name. */
const KEY_SUFFIX = " (key)";

/** Where a figure comes from that stands as evidence of a choice. */
export const WEIGHED = "weighed by the choice";

function shownValue(value: unknown): number | string {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return String(value).toUpperCase();
  if (typeof value === "object" && value !== null) return textOfDate(value as CalendarDate);
  return typeof value === "string" ? value : "";
}

function serialMonth(value: unknown): number | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { year, month } = value as CalendarDate;
  return year * MONTHS_PER_YEAR + month - 1;
}

const cited = ({ source, date }: { readonly source: string; readonly date: string }): string => `${source} (${date})`;

/** Where the value of a key comes from: the scenario, another key, the row of the reference data that it starts from, or the catalogue. */
function sourceOfKey({ a, reference }: Plan, key: string): string {
  if (a.stated.has(key)) return "stated";
  const parsed = parseKey(key);
  const source = parsed && defaultSource(parsed, reference);
  return source ? `default: ${source}` : "default";
}

function defaultSource({ table, row, assumption }: ParsedKey, reference: Reference): string {
  if (assumption.follows !== undefined) return `as ${assumption.follows}`;
  const rows: readonly (RoleRow | LicenseProduct)[] = table === "role" ? reference.roles : table === "license" ? reference.licenses : [];
  const found = rows.find((each) => ("role" in each ? each.role : each.name) === row);
  return found ? cited(found) : assumption.source;
}

/** The published salary behind one that no scenario states. */
function datedSalary({ a }: Plan, { table, row, field }: ParsedKey): DatedSalary | undefined {
  return table === "role" && field === "salary" ? a.roles.find(({ name }) => name === row)?.dated : undefined;
}

/** Fills a book with the terms of a plan, as formulas name them. */
class BookWriter implements TermWriter {
  readonly book = new Map<string, Term>();
  private readonly lines: ReadonlyMap<string, LineDefinition>;
  /** Parts that the terms being written have beside what their formulas name. */
  private readonly extras: string[][] = [];
  /** Values of entries that the plan decides. */
  private readonly decisions = new Map<string, number>();
  /** Words of formulas that are no names, such as those of functions. */
  private readonly words = new Set<string>();

  constructor(
    private readonly plan: Plan,
    definitions: readonly LineDefinition[],
    readonly month: number,
  ) {
    this.lines = new Map(definitions.map((definition) => [definition.id, definition]));
  }

  readonly key = (key: string): string => quoted(this.lines.has(key) ? key + KEY_SUFFIX : key);

  readonly term = (name: string, unit: string, formula: Formula): string =>
    this.write({ name, unit, isFlow: false, isLine: false }, formula);

  readonly entry: TermWriter["entry"] = (id, row) => {
    const entry = ENTRIES.get(id) as Quantity;
    const { over = "", unit, kind, isLine = false } = entry;
    const name = termName(entry, MODEL_NAMES.sets[over].name(row));
    return this.write(
      { name, unit, isFlow: kind === "flow", isLine: isLine || this.lines.has(name) },
      (plan, t) => printedFormula(MODEL_NAMES, entry, plan, t, { row }).text,
    );
  };

  readonly supposed: TermWriter["supposed"] = (id, shards, month) => {
    const { unit, kind, ...entry } = ENTRIES.get(id) as Quantity;
    const name = `${id.replace(/\.server$/, "")}.month_${month}.shards_${shards}`;
    return this.write(
      { name, unit, isFlow: kind === "flow", isLine: false },
      (plan, t) => printedFormula(MODEL_NAMES, { unit, kind, ...entry }, plan, t, { supposed: { shards, month } }).text,
    );
  };

  readonly without: TermWriter["without"] = (nodeType) => {
    const { a, architecture, reference, service } = this.plan;
    const other = projector(a, architecture, reference, { service, without: nodeType }).projection();
    return other.feasible ? other.plan.distributed : undefined;
  };

  readonly decided: TermWriter["decided"] = (id) => {
    this.find(id);
    const value = this.decisions.get(id);
    if (value !== undefined) this.extras.at(-1)?.push(...(this.book.get(id)?.parts ?? []));
    return value;
  };

  readonly flow = (name: string, unit: string, formula: Formula): string =>
    this.write({ name, unit, isFlow: true, isLine: false }, formula);

  readonly cited: TermWriter["cited"] = (name, unit, citation) => this.leaf(name, unit, citation.value, cited(citation));

  readonly weighed: TermWriter["weighed"] = (name, unit, value) => this.leaf(name, unit, value, WEIGHED);

  readonly choice: TermWriter["choice"] = (name, found) => {
    if (this.book.has(name)) return name;
    const [words, ...evidence] = found();
    this.leaf(name, "", words, "chosen", evidence.map(unquoted));
    return name;
  };

  readonly because: TermWriter["because"] = (...names) => {
    const read = names.map(unquoted);
    read.forEach((name) => this.find(name));
    this.extras.at(-1)?.push(...read);
  };

  /** Ensures that a name has a row; false for a word that isn't a name. */
  find(name: string): boolean {
    if (this.book.has(name)) return true;
    const line = this.lines.get(name);
    const entry = ENTRIES.get(name);
    if (line) this.findLine(line);
    else if (entry) this.findEntry(entry);
    else return !this.words.has(name) && this.findKey(name);
    return true;
  }

  private findLine(line: LineDefinition): void {
    const { id: name, unit, kind } = line;
    if ("row" in line) {
      const entry = ENTRIES.get(line.row.entry) as Quantity & { readonly over: SetName };
      this.entry(entry.id, MODEL_NAMES.sets[entry.over].rows(this.plan)[line.row.index]);
    } else if ("write" in line) this.write({ name, unit, isFlow: kind === "flow", isLine: true }, line.terms);
    else this.findEntry(ENTRIES.get(name) as Quantity);
  }

  private findEntry(entry: Entry): void {
    const { id: name, unit, kind, isLine = false } = entry;
    if ("names" in entry) throw new Error(`${name} has no number: cells name its meaning.`);
    const printed = (plan: Plan, t: TermWriter): string => {
      const { text, deciding } = printedFormula(MODEL_NAMES, entry as Quantity, plan, t);
      if (deciding !== undefined) this.decisions.set(name, deciding);
      else if ("evidence" in entry && entry.evidence) t.because(entry.evidence(plan, t));
      return text;
    };
    this.write({ name, unit, isFlow: kind === "flow", isLine }, "series" in entry ? entry.printed : printed);
  }

  private findKey(name: string): boolean {
    const key = name.endsWith(KEY_SUFFIX) ? name.slice(0, -KEY_SUFFIX.length) : name;
    const parsed = parseKey(key);
    if (!parsed) {
      this.words.add(name);
      return false;
    }
    const value = keyValue(this.plan.a, key);
    const serial = serialMonth(value);
    const dated = datedSalary(this.plan, parsed);
    const source = sourceOfKey(this.plan, key) + (dated ? `: ${dated.salary}, brought to plan.start over ${dated.months} months` : "");
    this.leaf(name, parsed.assumption.unit, shownValue(value), source, dated ? ["staff.wage_growth", "plan.start"] : [], serial);
    return true;
  }

  private leaf(name: string, unit: string, value: number | string, source: string, parts: readonly string[] = [], serial?: number): string {
    parts.forEach((part) => this.find(part));
    if (!this.book.has(name))
      this.book.set(name, { name, unit, isFlow: false, isLine: false, value, source, parts, ...(serial === undefined ? {} : { serial }) });
    return quoted(name);
  }

  private write(entry: Pick<Term, "name" | "unit" | "isFlow" | "isLine">, formula: Formula): string {
    const { name } = entry;
    if (this.book.has(name)) return quoted(name);
    // A name that its own formula reads in an earlier month is known from now on.
    this.book.set(name, { ...entry, source: "", parts: [] });
    const behind: string[] = [];
    this.extras.push(behind);
    const text = typeof formula === "string" ? formula : formula(this.plan, this);
    const parts = wordsIn(text).filter((word) => word !== name && this.find(word));
    this.extras.pop();
    this.book.set(name, { ...entry, source: "", formula: text, parts: [...new Set([...parts, ...behind])] });
    return quoted(name);
  }
}

/** The terms of a plan, from a given one down to keys and reference data; choices as of a month. */
export function termBook(plan: Plan, definitions: readonly LineDefinition[], { name, formula }: RootTerm, month: number): TermBook {
  const writer = new BookWriter(plan, definitions, month);
  if (formula) writer.flow(name, "money", (_plan, t) => formula(t));
  else writer.find(name);
  return writer.book;
}

const unquoted = (name: string): string => (name.startsWith("[") ? name.slice(1, -1).replaceAll("]]", "]") : name);
