import type { Plan } from "../lines";
import type { ServerRow, ServerShape } from "../reference";
import { quoted, stepsOf } from "../terms";
import type { TermWriter } from "../terms";
import { ladderOf, rentField } from "./ladder";
import type { Part } from "./ladder";

/** Numbers of a shape: the field of `server.*` and the unit. */
const FIELDS = {
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
} as const;

export type ShapeNumber = keyof typeof FIELDS;

/** A number of a shape: a key of the scenario's own row, or a field of the reference data. */
export function shapeNumber({ a, reference }: Plan, t: TermWriter, part: Part, shape: ServerShape, number: ShapeNumber): string {
  const [field, unit] = FIELDS[number];
  if (a.servers.length > 0) return quoted(`server.${shape.name}.${field}`);
  const ladder = ladderOf(a, part);
  const { source, date } = reference.ladders[ladder].find(({ name }) => name === shape.name) as ServerRow;
  return t.cited(`${ladder}.${shape.name}.${number}`, unit, { value: shape[number] ?? 0, source, date });
}

/** Rent of a shape per month, in the prices of year 1. */
export function shapeRent(plan: Plan, t: TermWriter, part: Part, shape: ServerShape): string {
  t.because("cloud.commitment");
  return shapeNumber(plan, t, part, shape, rentField(shape, plan.a["cloud.commitment"]));
}

/** A term of the central shape in service, step by step. */
export function inService({ central, timeline }: Plan, ofShape: (shape: ServerShape) => string): string {
  if (!central) return "0";
  return stepsOf(timeline.months, (month) => ofShape(central.shapes[central.shapeOf[month - 1]]));
}
