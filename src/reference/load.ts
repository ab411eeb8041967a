import type { Reference } from "../engine/catalogue/reference";
import facts from "./facts.json";
import licenses from "./licenses.json";
import roles from "./roles.json";
import servers from "./servers.json";
import transfer from "./transfer.json";

/** A table as it is written: shared fields once, then rows as cells by column (a last object overrides) or as objects. */
export interface CompactTable {
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly columns?: readonly string[];
  readonly rows: readonly unknown[];
}

/** The reference files, parsed. */
export interface ReferenceFiles {
  readonly servers: Readonly<Record<string, CompactTable>>;
  readonly transfer: Readonly<Record<string, unknown>>;
  readonly licenses: CompactTable;
  readonly roles: CompactTable;
  readonly facts: CompactTable;
}

/** The rows of a table with what they share. */
export function expanded({ defaults, columns = [], rows }: CompactTable): readonly Record<string, unknown>[] {
  return rows.map((row) => {
    if (!Array.isArray(row)) return { ...defaults, ...(row as object) };
    const cells: readonly unknown[] = row;
    const named = Object.fromEntries(columns.map((column, index) => [column, cells[index]]));
    return { ...defaults, ...named, ...(cells[columns.length] as object | undefined) };
  });
}

function deeplyFrozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(deeplyFrozen);
  return Object.freeze(value);
}

/** A price of the transfer file: from which quantity on, and what a unit costs. */
type TierRow = readonly [from: number, price: number];

/** The reference data of these files, all of it frozen. Its rows are checked where the project is tested (schema.ts): files that are built in cannot change. */
export function referenceOf(files: ReferenceFiles): Reference {
  const ladders = Object.entries(files.servers).map(([name, table]) => [name, expanded(table)]);
  const rates = Object.entries(files.transfer).map(([name, row]) => {
    const { tiers, ...rest } = row as { readonly tiers: readonly TierRow[] };
    return [name, { ...rest, tiers: tiers.map(([from, price]) => ({ from, price })) }];
  });
  return deeplyFrozen({
    ladders: Object.fromEntries(ladders) as Reference["ladders"],
    transferRates: Object.fromEntries(rates) as Reference["transferRates"],
    roles: expanded(files.roles) as unknown as Reference["roles"],
    licenses: expanded(files.licenses) as unknown as Reference["licenses"],
    facts: expanded(files.facts) as unknown as Reference["facts"],
  });
}

/** The built-in reference data: dated prices, shapes, roles, licenses and facts. */
export const reference: Reference = referenceOf({ servers, transfer, licenses, roles, facts });
