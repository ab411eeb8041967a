/**
 * numfmt with a memory, in whose place the workbench's build puts it. Each time that the grid (Univer 0.25.1) paints a text it asks whether that could be a
 * date, to mark numbers that are stored as text, and to find out takes longer than to paint it.
 */
import { parseDate as parse } from "numfmt";

// eslint-disable-next-line no-restricted-syntax -- it stands in the place of numfmt: with all that numfmt exports
export * from "numfmt";

/** How many texts are remembered: more than any workbook shows between two edits. */
const MOST = 10_000;

const noDates = new Set<string>();

/** As numfmt's own, which gives null for a text that is no date. */
export const parseDate: typeof parse = (text, options) => {
  if (options !== undefined) return parse(text, options);
  if (noDates.has(text)) return null;
  const date = parse(text);
  if (date !== null) return date;
  if (noDates.size >= MOST) noDates.clear();
  noDates.add(text);
  return null;
};
