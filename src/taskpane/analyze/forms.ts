/** The forms of the questions: short, with what stands in them when nothing is typed. */

import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { TORNADO_INPUTS } from "../../engine/analysis/tornadoInputs";
import type { TornadoInputs } from "../../engine/analysis/tornadoInputs";
import { SHAPES } from "../../engine/analysis/simulation/shapes";
import type { Shape } from "../../engine/analysis/simulation/shapes";
import { parseKey } from "../../engine/catalogue/keys";
import { ARCHITECTURES } from "../../engine/plan/setting";
import { comparedIn } from "../../workbook/edit/inputTable";
import type { Inputs } from "../../workbook/edit/inputTable";
import type { QuestionKind } from "./question";
import { tornadoInputs } from "./questionOf";
import { DEFAULT_SHAPE } from "./ranges";
import type { Shell } from "../shell/state";
import type { View } from "../shell/screen";
import type { AnalyzeControls } from "./effects";
import { ADVICE_FIELDS, fieldOf } from "./state";
import type { AnalyzeField, AnalyzeState } from "./state";
import { plural, selectField, textField } from "../shell/parts";
import type { Option } from "../shell/parts";
import { keyField } from "./keyField";
import { pairsView } from "./pairs";

/** What a form and its answer are drawn from. */
export interface FormParts {
  readonly table: Inputs;
  readonly slice: AnalyzeState;
  readonly shell: Shell;
  readonly controls: AnalyzeControls;
}

const idOf = (field: AnalyzeField): string => field.replaceAll(".", "-");

function text(field: AnalyzeField, label: string, { slice, controls }: FormParts, hint?: string): TemplateResult {
  return textField({
    id: idOf(field),
    label,
    value: fieldOf(slice, field),
    hint,
    typed: (typed) => controls.dispatch({ type: "analyze/typed", field, text: typed }),
  });
}

function select(field: AnalyzeField, label: string, options: readonly Option[], { slice, controls }: FormParts): TemplateResult {
  return selectField({
    id: idOf(field),
    label,
    value: fieldOf(slice, field),
    options,
    changed: (chosen) => controls.dispatch({ type: "analyze/typed", field, text: chosen }),
  });
}

/** Ends between which a key is looked at. */
function endsView(low: AnalyzeField, high: AnalyzeField, parts: FormParts): TemplateResult {
  return html`<div class="pair">${text(low, "From (optional)", parts)} ${text(high, "To (optional)", parts)}</div>`;
}

/** Rows that state what they could be at worst and at best. */
const rowsWithRange = ({ rows }: Inputs) => rows.filter(({ low, high }) => low !== "" || high !== "");

const statedOption = (table: Inputs): Option => ({
  value: "stated",
  label: `Low and High of the inputs (${plural(rowsWithRange(table).length, "row")})`,
});

const TENTHS: Readonly<Record<TornadoInputs, string>> = {
  uncertain: "Inputs you estimate, 10% down and up",
  decisions: "Inputs you decide, 10% down and up",
  all: "All inputs, 10% down and up",
};

/** What goes a tenth down and up is not what is read off at a glance: a share near 1, and what is counted. */
const TENTH_HINT = "A share above 50% moves by 10% of what it lacks to 100%, a whole number by at least 1.";

function tornadoForm(parts: FormParts): TemplateResult {
  const { slice, controls } = parts;
  const stated = rowsWithRange(parts.table).length > 0 ? [statedOption(parts.table)] : [];
  const tenths = TORNADO_INPUTS.map((value) => ({ value, label: TENTHS[value] }));
  const isStated = stated.length > 0 && fieldOf(slice, "tornado.ranges") === "stated";
  return html`<p>Each input by itself goes from its low to its high value; the others stay.</p>
    ${selectField({
      id: idOf("tornado.ranges"),
      label: "Inputs to vary",
      value: isStated ? "stated" : tornadoInputs(slice),
      options: [...stated, ...tenths],
      changed: (text) => controls.dispatch({ type: "analyze/typed", field: "tornado.ranges", text }),
      hint: isStated ? undefined : TENTH_HINT,
    })}`;
}

function shapesView({ table, slice, controls }: FormParts): View {
  if (fieldOf(slice, "simulation.ranges") !== "stated") return nothing;
  const rows = rowsWithRange(table);
  return html`<details>
    <summary>Shapes of ${plural(rows.length, "uncertain assumption")}</summary>
    ${rows.map(({ key, label }) =>
      selectField({
        id: `shape-${key}`,
        label,
        value: slice.shapes[key] ?? DEFAULT_SHAPE,
        options: SHAPES.map((shape) => ({ value: shape, label: shape })),
        changed: (shape) => controls.dispatch({ type: "analyze/shape", key, shape: shape as Shape }),
      }),
    )}
  </details>`;
}

