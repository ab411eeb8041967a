import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { parseKey } from "../../engine/catalogue/keys";
import { ARCHITECTURES } from "../../workbook/compare";
import { comparedIn } from "../../workbook/edit/inputTable";
import { reportPreview } from "../../workbook/edit/report";
import { labelOf } from "../../workbook/mapping";
import type { ReadModel } from "../../workbook/readScenarios";
import { inputText, money, moneyChange, wholeMoney } from "../shell/format";
import type { MoneyStyle } from "../shell/format";
import type { ResultCell } from "../functions/protocol";
import { isResultError } from "../functions/protocol";
import { currencyOf } from "../shell/state";
import type { Shell } from "../shell/state";
import { sideLabel } from "../functions/side";
import type { Side } from "../functions/side";
import { reportSide } from "./state";
import type { Comparison, CompareState, VarianceRow } from "./state";
import type { ScreenView, View } from "../shell/screen";
import type { CompareControls } from "./effects";
import { bridgePicture, cumulativePicture } from "./pictures";
import { capacityView, yearsView } from "./sides";
import { computingView, selectField, writesView } from "../shell/parts";
import { pictureView } from "../pictures/pictureView";

/** Compare: where the difference between two scenarios, or two architectures of one, comes from. */
export const compare: ScreenView<CompareState, CompareControls> = {
  body: (slice, shell, controls) =>
    shell.reading?.kind === "model" ? compareView(slice, shell, controls) : html`<p>This workbook has no model yet. Begin on Home.</p>`,
  primary: (chosen, { reading, busy, conditions }, { effects }) =>
    reading?.kind === "model"
      ? html`<fluent-button
            appearance="primary"
            aria-describedby="report-writes"
            ?disabled=${busy !== undefined || !chosen.comparison || conditions.isReadOnly}
            @click=${() => void effects.compare.insert()}
            >Insert report</fluent-button
          >
          ${chosen.comparison ? writesView("report-writes", reportWrites(chosen, reading)) : nothing}`
      : nothing,
};

/** What inserting the report would write; "" while a side has no place in the workbook yet. */
function reportWrites({ from, to, by }: CompareState, { blocks, parts }: ReadModel): string {
  const [before, after] = [from, to].map((side) => reportSide(side, blocks));
  return before && after ? reportPreview(parts.sheets, before, after, by) : "";
}

function compareView(slice: CompareState, shell: Shell, controls: CompareControls): TemplateResult {
  const { dispatch, effects } = controls;
  const { from, to, by, parts } = slice;
  const ask = () => void effects.compare.ask();
  const swap = () => {
    dispatch({ type: "compare/swapped" });
    ask();
  };
  return html`
    <div class="sides">
      ${sideView("from", "From", from, shell, controls)} ${sideView("to", "To", to, shell, controls)}
      <div class="sides-more">
        ${selectField({
          id: "by",
          label: "Split by",
          value: by,
          options: (parts.length > 0 ? parts : [by]).map((part) => ({ value: part, label: part })),
          changed: (value) => {
            dispatch({ type: "compare/by", by: value });
            ask();
          },
        })}
        <fluent-button size="small" @click=${swap}>Swap sides</fluent-button>
      </div>
    </div>
    ${resultView(slice, shell, controls)}
  `;
}

function sideView(
  which: "from" | "to",
  label: string,
  side: Side,
  { reading }: Shell,
  { dispatch, effects }: CompareControls,
): TemplateResult {
  const choose = (change: Partial<Side>) => {
    dispatch({ type: "compare/side", which, side: { ...side, ...change } });
    void effects.compare.ask();
  };
  const names = comparedIn(reading);
  const scenarios = names.includes(side.scenario) ? names : [side.scenario, ...names];
  const proposed = { value: "", label: "as chosen" };
  return html`<fieldset>
    <legend>${label}</legend>
    ${selectField({
      id: `${which}-scenario`,
      label: "Scenario",
      value: side.scenario,
      options: scenarios.map((name) => ({ value: name, label: name })),
      changed: (scenario) => choose({ scenario }),
    })}
    ${selectField({
      id: `${which}-architecture`,
      label: "Architecture",
      value: side.architecture,
      options: [proposed, ...ARCHITECTURES.map((name) => ({ value: name, label: name }))],
      changed: (architecture) => choose({ architecture }),
    })}
  </fieldset>`;
}

