import { describe, expect, test } from "vitest";
import { typedNumber } from "../../../src/engine/catalogue/typedAmount";
import { numberStyleOf } from "../../../src/taskpane/shell/numberStyle";

/** Thin no-break space, as French parts thousands, and no-break space, as Austrian German does. */
const [THIN, FIXED] = ["\u202f", "\u00a0"];

/** What each language makes of a text: a number, two numbers of which nobody but its author knows the right one, or none. */
const LOCALES = ["en-US", "en-IN", "de-DE", "de-AT", "de-CH", "fr-FR"] as const;
type Meaning = number | "ambiguous" | "none";
const same = (meaning: Meaning): readonly Meaning[] => LOCALES.map(() => meaning);
const AMBIGUOUS = "ambiguous";

const CASES: readonly (readonly [text: string, meanings: readonly Meaning[]])[] = [
  // A number below 1 has no thousands: its point or comma is the decimal one everywhere.
  ["0.125", same(0.125)],
  ["0,125", same(0.125)],
  ["-0.125", same(-0.125)],
  ["-0,125", same(-0.125)],
  ["−0,125", same(-0.125)],
  ["+0.125", same(0.125)],
  [".125", same(0.125)],
  [",125", same(0.125)],
  ["00.125", same(0.125)],
  ["0.125.000", same("none")],
  ["0 125", same("none")],
  ["0'125", same("none")],
  ["0", same(0)],
  ["00", same(0)],
  ["007", same(7)],
  // Before other than three digits it is the decimal one, too.
  ["1.23", same(1.23)],
  ["1,23", same(1.23)],
  ["-1,5", same(-1.5)],
  ["1.2345", same(1.2345)],
  ["1234.567", same(1234.567)],
  ["1234,567", same(1234.567)],
  // Before three digits, the language says what it is; one that has it for neither cannot say.
  ["1.234", [1.234, 1.234, 1234, AMBIGUOUS, 1.234, AMBIGUOUS]],
  ["1,234", [1234, 1234, 1.234, 1.234, AMBIGUOUS, 1.234]],
  ["-1.234", [-1.234, -1.234, -1234, AMBIGUOUS, -1.234, AMBIGUOUS]],
  ["400.000", [400, 400, 400_000, AMBIGUOUS, 400, AMBIGUOUS]],
  // Two separators, or two kinds, leave no doubt.
  ["1.234,5", same(1234.5)],
  ["1,234.5", same(1234.5)],
  ["1.234.567", same(1_234_567)],
  ["1,234,567.25", same(1_234_567.25)],
  ["-1.234.567,25", same(-1_234_567.25)],
  // Spaces and apostrophes part thousands in every language, and nothing else.
  ["1 234,5", same(1234.5)],
  [`1${THIN}234${THIN}567,5`, same(1_234_567.5)],
  [`1${FIXED}234,5`, same(1234.5)],
  ["1'234.5", same(1234.5)],
  ["1’234’567", same(1_234_567)],
  ["1 234.567", same(1234.567)],
  ["1 2", same("none")],
  ["12 5", same("none")],
  ["1'5", same("none")],
  ["1 234'567", same("none")],
  // Groups are of three digits, in India of two before the last three.
  ["12,34,567.8", ["none", 1_234_567.8, "none", "none", "none", "none"]],
  ["1,20,000", ["none", 120_000, "none", "none", "none", "none"]],
  ["1,200,000", same(1_200_000)],
  ["123,45,678", same("none")],
  ["1.23,5", same("none")],
  ["12.34.56", same("none")],
  ["1.2.3", same("none")],
  ["1,234,", same("none")],
  ["2e-3", same(0.002)],
  ["1,5e3", same(1500)],
  ["- 5", same(-5)],
  ["", same("none")],
  [".", same("none")],
  ["--5", same("none")],
  ["=1+1", same("none")],
];

describe.each(LOCALES.map((locale, index) => [locale, index] as const))("in %s", (locale, index) => {
  test.each(CASES.map(([text, meanings]) => [text, meanings[index] ?? "none"] as const))("%j is %s", (text, meaning) => {
    const reading = typedNumber(text, numberStyleOf(locale));
    expect(reading.kind === "number" ? reading.value : reading.kind).toBe(meaning);
  });
});
