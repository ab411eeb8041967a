/** The answers in words, pictures and tables. */

import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { ARCHITECTURE_NAMES } from "../../engine/words";
import { parseKey } from "../../engine/catalogue/keys";
import { ARCHITECTURES } from "../../engine/plan/setting";
import { percentileName } from "./cells";
import type {
  AdviceAnswer,
  CrossingAnswer,
  FigureMeaning,
  MapAnswer,
  SimulationAnswer,
  SolveAnswer,
  SwitchAnswer,
  TornadoAnswer,
} from "./question";
import { inputText, money, percent, resultNumber } from "../shell/format";
import type { MoneyStyle } from "../shell/format";
import { wordOf } from "../functions/protocol";
import type { Answered } from "./state";
import type { View } from "../shell/screen";
import { wideTable } from "../shell/parts";
import { pictureView } from "../pictures/pictureView";
import { fanPicture, histogramPicture, mapPicture, searchPicture, switchPicture, tornadoPicture } from "./resultPictures";

const MOST_ROWS = 10;
const ONE_DECIMAL: Intl.NumberFormatOptions = { maximumFractionDigits: 1 };

/** A figure in its unit, rounded as everywhere in the pane. */
function figure(value: number, { unit }: FigureMeaning, style: MoneyStyle): string {
  if (unit === style.currency) return money(value, style);
  return `${resultNumber(value, style.locale)} ${unit}`.trim();
}

const figureOrNone = (value: number | undefined, meaning: FigureMeaning, style: MoneyStyle): string =>
  value === undefined ? "no plan" : figure(value, meaning, style);

/** A value of a key as a field shows it, without the digits that a search leaves. */
export function keyText(key: string, value: number, locale: string): string {
  const assumption = parseKey(key)?.assumption;
  return inputText(Number(value.toPrecision(6)), assumption, locale);
}

function tornadoView(answer: TornadoAnswer, style: MoneyStyle): TemplateResult {
  const [first] = answer.bars;
  if (!first) return html`<p class="sentence">No range has an effect on the figure.</p>`;
  const row = (bar: TornadoAnswer["bars"][number]): readonly string[] => [
    bar.label,
    `${keyText(bar.key, bar.low, style.locale)} to ${keyText(bar.key, bar.high, style.locale)}`,
    figureOrNone(bar.atLow, answer, style),
    figureOrNone(bar.atHigh, answer, style),
    figure(bar.swing, answer, style),
  ];
  const header = ["Assumption", "Range", "At low", "At high", "Swing"];
  return html`<p class="sentence">
      <strong>${first.label}</strong> moves it most: by ${figure(first.swing, answer, style)} around ${figure(answer.base, answer, style)}.
    </p>
    ${pictureView(answer, "tornado", (size) => tornadoPicture(answer, { ...size, locale: style.locale }))}
    <details>
      <summary>All ${answer.bars.length} with an effect</summary>
      ${wideTable("Swings", header, answer.bars.map(row))}
    </details>`;
}