function resultView(state: CompareState, shell: Shell, controls: CompareControls): View {
  if (state.problem !== undefined) return html`<p class="problem" role="alert"><span aria-hidden="true">⚠ </span>${state.problem}</p>`;
  if (!state.comparison) return computingView("Comparing", controls.effects.cancel);
  const style: MoneyStyle = { currency: currencyOf(shell), locale: controls.locale, amounts: shell.preferences.amounts };
  return html`
    ${sentenceView(state, state.comparison, style)} ${picturesView(state, state.comparison, style)}
    ${varianceView(state, state.comparison, style)} ${differencesView(state.comparison, controls.locale)}
    ${yearsView(state, shell, state.comparison, style, controls)} ${capacityView(state, state.comparison, controls.locale)}
  `;
}

const numberIn = (cell: ResultCell): number | undefined => (typeof cell === "number" ? cell : undefined);

/** The comparison in a sentence: which side costs less over the plan, and from when it is ahead. */
function sentenceView(state: CompareState, { total, breakEven }: Comparison, style: MoneyStyle): View {
  const difference = total && numberIn(total.difference);
  if (difference === undefined) return nothing;
  const [from, to] = [sideLabel(state.from), sideLabel(state.to)];
  if (difference === 0) return html`<p class="sentence">${to} costs the same as ${from}.</p>`;
  const amount = money(Math.abs(difference), style);
  const ahead = typeof breakEven === "number" ? `It has cost no more from month ${String(Math.ceil(breakEven))} on.` : "";
  const never = isResultError(breakEven) ? "It doesn't break even within the plan." : ahead;
  return html`<p class="sentence">
    <strong>${to}</strong> costs ${amount} ${difference < 0 ? "less" : "more"} than <strong>${from}</strong> over the plan. ${never}
  </p>`;
}

function picturesView(state: CompareState, comparison: Comparison, { currency, locale }: MoneyStyle): TemplateResult {
  const sides = { from: sideLabel(state.from), to: sideLabel(state.to), by: state.by };
  return html`
    ${pictureView(comparison, "bridge", (size) => bridgePicture(comparison, sides, { ...size, unit: currency, locale }))}
    ${pictureView(comparison, "lines", (size) => cumulativePicture(comparison, sides, { ...size, unit: currency, locale }))}
  `;
}

function varianceView(state: CompareState, { rows, total }: Comparison, style: MoneyStyle): TemplateResult {
  const moved = rows.filter(({ from, to }) => from !== 0 || to !== 0);
  return html`<table class="variance">
    <caption class="hidden">
      ${sideLabel(state.to)} against ${sideLabel(state.from)} by ${state.by}
    </caption>
    <thead>
      <tr>
        <th scope="col">${state.by}</th>
        <th scope="col" class="number">From</th>
        <th scope="col" class="number">To</th>
        <th scope="col" class="number">Difference</th>
      </tr>
    </thead>
    <tbody>
      ${moved.map((row) => varianceRow(row, style))} ${total ? varianceRow(total, style, "total") : nothing}
    </tbody>
  </table>`;
}

function varianceRow(row: VarianceRow, style: MoneyStyle, className = ""): TemplateResult {
  return html`<tr class=${className}>
    <th scope="row">${row.label}</th>
    ${amountCell(row.from, style)} ${amountCell(row.to, style)}
    <td class="number">
      ${typeof row.difference === "number" ? moneyChange(row.difference, style) : errorWords(row.difference)}
      ${row.effect === "" ? nothing : html`<span class=${`effect ${row.effect}`}>${row.effect}</span>`}
    </td>
  </tr>`;
}

function errorWords(cell: ResultCell): string {
  return isResultError(cell) ? cell.error : String(cell);
}

function amountCell(cell: ResultCell, style: MoneyStyle): TemplateResult {
  if (typeof cell !== "number") return html`<td class="number">${errorWords(cell)}</td>`;
  return html`<td class="number" title=${wholeMoney(cell, style.currency, style.locale)}>${money(cell, style)}</td>`;
}

/** The assumptions in which the sides differ, as the functions list them. */
function differencesView({ differences }: Comparison, locale: string): TemplateResult {
  const rows = differences.slice(1).filter(([, from, to]) => from !== "" || to !== "");
  const shown = (key: string, cell: ResultCell | undefined) => {
    if (cell === undefined || isResultError(cell)) return cell?.error ?? "";
    return cell === "" ? "not stated" : inputText(cell, parseKey(key)?.assumption, locale);
  };
  const line = ([first, from, to]: readonly ResultCell[]) => {
    const key = typeof first === "string" ? first : "";
    return html`<li>
      ${labelOf(key)}: ${shown(key, from)} <span aria-hidden="true">→</span><span class="hidden">against</span> ${shown(key, to)}
    </li>`;
  };
  return html`<details open>
    <summary>Assumptions that differ: ${rows.length}</summary>
    <ul class="lines">
      ${rows.map(line)}
    </ul>
  </details>`;
}
