import type { DRIVER_LINES } from "../drivers";
import type { WrittenLine, Plan } from "../lines";

/** Ids of the stock lines before the staff: every one can drive a role. */
type StockId = (typeof DRIVER_LINES)[number];

/** What a stock line is, and what it is computed from. */
type Declared = Pick<WrittenLine, "label" | "unit" | "from" | "terms">;

type ByMonth = (plan: Plan, m: number) => number;

/** A stock line that fills its months itself. */
export function filledStock(id: StockId, declared: Declared, write: WrittenLine["write"]): WrittenLine {
  return { id, kind: "stock", ...declared, write };
}

/** A stock line with a value for each month (index from 0). */
export function stock(id: StockId, declared: Declared, at: ByMonth): WrittenLine {
  return filledStock(id, declared, (plan, values) => {
    for (let m = 0; m < values.length; m++) values[m] = at(plan, m);
  });
}
