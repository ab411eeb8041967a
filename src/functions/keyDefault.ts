import type { CalendarDate } from "../engine/catalogue/assumption";
import type { ParsedKey } from "../engine/catalogue/keys";
import type { Assumptions } from "../engine/catalogue/resolved";
import { serialOf } from "../engine/timeline";
import type { Value } from "../engine/catalogue/values";

/** The default of a key: from the reference row that it belongs to, else from the catalog. */
export function defaultOf({ table, row, field, assumption }: ParsedKey, assumptions: () => Assumptions): Value | undefined {
  const known = table === "role" ? assumptions().roles : table === "license" ? assumptions().licenses : [];
  const fields = known.find(({ name }) => name === row) as Readonly<Record<string, unknown>> | undefined;
  const value = fields?.[field ?? ""] ?? assumption.default;
  if (typeof value === "object" && value !== null) return serialOf(value as CalendarDate);
  return value as Value | undefined;
}
