import type { Names } from "../../src/engine/model/language/names";
import { setReading } from "./readings";

/** How often a part of a formula has to be computed: once a plan, once for each row, or in each month. */
export type Level = "plan" | "row" | "month";

/** A part of a formula as code. */
export interface Code {
  readonly text: string;
  readonly strength: number;
  readonly level: Level;
  readonly isTruth?: boolean;
  /** What a constant that holds it would be called. */
  readonly like?: string | undefined;
}

/** How strongly a name or a call holds together. */
export const ATOM = 12;

/** A name in the style of variables: need.cores is needCores. */
export const camel = (id: string): string => {
  const name = id.replaceAll(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => (next ?? "").toUpperCase());
  return /^\d/.test(name) ? `_${name}` : name;
};

/** How often what is made of some parts has to be computed. */
export const levelOf = (codes: readonly Code[]): Level =>
  codes.some(({ level }) => level === "month") ? "month" : codes.some(({ level }) => level === "row") ? "row" : "plan";

/** A name for a constant: of what it reads first, with what is done with it. */
export function constantName({ text, like = "constant" }: Code): string {
  if (text.includes(" === ") && !text.includes("?")) return `is${like[0].toUpperCase()}${like.slice(1)}`;
  return /\/ 12$/.test(text) ? `${like}PerMonth` : like;
}

/** The name of a constant from more than one part. */
export function likeOf(codes: readonly Code[]): string | undefined {
  const [first, ...others] = codes.flatMap(({ like }) => like ?? []);
  if (first === undefined) return undefined;
  return others.some((other) => other !== first) && !first.endsWith("Etc") ? `${first}Etc` : first;
}

/** The code of a function: before its loops, before the loop over a row's months, and in the loop. */
export class FunctionCode {
  readonly beforeAll: string[] = [];
  readonly beforeRow: string[] = [];
  readonly inMonth: string[] = [];
  readonly imports = new Map<string, string>();
  private readonly constants = new Map<string, string>();
  private readonly taken = new Set(["a", "p", "s", "m", "i", "month", "months"]);
  private readonly series = new Map<string, string>();

  constructor(
    readonly names: Names,
    /** The set over whose rows the function goes. */
    readonly over: string | undefined,
    /** What the function itself computes: its months are read from where they are written. */
    readonly own: ReadonlySet<string>,
  ) {}

  /** A free name that is like another. */
  free(name: string): string {
    let found = name;
    for (let count = 2; this.taken.has(found); count++) found = `${name}${count}`;
    this.taken.add(found);
    return found;
  }

  uses(name: string, from: string): string {
    this.imports.set(name, from);
    this.taken.add(name);
    return name;
  }

  /** The rows of a set. */
  rowsOf(set: string): string {
    const { rows, calls } = setReading(set);
    if (calls) this.uses(calls.name, calls.from);
    return rows;
  }

  /** The variable that holds a series: of the row of the loop, or of all rows of a set. */
  seriesOf(id: string, over: string | undefined): string {
    const isOfRow = over !== undefined && over === this.over;
    const known = this.series.get(id);
    if (known !== undefined) return known;
    const name = this.free(camel(id));
    this.series.set(id, name);
    if (isOfRow && this.own.has(id)) this.beforeRow.push(`const ${name} = ${this.allRows(id)}[i];`);
    else if (isOfRow) this.beforeRow.push(`const ${name} = s[${JSON.stringify(id)}][i];`);
    else this.beforeAll.push(`const ${name} = s[${JSON.stringify(id)}];`);
    return name;
  }

  /** The series of a row of a set inside a sum: all of them. */
  allRows(id: string): string {
    const key = `all ${id}`;
    const known = this.series.get(key);
    if (known !== undefined) return known;
    const name = this.free(`${camel(id)}Rows`);
    this.series.set(key, name);
    this.beforeAll.push(`const ${name} = s[${JSON.stringify(id)}];`);
    return name;
  }

  /** Sums so far of a series, 0 first. */
  sumsOf(id: string, over: string | undefined): string {
    const key = `sums ${id}`;
    const known = this.series.get(key);
    if (known !== undefined) return known;
    const name = this.free(`${camel(id)}Sums`);
    this.series.set(key, name);
    const isOfRow = over !== undefined;
    (isOfRow ? this.beforeRow : this.beforeAll).push(`const ${name} = s[${JSON.stringify(`${id} (sums)`)}]${isOfRow ? "[i]" : ""};`);
    return name;
  }

  /** A constant that is computed before the loop; keys are read only in plans in which the part of the formula holds that names them. */
  constant(code: Code, like: string, when?: () => string): Code {
    if (code.level === "month" || /^(-?[\d.e]+|[A-Za-z]\w*)$/.test(code.text)) return code;
    const always = `${code.level} ${code.text}`;
    const guard = !this.constants.has(always) && /\ba\[/.test(code.text) ? when?.() : undefined;
    const key = guard === undefined ? always : `${always} when ${guard}`;
    const name = this.constants.get(key) ?? this.free(like);
    if (!this.constants.has(key)) this.declare(name, code, guard);
    this.constants.set(key, name);
    return { ...code, text: name, strength: ATOM };
  }

  private declare(name: string, { text, level, isTruth }: Code, guard: string | undefined): void {
    const value = guard === undefined ? text : `${guard} ? ${text} : ${isTruth ? "false" : "0"}`;
    (level === "plan" ? this.beforeAll : this.beforeRow).push(`const ${name} = ${value};`);
  }
}
