import { parseKey } from "../../engine/catalogue/keys";
import { dateOfText, serialOf } from "../../engine/timeline";
import type { Value } from "../../engine/catalogue/values";
import { typedCell } from "../typedCell";
import type { CellContent } from "../plan";

/** What is typed into a cell for a stated value: the date of a key of dates becomes the spreadsheet's number, text stays text. */
export function typedContent(value: Value, key = ""): CellContent {
  const isDate = typeof value === "string" && parseKey(key)?.assumption.kind === "date";
  const date = isDate ? dateOfText(value) : undefined;
  return date ? serialOf(date) : typedCell(value);
}
