import type { Plan } from "../lines";
import { quoted } from "../terms";
import type { TermWriter } from "../terms";

/** A field of a row, as formulas read it. */
export interface RowField<Row> {
  /** How generated loops read it from `row`. */
  readonly fast: string;
  /** The keys that it is read from. */
  readonly reads: readonly string[];
  /** How an explanation prints it; a number where it only decides which part of a formula holds. */
  readonly printed: (row: Row, plan: Plan, t: TermWriter) => string | number;
}

/** Rows of which each has a series of its own, declared once. */
export interface RowSet<Row> {
  /** What a row is called in formulas: `deal` in `deal.volume`. */
  readonly row: string;
  /** The steps of planning and keys that decide which rows there are. */
  readonly reads: readonly string[];
  /** How generated loops find the rows in the plan `p` and its assumptions `a`. */
  readonly fast: string;
  /** A function that this calls, with its file from that of the loops. */
  readonly calls?: { readonly name: string; readonly from: string };
  readonly rows: (plan: Plan) => readonly Row[];
  readonly name: (row: Row) => string;
  readonly fields: Readonly<Record<string, RowField<Row>>>;
  /** Fields that hold words, such as `license.metric`: `is(license.metric, core)` asks for one. */
  readonly words: Readonly<Record<string, RowWord<Row>>>;
}

/** A field of a row that holds a word. */
export interface RowWord<Row> {
  readonly fast: string;
  readonly reads: readonly string[];
  readonly of: (row: Row) => string;
  /** Words that no key states. */
  readonly also?: readonly string[];
  /** The keys that decide which word it is. */
  readonly keys: (row: Row) => readonly string[];
}

/** A set of rows whose types its fields know. */
export function rowSet<Row>(set: RowSet<Row>): RowSet<unknown> {
  return set as unknown as RowSet<unknown>;
}

/** Fields that keys state: `deal.legacy_cost` is the key deal.<name>.legacy_cost. */
export function keyFields<Row>(
  table: string,
  of: string,
  name: (row: Row) => string,
  fields: readonly string[],
): Readonly<Record<string, RowField<Row>>> {
  return Object.fromEntries(
    fields.map((field) => [
      field,
      {
        fast: `${of}.${field}`,
        reads: [`${table}.*.${field}`],
        printed: (row, _plan, t) => t.key(`${table}.${name(row)}.${field}`),
      } satisfies RowField<Row>,
    ]),
  );
}

/** A word that a key states: `license.metric` is the key license.<name>.metric. */
export function keyWord<Row>(
  fast: string,
  table: string,
  field: string,
  name: (row: Row) => string,
  of: (row: Row) => string,
): RowWord<Row> {
  return { fast, reads: [`${table}.*.${field}`], of, keys: (row) => [`${table}.${name(row)}.${field}`] };
}

/** A field that decides which part of a formula holds: 1 or 0, by the key that is named. */
export function decidingField<Row>(
  fast: string,
  key: (row: Row) => string,
  reads: readonly string[],
  value: (row: Row) => boolean,
): RowField<Row> {
  return {
    fast: `(${fast} ? 1 : 0)`,
    reads,
    printed: (row, _plan, t) => {
      t.because(quoted(key(row)));
      return value(row) ? 1 : 0;
    },
  };
}
