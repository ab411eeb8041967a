/** Rows of the optional tables as the reference data has them: a table with these rows changes no result until somebody edits it. */

import { CATALOGUE } from "../../engine/catalogue/assumptions";
import { ladderName } from "../../engine/capacity/ladder";
import type { LicenseProduct, Provenance, Reference, RoleRow, ServerRow } from "../../engine/catalogue/reference";
import type { Value } from "../../engine/catalogue/values";
import type { ScenarioTable } from "../formulas";
import { TABLES } from "../layout";
import type { TableRow } from "./modelTables";

type Stated = ReadonlyMap<string, Value>;

/** The fields that have a value. */
function present(fields: Readonly<Record<string, Value | null>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, Value] => entry[1] !== null));
}

function evidenceOf({ source, date, confidence, note }: Provenance): string {
  return `${source} (${date}, ${confidence})${note === undefined ? "" : `. ${note}`}`;
}

/**
 * Products are listed for no architecture, so that none costs anything yet. How a product counts is left to its vendor's rule: stating metric, factor, pack
 * or minimum would replace the rule, on virtual cores too.
 */
function licenseRow(product: LicenseProduct): TableRow {
  const { name, label, metric, price, ask, model, support, standby, maxCores, maxSockets } = product;
  const rule = `${label}, per ${metric}${ask === null ? "" : `; ask for the ${ask}`}. `;
  const fields = present({ applies: "none", price, model, support, standby, max_cores: maxCores, max_sockets: maxSockets });
  return { name, fields, evidence: rule + evidenceOf(product) };
}

/** The salary stays blank: a stated one is a salary of the plan's start, and this one is brought to the start by the growth of wages. */
function roleRow(row: RoleRow): TableRow {
  const { role, applies, driver, ratio, fixed, minimum, salary, oncall } = row;
  const blank = `Salary while blank: ${salary}, brought to plan.start by staff.wage_growth. `;
  return { name: role, fields: present({ applies, driver, ratio, fixed, minimum, oncall }), evidence: blank + evidenceOf(row) };
}

function serverRow(row: ServerRow, role: ServerRow["role"]): TableRow {
  const { name, cores, speed, memoryGib, storageTb, localDiskTb, iops, sockets, price, monthly, monthly1y, monthly3y, kw, rackUnits } = row;
  const fields = present({
    role,
    cores,
    speed,
    memory_gib: memoryGib,
    storage_tb: storageTb,
    local_disk: localDiskTb === 0 ? null : localDiskTb,
    iops,
    sockets,
    price,
    monthly,
    monthly_1y: monthly1y,
    monthly_3y: monthly3y,
    kw,
    rack_units: rackUnits,
  });
  return { name, fields, evidence: evidenceOf(row) };
}

const SIDES = ["vertical", "horizontal"] as const;
type Side = (typeof SIDES)[number];

/** The ladder that a scenario uses for one side when it states no shapes of its own. */
function ladderOf(side: Side, stated: Stated, { ladders }: Reference): readonly ServerRow[] {
  const hosting = stated.get(`${side}.hosting`) ?? CATALOGUE[`${side}.hosting`].default;
  const servers = stated.get(`${side}.servers`);
  return ladders[ladderName(side, hosting === "owned", servers === undefined ? undefined : String(servers))] ?? [];
}

/** The shapes that any of the scenarios uses on either side; one that serves both is listed once. */
function serverRows(scenarios: readonly Stated[], reference: Reference): readonly TableRow[] {
  const shapes = new Map<string, { row: ServerRow; sides: Set<Side> }>();
  for (const side of SIDES)
    for (const row of scenarios.flatMap((stated) => ladderOf(side, stated, reference))) {
      const known = shapes.get(row.name) ?? { row, sides: new Set<Side>() };
      known.sides.add(side);
      shapes.set(row.name, known);
    }
  return [...shapes.values()].map(({ row, sides }) => serverRow(row, sides.size > 1 ? "both" : [...sides][0]));
}

/** Rows of a table for scenarios given as what each states, with what it inherits. */
export function referenceRows(table: ScenarioTable, scenarios: readonly Stated[], reference: Reference): readonly TableRow[] {
  switch (table) {
    case TABLES.licenses:
      return reference.licenses.map(licenseRow);
    case TABLES.roles:
      return reference.roles.map(roleRow);
    case TABLES.servers:
      return serverRows(scenarios, reference);
    case TABLES.deals:
      return [];
  }
}
