import { ModelError } from "../engine/errors";
import type { Reference } from "../engine/reference";
import type * as v from "valibot";
import facts from "./facts.json";
import licenses from "./licenses.json";
import roles from "./roles.json";
import { checked, fact, licenseProduct, roleRow, serverRow, transferRates } from "./schema";
import servers from "./servers.json";
import transfer from "./transfer.json";

/** A table as it is written: shared fields once, then rows as cells by column (a last object overrides) or as objects. */
interface CompactTable {
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly columns?: readonly string[];
  readonly rows: readonly unknown[];
}

/** The reference files, parsed but not yet checked. */
export interface ReferenceFiles {
  readonly servers: Readonly<Record<string, CompactTable>>;
  readonly transfer: Readonly<Record<string, unknown>>;
  readonly licenses: CompactTable;
  readonly roles: CompactTable;
  readonly facts: CompactTable;
}

function expanded({ defaults, columns = [], rows }: CompactTable): readonly Record<string, unknown>[] {
  return rows.map((row) => {
    if (!Array.isArray(row)) return { ...defaults, ...(row as object) };
    const cells: readonly unknown[] = row;
    const named = Object.fromEntries(columns.map((column, index) => [column, cells[index]]));
    return { ...defaults, ...named, ...(cells[columns.length] as object | undefined) };
  });
}

function checkedRows<S extends v.GenericSchema>(file: string, schema: S, table: CompactTable): v.InferOutput<S>[] {
  const names = new Set<string>();
  return expanded(table).map((row, index) => {
    const { name = row["role"] } = row;
    if (typeof name !== "string") throw new ModelError("missing", "name", `${file}, row ${index + 1}, name: it has none`);
    if (names.has(name)) throw new ModelError("conflict", "name", `${file}, row "${name}", name: it stands twice`);
    names.add(name);
    return checked(file, name, schema, row);
  });
}

function deeplyFrozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(deeplyFrozen);
  return Object.freeze(value);
}

/** The reference data of these files, every row checked and all of it frozen; a broken row is an error with file, row and field. */
export function checkedReference(files: ReferenceFiles): Reference {
  const ladders = Object.entries(files.servers).map(
    ([name, table]) => [name, checkedRows(`servers.json ${name}`, serverRow, table)] as const,
  );
  const rates = Object.entries(files.transfer).map(([name, row]) => [name, checked("transfer.json", name, transferRates, row)] as const);
  return deeplyFrozen<Reference>({
    ladders: Object.fromEntries(ladders),
    transferRates: Object.fromEntries(rates),
    roles: checkedRows("roles.json", roleRow, files.roles),
    licenses: checkedRows("licenses.json", licenseProduct, files.licenses),
    facts: checkedRows("facts.json", fact, files.facts),
  });
}

/** The built-in reference data: dated prices, shapes, roles, licences and facts. */
export const reference: Reference = checkedReference({ servers, transfer, licenses, roles, facts });
