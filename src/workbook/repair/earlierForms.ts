/** What earlier versions of the add-in wrote in place of parts of its formulas. Pure. */

import { MONTHS_PER_YEAR } from "../../engine/units";
import { SCENARIO_NAMES } from "../compare";
import { CURRENCY_FORMULA, CURRENCY_LOOKUP } from "../formulas";
import { columnIndex, COMPARE, PICKS } from "../layout";
import { isNoScenario } from "../sheets/compareSheet";
import { MONTH_ENDS, SUMS_UP_TO_MONTHS } from "../sheets/chartData";

/** A part of a formula as it is written now, and as it was before. */
type Change = readonly (readonly [now: string | RegExp, before: string])[];

/** The newest first. When you change a formula that workbooks contain, add its earlier form here, so that Repair can tell it from a formula that a person changed. */
const CHANGES: readonly Change[] = [
  // Differences were called favourable or adverse, as VARIANCE did; the caption of a chart had the dearest year.
  [
    ['"▼ costs less"', '"favourable: costs less"'],
    ['"▲ costs more"', '"adverse: costs more"'],
    ['"▲ earlier"', '"adverse: earlier"'],
    ['"▼ later"', '"favourable: later"'],
    ['"▼ fewer"', '"favourable: fewer"'],
    ['"▲ more"', '"adverse: more"'],
    ["%), the most expensive year ", " %), the dearest year "],
  ],
  // The names of scenarios were counted, by which a name such as <5 was taken for a condition.
  Object.values(PICKS).map(({ cell }) => [isNoScenario(cell), `COUNTIF(${SCENARIO_NAMES},${cell})=0`] as const),
  // A plan that was infeasible in any month had no first shard; a decision before the plan was told as any other.
  [
    [/IF\((TCO\.CAPACITY\.SHARDDATE\([^()]*\))<INDEX\(TCO\.PERIODS\([^()]*\),1,1\),"Overdue: decide now",\1\)/g, "$1"],
    [/^=IFNA\((TCO\.CAPACITY\.SHARDDATE\([^()]*\)),IF\((ISNA\([^()]*\),"[^"]*"),("[^"]*")\)\)$/g, "=IF($2,IFNA($1,$3))"],
  ],
  // Running sums picked the months up to each by a criterion.
  [[SUMS_UP_TO_MONTHS, `SUMIF(${MONTH_ENDS},"<="&${MONTH_ENDS},`]],
  // Every amount looked its currency up by itself.
  [[CURRENCY_FORMULA.slice(1), CURRENCY_LOOKUP.slice(1)]],
  // The caption of the bridge took a fall for a rise.
  [[",3,3)-INDEX(", ",3,3)+INDEX("]],
  // The name of a scenario that there is not stood in straight quotes.
  [
    ['"There is no scenario “"&', '"There is no scenario """&'],
    ['&"”: choose one', '&""": choose one'],
  ],
];

/** The formula as each earlier version has written it, where that was different. */
export function earlierForms(formula: string): readonly string[] {
  const forms = [formula];
  for (const change of CHANGES) {
    const latest = forms.at(-1) ?? formula;
    const before = change.reduce((text, [now, then]) => text.replaceAll(now, then), latest);
    if (before !== latest) forms.push(before);
  }
  return forms.slice(1);
}

const RANGE = /\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)/g;
/** Plans were up to this many years long. */
const EARLIER_YEARS = 15;

/** How many cells each range of a formula has. */
function rangeSizes(formula: string): readonly number[] {
  const sizeOf = ([, left, top, right, bottom]: readonly string[]): number =>
    (columnIndex(right) - columnIndex(left) + 1) * (Number(bottom) - Number(top) + 1);
  return Array.from(formula.matchAll(RANGE), sizeOf);
}

/** Whether a formula covers only the years or months of the longest plan of an earlier version, where the add-in now writes those of a longer one. */
export function isOfShorterPlans(standing: string, written: string): boolean {
  const [before, now] = [rangeSizes(standing), rangeSizes(written)];
  return now.some((size, index) =>
    [COMPARE.mostYears, COMPARE.mostYears * MONTHS_PER_YEAR].some(
      (most) => size === most && before[index] === (most * EARLIER_YEARS) / COMPARE.mostYears,
    ),
  );
}
