import type { TableName } from "./assumptions";
import type { Series } from "./demand/expression";
import { parseKey } from "./keys";
import type { Assumptions } from "./resolved";

/** The value that holds under a key, a field of a table's row too: what the scenario states, else the default. */
export function keyValue(a: Assumptions, key: string): unknown {
  if (Object.hasOwn(a, key)) return (a as unknown as Record<string, unknown>)[key];
  const { table, row, field, assumption } = parseKey(key) ?? {};
  if (table === undefined || field === undefined) return a.stated.get(key) ?? assumption?.default;
  const found = rowsOf(a, table).find(({ name }) => name === row) as Record<string, unknown> | undefined;
  return found?.[field];
}

function rowsOf(a: Assumptions, table: TableName): readonly { readonly name: string }[] {
  return { deal: a.deals, server: a.servers, license: a.licenses, role: a.roles, custom: a.customLines }[table];
}

/** The series of a number that the scenario states or assumes under a key; undefined where it is none. */
export function keySeries(a: Assumptions, key: string): Series | undefined {
  const value = keyValue(a, key);
  return typeof value === "number" ? () => value : undefined;
}
