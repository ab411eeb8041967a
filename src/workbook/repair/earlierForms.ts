/** What earlier versions of the add-in wrote in place of parts of its formulas. Pure. */

import { CURRENCY_FORMULA, CURRENCY_LOOKUP } from "../formulas";
import { MONTH_ENDS, SUMS_UP_TO_MONTHS } from "../sheets/chartData";

/** A part of a formula as it is written now, and as it was before. */
type Change = readonly (readonly [now: string, before: string])[];

/** The newest first. Whoever changes a formula that workbooks hold says here what it was before: a repair then tells it from one that a person has changed. */
const CHANGES: readonly Change[] = [
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