function simulationForm(parts: FormParts): TemplateResult {
  const isStated = rowsWithRange(parts.table).length > 0;
  const tenth = "Ten per cent on the ten that matter most";
  return html`<p>
      Low and High are taken as values that one in ten falls below or exceeds. Deals close or do not, by their probability.
      ${isStated ? nothing : html`No assumption states Low and High yet: state some in the table of inputs, or try the second choice.`}
    </p>
    ${select("simulation.ranges", "What is uncertain", [statedOption(parts.table), { value: "tenth", label: tenth }], parts)}
    ${shapesView(parts)}
    <div class="pair">
      ${text("simulation.trials", "Trials", parts, "Up to 100,000.")}
      ${text("simulation.seed", "Seed", parts, "The same seed gives the same outcomes.")}
    </div>
    ${pairsView(parts.slice.pairs, parts.controls)}`;
}

function crossingForm(parts: FormParts): TemplateResult {
  const names = comparedIn(parts.shell.reading);
  return html`<p>Over which value of an assumption do two sides change places?</p>
    <div class="pair">
      ${select("crossing.scenario", "Against scenario", [{ value: "", label: "the same" }, ...names.map((name) => ({ value: name, label: name }))], parts)}
      ${select("crossing.architecture", "Against architecture", [{ value: "", label: "the other one" }, ...ARCHITECTURES.map((name) => ({ value: name, label: name }))], parts)}
    </div>
    ${keyField("crossing.key", "Assumption", parts.slice, parts.controls)} ${endsView("crossing.low", "crossing.high", parts)}`;
}

function solveForm(parts: FormParts): TemplateResult {
  return html`<p>Which value of an assumption makes the figure meet a target?</p>
    ${text("solve.target", "Target of the figure", parts, "Such as 30M.")}
    ${keyField("solve.key", "Assumption", parts.slice, parts.controls)} ${endsView("solve.low", "solve.high", parts)}`;
}

function mapForm(parts: FormParts): TemplateResult {
  return html`<p>
      Which architecture has the lowest figure for each pair of values? Without ends, from half to twice what the scenario has.
    </p>
    ${keyField("map.across", "Across", parts.slice, parts.controls)} ${endsView("map.across.low", "map.across.high", parts)}
    ${keyField("map.down", "Upwards", parts.slice, parts.controls)} ${endsView("map.down.low", "map.down.high", parts)}
    ${text("map.steps", "Steps of each", parts, "2 to 25.")}`;
}

function adviceForm(parts: FormParts): TemplateResult {
  return html`<p>
      Seven questions: two follow from the scenario, five are yours. What you choose here is not written anywhere until you say so.
    </p>
    ${ADVICE_FIELDS.map((key) => {
      const assumption = parseKey(key)?.assumption;
      const choices = (assumption?.choices ?? []).map((choice) => ({ value: choice, label: choice }));
      return select(key, `${assumption?.label ?? key}?`, [{ value: "", label: "as the scenario says" }, ...choices], parts);
    })}`;
}

interface QuestionForm {
  /** The question in words. */
  readonly label: string;
  readonly form: (parts: FormParts) => TemplateResult;
}

const FORMS: Readonly<Record<QuestionKind, QuestionForm>> = {
  tornado: { label: "What matters most?", form: tornadoForm },
  simulation: { label: "How sure is it?", form: simulationForm },
  crossing: { label: "Where do they cross?", form: crossingForm },
  solve: { label: "What must an assumption be?", form: solveForm },
  map: { label: "Which wins where?", form: mapForm },
  switch: {
    label: "When to switch?",
    form: () =>
      html`<p>
        Central until a month, distributed from it: what does the plan cost for each month of the switch? Compared by present value; the
        move costs what
        <code>switch.cost</code> says.
      </p>`,
  },
  advice: { label: "What would you do?", form: adviceForm },
};

/** The questions in words, in their order. */
export const QUESTIONS = (Object.keys(FORMS) as QuestionKind[]).map((kind) => ({ kind, label: FORMS[kind].label }));

/** The form of a question; Enter in one of its fields asks, as the button does. */
export function formView(kind: QuestionKind, parts: FormParts): TemplateResult {
  const ask = () => void parts.controls.effects.analyze.ask(kind);
  const key = (event: KeyboardEvent) => {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) ask();
  };
  return html`<div role="form" aria-label="Question" @keydown=${key}>
    ${FORMS[kind].form(parts)}
    <div class="actions">
      <fluent-button appearance="primary" @click=${ask}>Answer</fluent-button>
    </div>
  </div>`;
}
