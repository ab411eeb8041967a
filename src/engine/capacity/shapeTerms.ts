/** Terms of server shapes: rows of the reference data, or of the scenario, by the month in which they are in service. */

import type { Plan } from "../lines";
import type { ServerRow, ServerShape } from "../reference";
import { stepsOf } from "../terms";
import type { TermWriter } from "../terms";
import type { Part } from "./ladder";
import { ladderName } from "./ladder";

type ShapeNumber = "cores" | "speed" | "memoryGib" | "storageTb" | "iops" | "price" | "monthly" | "monthly1y" | "monthly3y" | "kw" | "rackUnits" | "sockets";

/** The field of `server.*` for a number of a shape, and its unit. */
const FIELDS: Readonly<Record<ShapeNumber, readonly [field: string, unit: string]>> = {
  cores: ["cores", "cores"],
  speed: ["speed", "ratio"],
  memoryGib: ["memory_gib", "GiB"],
  storageTb: ["storage_tb", "TB"],
  iops: ["iops", "1/s"],
  price: ["price", "money"],
  monthly: ["monthly", "money/month"],
  monthly1y: ["monthly_1y", "money/month"],
  monthly3y: ["monthly_3y", "money/month"],
  kw: ["kw", "kW"],
  rackUnits: ["rack_units", "U"],
  sockets: ["sockets", "sockets"],
};

/** A number of a shape: a key of the scenario's own row, or a field of the reference data. */
export function shapeNumber({ a, reference }: Plan, t: TermWriter, part: Part, shape: ServerShape, number: ShapeNumber): string {
  const [field, unit] = FIELDS[number];
  if (a.servers.length > 0) return t.key(`server.${shape.name}.${field}`);
  const ladder = ladderName(a, part);
  const row = reference.ladders[ladder].find(({ name }) => name === shape.name) as ServerRow;
  return t.cited(`${ladder}.${shape.name}.${number}`, unit, { value: row[number] ?? 0, source: row.source, date: row.date });
}

/** The shape in service in a month (from 1). */
type ShapeIn = (month: number) => ServerShape;

/** A number of the shape in service, step by step; `unbounded` stands where a shape has no limit. */
export function numberInService(
  plan: Plan,
  t: TermWriter,
  part: Part,
  shapeIn: ShapeIn,
  number: ShapeNumber | ((shape: ServerShape) => ShapeNumber),
  unbounded = "no_limit",
): string {
  return stepsOf(plan.timeline.months, (month) => {
    const shape = shapeIn(month);
    const field = typeof number === "string" ? number : number(shape);
    return shape[field] === null ? unbounded : shapeNumber(plan, t, part, shape, field);
  });
}

