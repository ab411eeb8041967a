/** Headers of tables as people write them: in any case, with or without spaces, signs and a unit, in the singular or the plural. */

import { visibleText } from "./visibleText";

/** A header without what does not matter: case, spaces and signs. */
export function folded(header: string): string {
  return visibleText(header)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Units that names of columns end with. */
const UNIT_SUFFIX = /[\s_](gib|tb|months)$/i;
const UNITS: Readonly<Record<string, string>> = { gib: "GiB", tb: "TB" };
/** What scales a number: a column in thousands or in another unit holds other numbers than the one that is read. */
const SCALES: ReadonlySet<string> = new Set(
  [
    "kb mb gb tb pb kib mib gib tib day days week weeks month months quarter quarters year years hour hours",
    "k thousand thousands m mn million millions bn",
  ]
    .join(" ")
    .split(" "),
);

const IN_BRACKETS = /[([{][^)\]}]*[)\]}]/g;

const singular = (word: string): string => (word.length > 2 ? word.replace(/s$/, "") : word);

/** The forms in which a header may name a column, from the strictest on. */
const FORMS: readonly ((header: string) => string)[] = [
  folded,
  (header) => folded(header.replace(IN_BRACKETS, "")),
  (header) => singular(folded(header.replace(IN_BRACKETS, ""))),
  (header) => singular(folded(header.replace(IN_BRACKETS, "").trim().replace(UNIT_SUFFIX, ""))),
];

/** Index of the column that a name means: the one whose header says it most strictly, such as Volume before Volumes and Volume (beds). */
export function headerIndex(headers: readonly string[], wanted: string): number | undefined {
  for (const form of FORMS) {
    const meant = form(wanted);
    const index = headers.findIndex((header) => header !== "" && form(header) === meant);
    if (index >= 0) return index;
  }
  return undefined;
}

/** The unit of a column, such as GiB, where its header says another one: Memory (GB). "" where it has none; undefined where they agree. */
export function unitMissed(header: string, wanted: string): string | undefined {
  const suffix = UNIT_SUFFIX.exec(wanted)?.[1] ?? "";
  const unit = UNITS[suffix.toLowerCase()] ?? suffix;
  const words = (header.match(IN_BRACKETS) ?? []).flatMap((part) => part.toLowerCase().split(/[^a-z]+/));
  const hasOther = words.some((word) => SCALES.has(word) && singular(word) !== singular(unit.toLowerCase()));
  return hasOther && folded(header) !== folded(wanted) ? unit : undefined;
}
