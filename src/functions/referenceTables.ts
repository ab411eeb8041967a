/** The built-in reference data: dated prices, shapes, roles, licenses and facts. */

import { ModelError } from "../engine/errors";
import { reference } from "../reference/load";
import { choiceOf, isOmitted, textOf } from "./cells";
import { answers, NoAnswer } from "./excelError";
import type { Answer } from "./excelError";
import { nearestWord } from "../engine/catalogue/nearest";
import { folded } from "../engine/catalogue/headers";
import { listInWords } from "../engine/words";

/** @customenum {string} */
enum ReferenceTable {
  /** AWS memory-optimized servers. */
  awsMemory = "aws-memory",
  /** AWS general-purpose servers. */
  awsGeneral = "aws-general",
  /** AWS servers with Arm processors. */
  awsArm = "aws-arm",
  /** AWS node shapes for distributed systems. */
  awsNodes = "aws-nodes",
  /** Azure M-series servers. */
  azureM = "azure-m",
  /** Azure E-series servers. */
  azureE = "azure-e",
  /** Google memory-optimized servers. */
  gcpMemory = "gcp-memory",
  /** Google node shapes for distributed systems. */
  gcpNodes = "gcp-nodes",
  /** Servers to buy. */
  ownedX86 = "owned-x86",
  /** Prices of data sent out of clouds. */
  transfer = "transfer",
  /** Default roles with their ratios and salaries. */
  roles = "roles",
  /** License catalog. */
  licenses = "licenses",
  /** Published single numbers. */
  facts = "facts",
}

type Row = Readonly<Record<string, unknown>>;

/** Rows of a table; the first field is the row's name. */
function rowsOfTable(table: `${ReferenceTable}`): readonly Row[] {
  switch (table) {
    case "roles":
      return reference.roles.map(({ role, ...rest }) => ({ name: role, ...rest }));
    case "licenses":
      return reference.licenses.map((product) => ({ ...product }));
    case "facts":
      return reference.facts.map((fact) => ({ ...fact }));
    case "transfer":
      return Object.entries(reference.transferRates).flatMap(([name, { tiers, ...rest }]) =>
        tiers.map(({ from, price }) => ({ name, from, price, ...rest })),
      );
    default:
      return reference.ladders[table].map((shape) => ({ ...shape }));
  }
}

/** Fields of rows in the order in which they first appear, name first. */
function fieldsOf(rows: readonly Row[]): readonly string[] {
  return [...new Set(["name", ...rows.flatMap((row) => Object.keys(row))])];
}

/** A field as a cell; one with parts (a rule for virtual cores) in words. */
function cellOfField(value: unknown): Answer {
  if (value === null || value === undefined) return "";
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  return Object.entries(value)
    .filter(([, part]) => part !== null)
    .map(([name, part]) => `${name} ${String(part)}`)
    .join(", ");
}

function rowsNamed(rows: readonly Row[], key: string): readonly Row[] {
  const found = rows.filter(({ name }) => String(name).toLowerCase() === key.toLowerCase());
  if (found.length > 0) return found;
  const nearest = nearestWord(
    key,
    rows.map(({ name }) => String(name)),
  );
  throw new NoAnswer(`The table has no row "${key}".${nearest === undefined ? "" : ` Did you mean ${nearest}?`}`);
}

function fieldNamed(fields: readonly string[], field: string): string {
  const found = fields.find((each) => folded(each) === folded(field));
  if (found !== undefined) return found;
  throw new ModelError("not-allowed", "field", `field is "${field}". Use ${listInWords(fields)}.`);
}

/**
 * Returns the built-in reference data: a table, a row of it, or one value; every row has its unit, source and date.
 * @customfunction REFERENCE
 * @param table aws-memory, aws-general, aws-arm, aws-nodes, azure-m, azure-e, gcp-memory, gcp-nodes, owned-x86, transfer, roles, licenses, or facts.
 * @param [key] Name of a row; all rows when left out.
 * @param [field] Name of a column, such as price or source; all columns when left out.
 * @param invocation The calling cell.
 * @returns Table with a header; with key and field only the value.
 * @requiresAddress
 * @errors #N/A for a row that does not exist, with the nearest; #VALUE! for an unknown table or field.
 * @example =TCO.REFERENCE("licenses", "oracle-db-ee", "price") -> 47500
 * @example =TCO.REFERENCE("roles", "dba", "source") -> "BLS OEWS 15-1242 database administrators, median; ratio an assumption"
 * @related CAPACITY.SERVER, LICENSE.COUNT
 */
export function referenceTable(table: ReferenceTable, key: any, field: any, invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => {
    const all = rowsOfTable(choiceOf("table", table, ReferenceTable));
    const rows = isOmitted(key) ? all : rowsNamed(all, textOf("key", key));
    const fields = isOmitted(field) ? fieldsOf(all) : ["name", fieldNamed(fieldsOf(all), textOf("field", field))];
    const cells = (names: readonly string[]): Answer[][] => rows.map((row) => names.map((name) => cellOfField(row[name])));
    return !isOmitted(key) && !isOmitted(field) ? cells(fields.slice(1)) : [[...fields], ...cells(fields)];
  });
}
