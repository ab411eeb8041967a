import { CATALOGUE } from "./assumptions";
import type { ScalarAssumptions, TableName, TableRow } from "./assumptions";
import { ModelError } from "../errors";
import type { Issue, ModelErrorCode } from "../errors";
import type { LicenseProduct, Reference, RoleRow } from "./reference";
import type { CustomLine, DatedSalary, Deal, DerivedTables, License, Role, ScenarioMap, Stated } from "./resolved";
import { changeOver, monthsToStart } from "./priceDates";
import { MOST_YEARS } from "../timeline";
import { MONTHS_PER_YEAR } from "../units";
import type { ReadValue } from "./values";

type Fields = Record<string, unknown> & { name: string };
type Report = (key: string, code: ModelErrorCode, message: string) => void;

/** The rows of the scenario's tables with defaults and reference rows filled in; what is missing is reported. */
export function deriveTables(stated: readonly Stated[], scalars: ScalarAssumptions, reference: Reference, issues: Issue[]): DerivedTables {
  const report: Report = (key, code, message) => issues.push({ severity: "error", code, key, message });
  const growth = indexed(stated, "demand.growth.*");
  return {
    deals: dealRows(stated, report),
    servers: serverRows(stated, report),
    licenses: licenseRows(stated, reference, report),
    roles: roleRows(stated, scalars, reference, report),
    customLines: customRows(stated, report),
    growthByYear: growthByYear(growth, scalars["demand.growth"], scalars["plan.years"]),
    hasYearlyGrowth: growth.size > 0,
    seasonFactors: seasonFactors(indexed(stated, "demand.season.*"), report),
  };
}

const defaultsOf = (table: TableName): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(CATALOGUE)
      .filter(([pattern]) => pattern.startsWith(`${table}.*.`))
      .map(([pattern, assumption]) => [pattern.slice(table.length + 3), assumption.default]),
  );

const DEFAULTS: Readonly<Record<TableName, Record<string, unknown>>> = {
  deal: defaultsOf("deal"),
  server: defaultsOf("server"),
  license: defaultsOf("license"),
  role: defaultsOf("role"),
  custom: defaultsOf("custom"),
};

/** Stated rows of a table in the order in which they first appear, on top of the rows given. */
function statedRows(stated: readonly Stated[], table: TableName, base: ReadonlyMap<string, Fields> = new Map()): Map<string, Fields> {
  const rows = new Map<string, Fields>();
  for (const { parsed, value } of stated) {
    if (parsed.table !== table || parsed.row === undefined || parsed.field === undefined) continue;
    const row = rows.get(parsed.row) ?? { ...DEFAULTS[table], ...base.get(parsed.row), name: parsed.row };
    row[parsed.field] = value;
    rows.set(parsed.row, row);
  }
  return rows;
}

function requireField(row: Fields, table: TableName, field: string, ask: string, report: Report): boolean {
  if (row[field] !== undefined && row[field] !== null) return true;
  report(`${table}.${row.name}.${field}`, "missing", `Enter the ${ask} (${table}.${row.name}.${field}).`);
  return false;
}

function dealRows(stated: readonly Stated[], report: Report): Deal[] {
  const rows = [...statedRows(stated, "deal").values()];
  return rows.filter((row) => requireField(row, "deal", "close", "closing date of the acquisition", report)) as unknown as Deal[];
}

function serverRows(stated: readonly Stated[], report: Report): TableRow<"server">[] {
  const rows = [...statedRows(stated, "server").values()];
  return rows.filter((row) => {
    const hasCores = requireField(row, "server", "cores", "cores of the server", report);
    const hasMemory = requireField(row, "server", "memory_gib", "memory of the server in GiB", report);
    return hasCores && hasMemory;
  }) as unknown as TableRow<"server">[];
}

function customRows(stated: readonly Stated[], report: Report): CustomLine[] {
  const rows = [...statedRows(stated, "custom").values()];
  return rows.filter((row) =>
    requireField(row, "custom", "formula", "amount of the line per month as a formula", report),
  ) as unknown as CustomLine[];
}

function licenseRows(stated: readonly Stated[], reference: Reference, report: Report): License[] {
  const base = new Map(reference.licenses.map((product) => [product.name, productFields(product)]));
  const asks = new Map(reference.licenses.map((product) => [product.name, product.ask]));
  const counted = new Set(
    stated
      .filter(({ parsed }) => parsed.table === "license" && COUNTING_FIELDS.includes(parsed.field ?? ""))
      .map(({ parsed }) => parsed.row),
  );
  const rows = [...statedRows(stated, "license", base).values()].map((row) =>
    counted.has(row.name) ? { ...row, vendor: undefined } : row,
  );
  return rows.filter((row) => {
    if (row["applies"] === "none") return true;
    return requireField(row, "license", "price", asks.get(row.name) ?? "price per license, 0 if it is free", report);
  }) as unknown as License[];
}

