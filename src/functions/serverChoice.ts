/** The choice of a server shape from a built-in ladder or from a table of the sheet. */

import { CATALOGUE } from "../engine/catalogue/assumptions";
import { ModelError } from "../engine/errors";
import type { ServerShape } from "../engine/catalogue/reference";
import { fits } from "../engine/units";
import { reference } from "../reference/load";
import { cellOf, numberIn, rowsOf, textOf } from "./cells";
import type { NumberRule } from "./cells";
import { NoAnswer } from "./excelError";
import { columnIn, columnOf, refuseNearMisses, rowName, statedCell, tableOf } from "./tables";
import type { Table, TableCells } from "./tables";
import { inWords, listInWords } from "../engine/words";

/** A shape as far as the choice reads it; price is per month, or to buy where no monthly price is known. */
type PricedShape = Pick<ServerShape, "name" | "cores" | "speed" | "memoryGib" | "storageTb"> & { readonly price: number };

/** The need of a server. */
export interface ServerNeed {
  readonly cores: number;
  readonly memory: number;
  readonly storage: number;
}

export interface ChosenShape {
  readonly name: string;
  readonly cores: number;
  /** GiB. */
  readonly memory: number;
  readonly price: number;
  readonly binding: keyof ServerNeed;
}

/** The priced shapes of a ladder's name or of a table. */
export function shapesOf(given: unknown): readonly PricedShape[] {
  const rows = rowsOf(given);
  return rows.length === 1 && rows[0].length === 1 ? ladderShapes(textOf("servers", given)) : tableShapes(tableOf("servers", given));
}

function ladderShapes(name: string): readonly PricedShape[] {
  const wanted = name.toLowerCase();
  if (!Object.hasOwn(reference.ladders, wanted))
    throw new ModelError("not-allowed", "servers", `servers is "${name}". Use a table, or ${listInWords(Object.keys(reference.ladders))}.`);
  return reference.ladders[wanted].flatMap((shape) => {
    const price = shape.monthly ?? shape.price;
    return price === null ? [] : [{ ...shape, price }];
  });
}

/** Columns of prices, in the order in which they count. */
const PRICES = ["Monthly", "Price"] as const;

function tableShapes(table: Table): readonly PricedShape[] {
  const prices = PRICES.filter((header) => columnIn(table, header) !== undefined);
  if (prices.length === 0) columnOf(table, "Monthly");
  refuseNearMisses(table, "server");
  if (table.rows.length === 0)
    throw new ModelError("missing", "servers", "servers has no rows below its header. Select the header and the rows.");
  const shapes = table.rows.flatMap((row): readonly PricedShape[] => {
    const name = rowName(table, row);
    const [price] = prices.flatMap((header) => optionalField(table, row, header, CATALOGUE["server.*.monthly"]) ?? []);
    if (price === undefined) return [];
    const stated = (header: string, rule: NumberRule): number =>
      numberIn(`${header} of ${name}`, cellOf(row.cells[columnOf(table, header)]), rule);
    return [
      {
        name,
        cores: stated("Cores", CATALOGUE["server.*.cores"]),
        memoryGib: stated("Memory gib", CATALOGUE["server.*.memory_gib"]),
        speed: optionalField(table, row, "Speed", CATALOGUE["server.*.speed"]) ?? CATALOGUE["server.*.speed"].default,
        storageTb: optionalField(table, row, "Storage tb", CATALOGUE["server.*.storage_tb"]) ?? null,
        price,
      },
    ];
  });
  if (shapes.length === 0)
    throw new ModelError("missing", "servers", `servers has no price. Enter prices in the column ${prices.join(" or ")}.`);
  return shapes;
}

/** A field that a table need not have; a 0 that may be a blank cell is not stated. */
function optionalField(table: Table, row: TableCells, header: string, rule: NumberRule): number | undefined {
  const index = columnIn(table, header);
  const cell = index === undefined ? "" : statedCell(table, row, index, rule);
  return cell === "" ? undefined : numberIn(`${header} of ${rowName(table, row)}`, cell, rule);
}

const DIMENSIONS = ["cores", "memory", "storage"] as const;
const UNITS = { cores: "cores", memory: "GiB of memory", storage: "TB of storage" } as const;

function capacityOf({ cores, speed, memoryGib, storageTb }: PricedShape): ServerNeed {
  return { cores: cores * speed, memory: memoryGib, storage: storageTb ?? Infinity };
}

/** The dimension of a shape with the largest need over capacity, and that ratio. */
function fullestDimension(shape: PricedShape, need: ServerNeed): { readonly dimension: keyof ServerNeed; readonly ratio: number } {
  const capacity = capacityOf(shape);
  const ratios = DIMENSIONS.map((dimension) => ({ dimension, ratio: need[dimension] === 0 ? 0 : need[dimension] / capacity[dimension] }));
  return ratios.reduce((fullest, each) => (each.ratio > fullest.ratio ? each : fullest));
}

/** The cheapest shape that is large enough in every dimension; ties by name. No answer if all are too small. */
export function cheapestShape(shapes: readonly PricedShape[], need: ServerNeed): ChosenShape {
  let best: PricedShape | undefined;
  for (const shape of shapes) {
    if (!fits(fullestDimension(shape, need).ratio, 1)) continue;
    if (!best || shape.price < best.price || (shape.price === best.price && shape.name < best.name)) best = shape;
  }
  if (!best) throw tooSmall(shapes, need);
  return { name: best.name, cores: best.cores, memory: best.memoryGib, price: best.price, binding: fullestDimension(best, need).dimension };
}

function tooSmall(shapes: readonly PricedShape[], need: ServerNeed): NoAnswer {
  const refusals = shapes.map((shape) => ({ shape, ...fullestDimension(shape, need) }));
  const { shape, dimension } = refusals.reduce((least, each) => (each.ratio < least.ratio ? each : least));
  const has = inWords(capacityOf(shape)[dimension]);
  return new NoAnswer(
    `No server is large enough: you need ${inWords(need[dimension])} ${UNITS[dimension]}; the largest, ${shape.name}, has ${has}.`,
  );
}
