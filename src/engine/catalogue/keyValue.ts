import type { TableName } from "./assumptions";
import type { Series } from "../demand/expressionEvaluation";
import { parseKey } from "./keys";
import type { Assumptions } from "./resolved";

type Fields = Readonly<Record<string, unknown>>;

/** Where the value under a key is kept: among the scenario's own fields, or in a row of a table. */
function placeOf(a: Assumptions, key: string): { readonly holder: Fields | undefined; readonly field: string } | undefined {
  if (Object.hasOwn(a, key)) return { holder: a as unknown as Fields, field: key };
  const { table, row, field } = parseKey(key) ?? {};
  if (table === undefined || field === undefined) return undefined;
  return { holder: rowsOf(a, table).find(({ name }) => name === row) as Fields | undefined, field };
}

function rowsOf(a: Assumptions, table: TableName): readonly { readonly name: string }[] {
  return { deal: a.deals, server: a.servers, license: a.licenses, role: a.roles, custom: a.customLines }[table];
}

/** The value that holds under a key, a field of a table's row too: what the scenario states, else the default. */
export function keyValue(a: Assumptions, key: string): unknown {
  const place = placeOf(a, key);
  if (place) return place.holder?.[place.field];
  const parsed = parseKey(key);
  return a.stated.get(key) ?? (parsed?.key === key ? parsed.assumption.default : undefined);
}

/** The series of a number that the scenario states or assumes under a key, which follows the key when that changes; undefined where it is none. */
export function keySeries(a: Assumptions, key: string): Series | undefined {
  if (typeof keyValue(a, key) !== "number") return undefined;
  const { holder, field } = placeOf(a, key) ?? {};
  return holder && field !== undefined ? () => Number(holder[field]) : () => Number(keyValue(a, key));
}
