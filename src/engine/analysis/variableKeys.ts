import { CATALOGUE } from "../catalogue/assumptions";
import type { Assumption } from "../catalogue/assumption";
import type { TableName } from "../catalogue/assumptions";
import { keySeries } from "../catalogue/keyValue";
import { parseKey } from "../catalogue/keys";
import type { Assumptions } from "../catalogue/resolved";

const NUMERIC_KINDS: readonly string[] = ["number", "integer", "rate", "money"];

const VARIABLE_KINDS: readonly string[] = [...NUMERIC_KINDS, "own"];

const NUMERIC: readonly string[] = Object.entries<Assumption<unknown>>(CATALOGUE).flatMap(([key, { kind }]) =>
  NUMERIC_KINDS.includes(kind) ? [key] : [],
);
const SCALARS = NUMERIC.filter((key) => !key.includes("*"));

const fieldsOf = (table: TableName): readonly string[] =>
  NUMERIC.flatMap((key) => (key.startsWith(`${table}.*.`) ? [key.slice(table.length + 3)] : []));

const FIELDS = { deal: fieldsOf("deal"), server: fieldsOf("server"), license: fieldsOf("license"), role: fieldsOf("role") };

/** Every key under which a scenario has a number, stated or by default: single keys, fields of the rows of its tables, and stated keys of a series. */
export function variableKeys(a: Assumptions): readonly string[] {
  const rows = (["deal", "server", "license", "role"] as const).flatMap((table) => {
    const named: Record<typeof table, readonly { name: string }[]> = {
      deal: a.deals,
      server: a.servers,
      license: a.licenses,
      role: a.roles,
    };
    return named[table].flatMap(({ name }) => FIELDS[table].map((field) => `${table}.${name}.${field}`));
  });
  const known = new Set([...SCALARS, ...rows]);
  // A date is a number to the spreadsheet, but not one that can be a tenth more.
  const series = [...a.stated.keys()].filter((key) => !known.has(key) && VARIABLE_KINDS.includes(parseKey(key)?.assumption.kind ?? ""));
  return [...known, ...series].filter((key) => keySeries(a, key) !== undefined);
}
