import type { Plan } from "../lines";
import { quoted } from "../terms";
import type { TermWriter } from "../terms";

/** A field of a row, as formulas read it. */
export interface RowField<Row> {
  /** The keys that it is read from. */
  readonly reads: readonly string[];
  /** How an explanation prints it; a number where it only decides which part of a formula holds. */
  readonly printed: (row: Row, plan: Plan, t: TermWriter) => string | number;
}

/** Rows with a series each, declared once. */
export interface RowSet<Row> {
  /** What a row is called in formulas: `deal` in `deal.volume`. */
  readonly row: string;
  /** The steps of planning and keys that decide which rows there are. */
  readonly reads: readonly string[];
  readonly rows: (plan: Plan) => readonly Row[];
  readonly name: (row: Row) => string;
  readonly fields: Readonly<Record<string, RowField<Row>>>;
  /** Fields that hold words, such as `license.metric`: `is(license.metric, core)` asks for one. */
  readonly words: Readonly<Record<string, RowWord<Row>>>;
}

/** A field of a row that holds a word. */
export interface RowWord<Row> {
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
  name: (row: Row) => string,
  fields: readonly string[],
): Readonly<Record<string, RowField<Row>>> {
  return Object.fromEntries(
    fields.map((field) => [
      field,
      {
        reads: [`${table}.*.${field}`],
        printed: (row, _plan, t) => t.key(`${table}.${name(row)}.${field}`),
      } satisfies RowField<Row>,
    ]),
  );
}

/** A word that a key states: `license.metric` is the key license.<name>.metric. */
export function keyWord<Row>(table: string, field: string, name: (row: Row) => string, of: (row: Row) => string): RowWord<Row> {
  return { reads: [`${table}.*.${field}`], of, keys: (row) => [`${table}.${name(row)}.${field}`] };
}

/** A field that decides which part of a formula holds: 1 or 0, by the key that is named. */
export function decidingField<Row>(key: (row: Row) => string, reads: readonly string[], value: (row: Row) => boolean): RowField<Row> {
  return {
    reads,
    printed: (row, _plan, t) => {
      t.because(quoted(key(row)));
      return value(row) ? 1 : 0;
    },
  };
}
