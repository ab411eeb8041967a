import { tierProblem } from "../engine/cost/tiers";
import { isTotalsLabel } from "../engine/catalogue/totalsRow";
import { ModelError } from "../engine/errors";
import type { Tier } from "../engine/catalogue/reference";
import { cellOf, isOmitted, numberIn, rowsOf } from "./cells";
import { QUANTITY } from "./rules";

/** Price tiers of a range, and the quantity up to which they have a price. */
export interface PricedRange {
  readonly tiers: readonly Tier[];
  /** Where the last tier ends; Infinity where it is open. */
  readonly end: number;
}

/** A tier as its row states it. */
interface StatedTier extends Tier {
  /** Infinity where the row leaves it open. */
  readonly to: number;
}

const FROM_PRICE = 2;
const FROM_TO_PRICE = 3;

/** A blank cell of a range reaches a function as 0 in Excel: a row of nothing else is blank, but for the first, which may be free of charge. */
function isBlankRow(row: readonly unknown[], index: number): boolean {
  return row.every((cell) => isOmitted(cell) || (index > 0 && cellOf(cell) === 0));
}

/** Price tiers of a range: from and price, or from, to and price; a header row and blank rows are ignored. */
export function tiersOf(name: string, given: unknown): PricedRange {
  const [first, ...others] = rowsOf(given).filter(([from]) => !isTotalsLabel(String(from)));
  const hasHeader = first.length > 1 && first.slice(0, FROM_PRICE).every((cell) => typeof cellOf(cell) === "string" && !isOmitted(cell));
  const rows = (hasHeader ? others : [first, ...others]).filter((row, index) => !isBlankRow(row, index));
  const columns = first.length;
  if (columns !== FROM_PRICE && columns !== FROM_TO_PRICE) throw wrongColumns(name, columns);
  const stated = rows.map((row, index) => tierOf(`of tier ${index + 1} of ${name}`, row));
  const problem = tierProblem(stated) ?? (columns === FROM_TO_PRICE ? endProblem(stated) : undefined);
  if (problem !== undefined) throw new ModelError("not-allowed", name, `${name}: ${problem}.`);
  return { tiers: stated, end: stated[stated.length - 1].to };
}

function wrongColumns(name: string, columns: number): ModelError {
  const got = columns === 1 ? "one column" : `${columns} columns`;
  return new ModelError("wrong-type", name, `${name} has ${got}. Select two columns (from, price) or three (from, to, price).`);
}

function tierOf(where: string, row: readonly unknown[]): StatedTier {
  const number = (what: string, cell: unknown): number => numberIn(`${what} ${where}`, cellOf(cell), QUANTITY);
  const from = number("from", row[0]);
  if (row.length < FROM_TO_PRICE) return { from, to: Infinity, price: number("price", row[1]) };
  const isOpen = isOmitted(row[1]) || cellOf(row[1]) === 0;
  return { from, to: isOpen ? Infinity : number("to", row[1]), price: number("price", row[2]) };
}

/** What is wrong with the ends of tiers that rise from 0: each ends where the next starts, and only the last may be open. */
function endProblem(tiers: readonly StatedTier[]): string | undefined {
  const index = tiers.findIndex(({ to }, at) => at < tiers.length - 1 && to !== tiers[at + 1].from);
  if (index >= 0) return joinProblem(index + 1, tiers[index].to, tiers[index + 1].from);
  const { from, to } = tiers[tiers.length - 1];
  return to > from ? undefined : `tier ${tiers.length} starts at ${from} and ends at ${to}; enter an end above its start, or clear it`;
}

function joinProblem(tier: number, to: number, next: number): string {
  if (to === Infinity)
    return `tier ${tier} has no end, which only the last tier may omit. End it at ${next}, where tier ${tier + 1} starts`;
  const fault = to < next ? "leaves a gap before" : "overlaps";
  return `tier ${tier} ends at ${to} and ${fault} tier ${tier + 1}, which starts at ${next}; start each tier where the one before ends`;
}

/** Refuses a quantity beyond the last tier of a range. */
export function requirePriced(what: string, quantity: number, tiers: string, { end }: PricedRange): void {
  if (quantity <= end) return;
  const message = `${what} is ${quantity}, above the end of the last tier of ${tiers} (${end}). Clear that end if the price has no limit.`;
  throw new ModelError("out-of-range", what, message);
}