/** What else the trials say, in words and figures. */
function simulationFacts(answer: SimulationAnswer, style: MoneyStyle): TemplateResult {
  const { locale } = style;
  const facts: readonly (readonly [string, string])[] = [
    ["Distributed costs less than Central", percent(answer.cheaper, locale, ONE_DECIMAL)],
    ["The central database is split within the plan", percent(answer.sharded, locale, ONE_DECIMAL)],
    [`${ARCHITECTURE_NAMES[answer.architecture]} is infeasible`, percent(answer.withoutPlan, locale, ONE_DECIMAL)],
    ["Mean", figure(answer.mean, answer, style)],
    ["Standard deviation", figure(answer.deviation, answer, style)],
    ["Values moved to a bound", resultNumber(answer.clamped, locale)],
  ];
  return html`<dl>
    ${facts.map(
      ([words, value]) =>
        html`<div>
          <dt>${words}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

function simulationTables(answer: SimulationAnswer, style: MoneyStyle): TemplateResult {
  const { locale } = style;
  const percentiles = answer.percentiles.map(({ share, figure: total, years }) => [
    percentileName(share),
    figure(total, answer, style),
    ...years.map((cost) => money(cost, style)),
  ]);
  const correlation = (rank: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(rank);
  const drivers = answer.drivers.slice(0, MOST_ROWS).map(({ label, rank }) => [label, correlation(rank)]);
  return html`${wideTable("Percentiles", ["Percentile", answer.label, ...answer.years], percentiles)}
    <h3>What drives it</h3>
    <p class="hint">Rank correlation with the figure: 1 together, -1 against, 0 not at all.</p>
    ${wideTable("Drivers", ["Assumption", "Correlation"], drivers)}`;
}

function simulationView(answer: SimulationAnswer, style: MoneyStyle): TemplateResult {
  const { locale } = style;
  const [low = "", middle = "", high = ""] = answer.percentiles.map(({ figure: each }) => figure(each, answer, style));
  return html`<p class="sentence">
      In eight of ten trials it is between <strong>${low}</strong> and <strong>${high}</strong>, in the middle <strong>${middle}</strong>.
    </p>
    ${pictureView(answer, "histogram", (size) => histogramPicture(answer, { ...size, locale }))}
    ${pictureView(answer, "fan", (size) => fanPicture(answer, style.currency, { ...size, locale }))} ${simulationFacts(answer, style)}
    ${simulationTables(answer, style)}`;
}

function searchView(answer: CrossingAnswer | SolveAnswer, style: MoneyStyle): TemplateResult {
  const picture = pictureView(answer, "lines", (size) => searchPicture(answer, { ...size, locale: style.locale }));
  if (answer.none !== undefined)
    return html`<p class="sentence">${answer.none}</p>
      ${picture}`;
  const [first] = answer.found;
  const [from, to] = answer.curves;
  const at = html`<strong>${keyText(answer.key, first?.value ?? 0, style.locale)}</strong>`;
  const own = `The scenario has ${keyText(answer.key, answer.base, style.locale)}.`;
  return html`<p class="sentence">
      ${
        answer.kind === "crossing"
          ? html`${from?.name ?? ""} and ${to?.name ?? ""} change places where ${answer.keyLabel} is ${at}. ${own}`
          : html`The figure is ${figure(answer.target, answer, style)} where ${answer.keyLabel} is ${at}. ${own}`
      }
    </p>
    ${picture}
    <ul class="lines" aria-label="Values that were found">
      ${answer.found.map(
        ({ value, figure: there, words }) =>
          html`<li>
            <strong>${keyText(answer.key, value, style.locale)}</strong>: ${answer.label} ${figure(there, answer, style)}. ${words}
          </li>`,
      )}
    </ul>`;
}

function mapView(answer: MapAnswer, style: MoneyStyle): TemplateResult {
  const { cells, down, across } = answer;
  const all = cells.flat();
  const counts = ARCHITECTURES.map((architecture) => ({ architecture, count: all.filter(({ winner }) => winner === architecture).length }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
  const none = all.length - counts.reduce((sum, { count }) => sum + count, 0);
  const words = counts.map(({ architecture, count }) => `${architecture} in ${String(count)}`).join(", ");
  return html`<p class="sentence">
      Of ${all.length} pairs of values, the lowest figure has
      ${words === "" ? "none" : words}${none > 0 ? `; ${String(none)} have no plan` : ""}.
    </p>
    ${pictureView(answer, "map", (size) => mapPicture(answer, { ...size, locale: style.locale }))}
    <details>
      <summary>As a table</summary>
      ${wideTable(
        "Map",
        [`${down.label} by ${across.label}`, ...across.values.map((value) => keyText(across.key, value, style.locale))],
        cells.map((row, index) => [
          keyText(down.key, down.values[index] ?? 0, style.locale),
          ...row.map(({ winner }) => winner ?? "no plan"),
        ]),
      )}
    </details>`;
}

function switchView(answer: SwitchAnswer, style: MoneyStyle): TemplateResult {
  const { best, stay, stays, months, costs } = answer;
  const month = months[best.month - 1] ?? "";
  const saving =
    stay === undefined
      ? "Central can't meet the demand to the end of the plan."
      : `It saves ${money(stay - best.cost, style)} against staying central.`;
  return html`<p class="sentence">
      ${stays ?? html`Switching in <strong>${month}</strong> (month ${best.month} of the plan) costs least: ${money(best.cost, style)}. ${saving}`}
    </p>
    ${pictureView(answer, "switch", (size) => switchPicture(answer, { ...size, locale: style.locale }))}
    <details>
      <summary>Every month</summary>
      ${wideTable(
        "Cost by month of the switch",
        ["Month", answer.label],
        costs.map(({ month: each, cost }) => [
          each > costs.length - 1 ? "no switch" : (months[each - 1] ?? ""),
          cost === undefined ? "no plan" : money(cost, style),
        ]),
      )}
    </details>`;
}

function adviceView({ rows }: AdviceAnswer): TemplateResult {
  const [, ...lines] = rows;
  return html`<dl class="stacked advice">
    ${lines.map(
      ([question, answer, lean, reason]) =>
        html`<div>
          <dt>${wordOf(question)}</dt>
          <dd>
            <strong>${wordOf(answer)}</strong>${wordOf(lean) === "" ? nothing : html` <span class="tag">${wordOf(lean)}</span>`}<br />
            ${wordOf(reason)}
          </dd>
        </div>`,
    )}
  </dl>`;
}

/** An answer with its picture. */
export function resultView({ answer }: Answered, style: MoneyStyle): View {
  switch (answer.kind) {
    case "tornado":
      return tornadoView(answer, style);
    case "simulation":
      return simulationView(answer, style);
    case "crossing":
    case "solve":
      return searchView(answer, style);
    case "map":
      return mapView(answer, style);
    case "switch":
      return switchView(answer, style);
    case "advice":
      return adviceView(answer);
  }
}
