/** Compare, side by side: what each side costs in each year, and what it needs and has of servers. */

import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { dateOfText, serialOf } from "../../engine/timeline";
import { MONTHS_PER_YEAR } from "../../engine/units";
import { money, monthOfSerial, compactNumber, wholePercent } from "../shell/format";
import type { MoneyStyle } from "../shell/format";
import { sideLabel } from "../functions/side";
import type { Side } from "../functions/side";
import type { Shell } from "../shell/state";
import type { Comparison, CompareState } from "./state";
import type { CompareControls } from "./effects";
import { sumOf } from "./figures";
import type { Capacity, CapacityChange, Row, SideFigures, YearlyCosts } from "./figures";
import { capacityPicture, yearsPicture } from "./pictures";
import { wideTable } from "../shell/parts";
import { pictureView } from "../pictures/pictureView";

interface NamedSide {
  readonly side: Side;
  readonly label: string;
  readonly figures: SideFigures;
}

function sidesOf({ from, to }: CompareState, { sides }: Comparison): readonly NamedSide[] {
  return [
    { side: from, label: sideLabel(from), figures: sides.from },
    { side: to, label: sideLabel(to), figures: sides.to },
  ];
}

/** A figure of a line in a year, counted from 0, that opens its terms. */
type Opened = (shown: string, line: Row, year: number) => string | TemplateResult;

/** Figures of a side as buttons: each opens TCO.EXPLAIN for its line and year. Those of a scenario that has no name in the workbook are plain. */
function openedFigures({ side, figures: { costs } }: NamedSide, { reading }: Shell, { dispatch, effects }: CompareControls): Opened {
  const blocks = reading?.kind === "model" ? reading.blocks : [];
  const definedName = blocks.find(({ header }) => header === side.scenario)?.definedName;
  return (shown, { id, name }, year) => {
    if (definedName === undefined) return shown;
    const open = () => {
      dispatch({ type: "formulas/chosen", id: "EXPLAIN", fields: [definedName, id, String(year + 1), side.architecture] });
      void effects.go("formulas");
    };
    return html`<button class="figure" title=${`Terms of ${name}, ${costs.years[year] ?? ""}`} @click=${open}>${shown}</button>`;
  };
}

const totalsOf = ({ pools, years }: YearlyCosts): readonly number[] => sumOf(pools, years.length);
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** Cost per year of both sides, on one scale. */
export function yearsView(
  state: CompareState,
  shell: Shell,
  comparison: Comparison,
  style: MoneyStyle,
  controls: CompareControls,
): TemplateResult {
  const sides = sidesOf(state, comparison);
  const reach = Math.max(0, ...sides.flatMap(({ figures }) => totalsOf(figures.costs)));
  return html`<details open>
    <summary>Cost per year</summary>
    ${sides.map((side) => yearsOfSide(side, reach, style, openedFigures(side, shell, controls)))}
  </details>`;
}

function yearsOfSide({ label, figures: { costs } }: NamedSide, reach: number, style: MoneyStyle, opened: Opened): TemplateResult {
  const { currency, locale } = style;
  const caption = yearsCaption(costs, label, style);
  const shown = (value: number) => money(value, style);
  const row = (line: Row) => [line.name, ...line.values.map((value, year) => opened(shown(value), line, year)), shown(sum(line.values))];
  const header = [...costs.years, "Total"];
  const total = row({ id: "total", name: "Total", values: totalsOf(costs) });
  const pools = costs.pools.filter(({ values }) => values.some((value) => value !== 0));
  return html`
    ${pictureView(costs, "years", (size) => yearsPicture(costs, { label, caption }, reach, { ...size, unit: currency, locale }))}
    <p class="sentence">${caption}</p>
    <details>
      <summary>${label} by pool and cost line</summary>
      <p class="hint">A figure opens its terms.</p>
      ${wideTable(`${label} by pool`, ["Cost pool", ...header], [...pools.map(row), total])}
      ${wideTable(`${label} by cost line`, ["Cost line", ...header], [...costs.components.map(row), total])}
    </details>
  `;
}

/** The largest pool and the most expensive year, as the caption of the sheet's chart has them. */
function yearsCaption(costs: YearlyCosts, label: string, style: MoneyStyle): string {
  const totals = totalsOf(costs);
  const [largest] = costs.pools.map(({ name, values }) => ({ name, cost: sum(values) })).sort((a, b) => b.cost - a.cost);
  if (!largest || sum(totals) === 0) return `${label}: nothing is spent.`;
  const peakYear = totals.indexOf(Math.max(...totals));
  const share = wholePercent(largest.cost / sum(totals), style.locale);
  return `${label}: the largest part is ${largest.name} (${share}), the most expensive year ${costs.years[peakYear] ?? ""} with ${money(totals[peakYear] ?? 0, style)}.`;
}

/** What both sides need and have of servers. */
export function capacityView(state: CompareState, comparison: Comparison, locale: string): TemplateResult {
  return html`<details open>
    <summary>Demand against capacity</summary>
    ${sidesOf(state, comparison).map((side) => capacityOfSide(side, locale))}
  </details>`;
}

/** A month label such as 2029-04 in the user's language. */
function monthShown(label: string | undefined, locale: string): string {
  const date = dateOfText(`${label ?? ""}-01`);
  return date ? monthOfSerial(serialOf(date), locale) : (label ?? "");
}

function capacityOfSide({ label, figures: { capacity } }: NamedSide, locale: string): TemplateResult {
  const { months, need, capacity: available, changes, dimension } = capacity;
  const caption = capacityCaption(capacity, label, locale);
  const line = ({ month, words }: CapacityChange) => html`<li>${monthShown(months[month], locale)}: ${words}</li>`;
  const yearEnds = months.map((_, month) => month).filter((month) => (month + 1) % MONTHS_PER_YEAR === 0);
  const row = (month: number): readonly string[] => [
    monthShown(months[month], locale),
    compactNumber(need[month] ?? 0, locale),
    compactNumber(available[month] ?? 0, locale),
  ];
  return html`
    ${pictureView(capacity, "capacity", (size) => capacityPicture(capacity, { label, caption }, { ...size, unit: dimension, locale }))}
    <p class="sentence">${caption}</p>
    <details>
      <summary>${label}: what changes when</summary>
      ${changes.length === 0 ? html`<p>No upgrade, shard or refresh within the plan.</p>` : nothing}
      <ul class="lines">
        ${changes.map(line)}
      </ul>
      ${wideTable(`${label}, ${dimension}`, [`End of year, ${dimension}`, "Need", "Capacity"], yearEnds.map(row))}
    </details>
  `;
}

/** How full it is at the end, and when the first shard comes, as the caption of the sheet's chart has them. */
function capacityCaption({ dimension, need, capacity, months, shards }: Capacity, label: string, locale: string): string {
  const share = wholePercent((need.at(-1) ?? 0) / (capacity.at(-1) ?? 1), locale);
  const first = shards.findIndex((count) => count > 1);
  const isCentral = shards.some((count) => count > 0);
  const shard = first < 0 ? "no shard within the plan" : `first shard in ${monthShown(months[first], locale)}`;
  return `${label}: ${dimension}, ${share} of capacity needed at the end${isCentral ? `; ${shard}` : ""}.`;
}
