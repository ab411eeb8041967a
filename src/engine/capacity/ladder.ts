import { CATALOGUE } from "../assumptions";
import type { TableRow } from "../assumptions";
import type { Reference, ServerShape } from "../reference";
import type { Assumptions } from "../resolved";
import { MONTHS_PER_YEAR } from "../units";

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

function usableShapes(list: object, how: string, shapes: () => readonly ServerShape[], owned: boolean): readonly ServerShape[] {
  const known = usableLists.get(list) ?? new Map<string, readonly ServerShape[]>();
  usableLists.set(list, known);
  let found = known.get(how);
  if (!found) known.set(how, (found = shapes().filter((shape) => (owned ? shape.price : shape.monthly) !== null)));
  return found;
}

/** The reference ladder of a part without rows of its own: the one that is stated, else the default for its hosting. */
export function ladderName(part: Part, owned: boolean, stated: string | undefined): string {
  return stated ?? (owned ? OWNED_LADDER : CATALOGUE[part === "vertical" ? "vertical.servers" : "horizontal.servers"].default);
}

/** The shapes from which a part of the system is built: the scenario's own rows, else a reference ladder; without a price under the hosting chosen a shape is skipped. */
export function ladderFor(a: Assumptions, part: Part, reference: Reference): LadderChoice {
  const hosting = hostingOf(a, part);
  const owned = hosting === "owned";
  if (a.servers.length > 0) {
    const rows = (): ServerShape[] => a.servers.filter((row) => row.role === part || row.role === "both").map(shapeOfRow);
    return { shapes: usableShapes(a.servers, part + hosting, rows, owned) };
  }
  const name = ladderOf(a, part);
  const ladder = Object.hasOwn(reference.ladders, name) ? reference.ladders[name] : undefined;
  if (!ladder) return { shapes: [], problem: `${part}.servers is "${name}"; allowed is ${Object.keys(reference.ladders).join(", ")}.` };
  return { shapes: usableShapes(ladder, hosting, () => ladder, owned) };
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

/** Which price holds under the scenario's commitment: a shape without a price for it takes that of the next shorter one. */
export function rentField(shape: ServerShape, commitment: Assumptions["cloud.commitment"]): keyof typeof STAY_MONTHS {
  if (commitment === "3-year" && shape.monthly3y !== null) return "monthly3y";
  return commitment !== "on-demand" && shape.monthly1y !== null ? "monthly1y" : "monthly";
}

/** The rent under the scenario's commitment. */
export function rentOf(shape: ServerShape, commitment: Assumptions["cloud.commitment"]): Rent {
  const field = rentField(shape, commitment);
  return { monthly: shape[field] ?? 0, stayMonths: STAY_MONTHS[field] };
}

/** Purchase price after discount, in the prices of year 1. */
export function netPriceOf(shape: ServerShape, a: Assumptions): number {
  return (shape.price ?? 0) * (1 - a["hardware.discount"]);
}

/** What one owned server costs per month: price / (12 x life) + maintenance / 12. */
export function ownedMonthlyCost(shape: ServerShape, a: Assumptions): number {
  return netPriceOf(shape, a) * (1 / (MONTHS_PER_YEAR * a["hardware.life_years"]) + a["hardware.maintenance"] / MONTHS_PER_YEAR);
}