/** A scenario that states one of these counts by its own rule, not by the vendor's. */
export const COUNTING_FIELDS: readonly string[] = ["metric", "factor", "pack", "minimum"];

function productFields(product: LicenseProduct): Fields {
  const { name, applies, metric, model, factor, pack, minimum, support, standby } = product;
  return {
    name,
    applies,
    metric,
    model,
    factor,
    pack,
    minimum,
    support,
    standby,
    price: product.price ?? undefined,
    max_cores: product.maxCores ?? undefined,
    max_sockets: product.maxSockets ?? undefined,
    maxMemoryGib: product.maxMemoryGib ?? undefined,
    vendor: product,
  };
}

function roleRows(stated: readonly Stated[], scalars: ScalarAssumptions, reference: Reference, report: Report): Role[] {
  const standard = scalars["staff.roles"] === "default" ? reference.roles : [];
  const base = new Map(standard.map((row) => [row.role, roleFields(row, scalars)]));
  const rows = new Map<string, Fields>([...base, ...statedRows(stated, "role", base)]);
  for (const { parsed } of stated) {
    const row = parsed.table === "role" && parsed.field === "salary" ? rows.get(parsed.row ?? "") : undefined;
    if (row) row["dated"] = undefined;
  }
  return [...rows.values()].filter((row) => requireField(row, "role", "salary", "yearly salary", report)) as unknown as Role[];
}

function roleFields(row: RoleRow, scalars: ScalarAssumptions): Fields {
  const { role, applies, driver, ratio, fixed, minimum, oncall } = row;
  const dated = { salary: row.salary, months: monthsToStart(row.date, scalars["plan.start"]) };
  const salary = salaryAtStart(dated, scalars["staff.wage_growth"]);
  return { name: role, applies, driver, ratio: ratio ?? undefined, fixed, minimum, salary, oncall, dated };
}

const salaryAtStart = ({ salary, months }: DatedSalary, growth: number): number => salary * changeOver(growth, months);

/** Brings the salaries of the reference data to the start of the plan again, after the growth of wages has changed. */
export function refillSalaries(roles: readonly Role[], growth: number): void {
  for (const role of roles) if (role.dated) Object.assign(role, { salary: salaryAtStart(role.dated, growth) });
}

function indexed(stated: readonly Stated[], pattern: string): Map<number, number> {
  const found = new Map<number, number>();
  for (const { parsed, value } of stated)
    if (parsed.pattern === pattern && parsed.index !== undefined) found.set(parsed.index, numberOf(value));
  return found;
}

const numberOf = (value: ReadValue): number => (typeof value === "number" ? value : Number.NaN);

/** A missing year takes the last one stated, before it the rate. */
function growthByYear(stated: ReadonlyMap<number, number>, rate: number, years: number): number[] {
  let current = rate;
  return Array.from({ length: years }, (_, index) => (current = stated.get(index + 1) ?? current));
}

/** Keys of the years' rates, for the longest plan. */
const GROWTH_KEYS = Array.from({ length: MOST_YEARS }, (_, index) => `demand.growth.${index + 1}`);

/** Fills the rate of each year of the plan again, after a rate has changed. */
export function refillGrowth(stated: ScenarioMap, rate: number, rates: number[]): void {
  let current = rate;
  for (let index = 0; index < rates.length; index++) rates[index] = current = numberOf(stated.get(GROWTH_KEYS[index]) ?? current);
}

const FACTORS = MONTHS_PER_YEAR;

function seasonFactors(stated: ReadonlyMap<number, number>, report: Report): readonly number[] | undefined {
  if (stated.size === 0) return undefined;
  const factors = Array.from({ length: FACTORS }, (_, index) => stated.get(index + 1) ?? CATALOGUE["demand.season.*"].default);
  if (rescaleSeason(factors)) return factors;
  report("demand.season.1", "conflict", "The twelve season factors are all 0. Enter a factor above 0 for one month or more.");
  return undefined;
}

/** Rescales season factors to mean 1; false when they are all 0. */
function rescaleSeason(factors: number[]): boolean {
  const sum = factors.reduce((total, factor) => total + factor, 0);
  for (let index = 0; index < factors.length; index++) factors[index] = (factors[index] * FACTORS) / sum;
  return sum > 0;
}

/**
 * Fills the season factors again, after one of them has changed.
 * @throws {ModelError} when they are all 0.
 */
export function refillSeason(stated: ScenarioMap, factors: number[]): void {
  const { default: initial } = CATALOGUE["demand.season.*"];
  for (let index = 0; index < FACTORS; index++) factors[index] = numberOf(stated.get(`demand.season.${index + 1}`) ?? initial);
  if (!rescaleSeason(factors))
    throw new ModelError(
      "conflict",
      "demand.season.1",
      "The twelve season factors are all 0. Enter a factor above 0 for one month or more.",
    );
}
