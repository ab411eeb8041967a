import type { Plan } from "../lines";
import type { LicenseProduct, ServerRow, ServerShape } from "../catalogue/reference";
import { monthsToStart } from "../catalogue/priceDates";
import { quoted } from "../terms";
import type { TermWriter } from "../terms";
import { ladderOf, rentField } from "./ladder";
import { licensesOf } from "./licenses";
import type { Part } from "./ladder";

/** Numbers of a shape: the field of `server.*` and the unit. */
const FIELDS = {
  cores: ["cores", "cores"],
  speed: ["speed", "ratio"],
  memoryGib: ["memory_gib", "GiB"],
  storageTb: ["storage_tb", "TB"],
  localDiskTb: ["local_disk", "TB"],
  iops: ["iops", "1/s"],
  price: ["price", "money"],
  monthly: ["monthly", "money/month"],
  monthly1y: ["monthly_1y", "money/month"],
  monthly3y: ["monthly_3y", "money/month"],
  kw: ["kw", "kW"],
  rackUnits: ["rack_units", "U"],
  sockets: ["sockets", "sockets"],
} as const;

export type ShapeNumber = keyof typeof FIELDS;

/** Unit of a number of a shape. */
export const unitOf = (number: ShapeNumber): string => FIELDS[number][1];

/** A number of a shape: a key of the scenario's own row, or a field of the reference data; of its memory what licensed software can use. */
export function shapeNumber(plan: Plan, t: TermWriter, part: Part, shape: ServerShape, number: ShapeNumber): string {
  // Offered with disks, taken without.
  if (number === "localDiskTb" && shape.localDiskTb === 0) return "0";
  const offered = offeredNumber(plan, t, part, shape, number);
  return number === "memoryGib" ? mostUsed(plan, t, part, offered) : offered;
}

function offeredNumber({ a, reference }: Plan, t: TermWriter, part: Part, shape: ServerShape, number: ShapeNumber): string {
  const [field, unit] = FIELDS[number];
  if (a.servers.length > 0) return quoted(`server.${shape.name}.${field}`);
  const ladder = ladderOf(a, part);
  const row = reference.ladders[ladder].find(({ name }) => name === shape.name) as ServerRow;
  const { source, date, date1y = date, date3y = date } = row;
  const published = number === "monthly1y" ? date1y : number === "monthly3y" ? date3y : date;
  const value = (number === "memoryGib" ? row.memoryGib : shape[number]) ?? 0;
  const cited = t.cited(`${ladder}.${shape.name}.${number}`, unit, { value, source, date: published });
  const rate = PRICE_CHANGES[number];
  if (rate === undefined || a[rate] === 0) return cited;
  t.because("plan.start");
  return t.term(
    `${ladder}.${shape.name}.${number}_at_start`,
    unit,
    `${cited} * (1 + ${rate}) ^ (${monthsToStart(date, a["plan.start"])} / 12)`,
  );
}

function mostUsed({ a, reference }: Plan, t: TermWriter, part: Part, memory: string): string {
  const limits = licensesOf(a, part).flatMap(({ name, maxMemoryGib: value }) => {
    if (value === undefined) return [];
    const { source, date } = reference.licenses.find((product) => product.name === name) as LicenseProduct;
    return [t.cited(`licenses.${name}.maxMemoryGib`, "GiB", { value, source, date })];
  });
  return limits.length === 0 ? memory : `min(${[memory, ...limits].join(", ")})`;
}

/** What brings a price of the reference data to the start of the plan. */
const PRICE_CHANGES: Partial<Record<ShapeNumber, "hardware.price_change" | "cloud.price_change">> = {
  price: "hardware.price_change",
  monthly: "cloud.price_change",
  monthly1y: "cloud.price_change",
  monthly3y: "cloud.price_change",
};

/** Rent of a shape per month, in the prices of year 1. */
export function shapeRent(plan: Plan, t: TermWriter, part: Part, shape: ServerShape): string {
  t.because("cloud.commitment");
  return shapeNumber(plan, t, part, shape, rentField(shape, plan.a["cloud.commitment"]) ?? "monthly");
}
