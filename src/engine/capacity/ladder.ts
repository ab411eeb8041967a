import { CATALOGUE } from "../catalogue/assumptions";
import type { TableRow } from "../catalogue/assumptions";
import { changeOver, monthsToStart } from "../catalogue/priceDates";
import type { Reference, ServerShape } from "../catalogue/reference";
import type { Assumptions } from "../catalogue/resolved";
import { usableMemoryGib } from "./licenses";
import { listInWords } from "../words";

export type Part = "vertical" | "horizontal";

export interface LadderChoice {
  readonly shapes: readonly ServerShape[];
  /** Set when the scenario names a ladder that the reference data does not have. */
  readonly problem?: string;
}

const OWNED_LADDER = "owned-x86";

/** Where the servers of a part stand. The keys are written out: putting one together takes longer than all else that a line reads. */
export function hostingOf(a: Assumptions, part: Part): Assumptions["vertical.hosting"] {
  return part === "vertical" ? a["vertical.hosting"] : a["horizontal.hosting"];
}

/** Shapes that can be had under a hosting, by the list that they are taken from; lists never change, so each is filtered once. */
const usableLists = new WeakMap<object, Map<string, readonly ServerShape[]>>();

function usableShapes(
  list: object,
  shapes: () => readonly ServerShape[],
  part: Part,
  hosting: Assumptions["vertical.hosting"],
  commitment: Commitment,
): readonly ServerShape[] {
  const known = usableLists.get(list) ?? new Map<string, readonly ServerShape[]>();
  usableLists.set(list, known);
  const how = `${part} ${hosting === "owned" ? hosting : commitment}`;
  let found = known.get(how);
  if (!found) {
    const hasPrice = (shape: ServerShape): boolean =>
      hosting === "owned" ? shape.price !== null : rentField(shape, commitment) !== undefined;
    known.set(how, (found = shapes().filter(hasPrice)));
  }
  return found;
}

/** The reference ladder of a part without its own rows: the ladder in the scenario, else the default for its hosting. */
export function ladderName(part: Part, owned: boolean, stated: string | undefined): string {
  return stated ?? (owned ? OWNED_LADDER : CATALOGUE[part === "vertical" ? "vertical.servers" : "horizontal.servers"].default);
}

/** The shapes from which a part of the system is built: the scenario's own rows, else a reference ladder; without a price under the hosting and commitment chosen a shape is skipped, and memory that no license lets the software use does not count. */
export function ladderFor(a: Assumptions, part: Part, reference: Reference): LadderChoice {
  const ladder = offeredLadder(a, part, reference);
  const memoryGib = usableMemoryGib(a, part);
  return memoryGib === Infinity ? ladder : { ...ladder, shapes: withMemoryUpTo(memoryGib, ladder.shapes) };
}

const limitedLists = new WeakMap<object, Map<number, readonly ServerShape[]>>();

/** The same shapes with the memory that software licensed for so much of it can use. */
function withMemoryUpTo(memoryGib: number, shapes: readonly ServerShape[]): readonly ServerShape[] {
  const known = limitedLists.get(shapes) ?? new Map<number, readonly ServerShape[]>();
  limitedLists.set(shapes, known);
  const limited = known.get(memoryGib) ?? shapes.map((shape) => ({ ...shape, memoryGib: Math.min(shape.memoryGib, memoryGib) }));
  known.set(memoryGib, limited);
  return limited;
}

function offeredLadder(a: Assumptions, part: Part, reference: Reference): LadderChoice {
  const hosting = hostingOf(a, part);
  const commitment = a["cloud.commitment"];
  if (a.servers.length > 0) {
    const rows = (): ServerShape[] => a.servers.filter((row) => row.role === part || row.role === "both").map(shapeOfRow);
    return { shapes: usableShapes(a.servers, rows, part, hosting, commitment) };
  }
  const name = ladderOf(a, part);
  const ladder = Object.hasOwn(reference.ladders, name) ? reference.ladders[name] : undefined;
  if (!ladder) return { shapes: [], problem: `${part}.servers is "${name}". Use ${listInWords(Object.keys(reference.ladders))}.` };
  return { shapes: usableShapes(ladder, () => ladder, part, hosting, commitment) };
}

/** The reference ladder of a part of a scenario. */
export function ladderOf(a: Assumptions, part: Part): string {
  const key = part === "vertical" ? "vertical.servers" : "horizontal.servers";
  return ladderName(part, hostingOf(a, part) === "owned", a.stated.has(key) ? a[key] : undefined);
}

function shapeOfRow(row: TableRow<"server">): ServerShape {
  return {
    name: row.name,
    role: row.role,
    cores: row.cores ?? 0,
    speed: row.speed,
    memoryGib: row.memory_gib ?? 0,
    storageTb: row.storage_tb ?? null,
    localDiskTb: row.local_disk,
    iops: row.iops ?? null,
    sockets: row.sockets,
    price: row.price ?? null,
    monthly: row.monthly ?? null,
    monthly1y: row.monthly_1y ?? null,
    monthly3y: row.monthly_3y ?? null,
    kw: row.kw,
    rackUnits: row.rack_units,
  };
}

/** Rent per month in the prices of year 1, and the months for which a server so rented stays. */
export interface Rent {
  readonly monthly: number;
  readonly stayMonths: number;
}

const STAY_MONTHS = { monthly: 1, monthly1y: 12, monthly3y: 36 } as const;

type Commitment = Assumptions["cloud.commitment"];
type RentField = keyof typeof STAY_MONTHS;

/** Prices that can be had under a commitment, its own first. A longer one is a promise that the scenario does not make. */
export const RENT_FIELDS: Readonly<Record<Commitment, readonly RentField[]>> = {
  "on-demand": ["monthly"],
  "1-year": ["monthly1y", "monthly"],
  "3-year": ["monthly3y", "monthly1y", "monthly"],
};

/** Which price is billed under the scenario's commitment: a shape without a price for it takes that of the next shorter one; undefined when it has neither. */
export function rentField(shape: Readonly<Record<RentField, number | null>>, commitment: Commitment): RentField | undefined {
  return RENT_FIELDS[commitment].find((field) => shape[field] !== null);
}

/** The rent under the scenario's commitment of a shape that can be rented under it. */
export function rentOf(shape: ServerShape, commitment: Commitment): Rent {
  const field = rentField(shape, commitment) ?? "monthly";
  return { monthly: shape[field] ?? 0, stayMonths: STAY_MONTHS[field] };
}

/**
 * By what the prices of a part's reference ladder have changed from their date to the start of the plan: rents by cloud.price_change, purchases by
 * hardware.price_change. A scenario's own rows are prices of the start.
 */
export function ladderFactor(a: Assumptions, part: Part, reference: Reference): number {
  const rate = hostingOf(a, part) === "owned" ? a["hardware.price_change"] : a["cloud.price_change"];
  if (rate === 0 || a.servers.length > 0) return 1;
  const [row] = reference.ladders[ladderOf(a, part)] ?? [];
  return row ? changeOver(rate, monthsToStart(row.date, a["plan.start"])) : 1;
}

/** Purchase price after discount, in the prices of year 1. */
export function netPriceOf(shape: ServerShape, a: Assumptions): number {
  return (shape.price ?? 0) * (1 - a["hardware.discount"]);
}
