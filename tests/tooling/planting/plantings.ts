/** What a newcomer adds by the recipes of CONTRIBUTING, each as the edits that a person makes by hand. */

/** A text put in place of another that the file has once; without one, a new file. */
export interface Edit {
  readonly file: string;
  readonly from?: string;
  readonly to: string;
}

const MODEL = "src/engine/model";
const ASSUMPTIONS = "src/engine/catalogue/assumptions.ts";

/** An edit that puts lines before one that is there. */
const before = (file: string, from: string, to: string): Edit => ({ file, from, to: `${to}\n${from}` });

const costLine = (id: string, formula: string): string => `  cost("${id}", {
    label: "Planted: ${id}",
    costPool: "Other",
    tower: "Platform",
    spend: "opex",
    explanation: "Planted by a test.",
    formula: "${formula}",
  }),`;

/** A cost line over names that there are. */
export const COST_PER_SERVER: readonly Edit[] = [
  before(
    `${MODEL}/risk.ts`,
    '  quantity("breach_chance", {',
    costLine("planted.servers", "servers * platform.tools_cost / 12 * inflation_index"),
  ),
];

/** A cost line with a price of its own. */
export const COST_PER_NODE: readonly Edit[] = [
  before(
    ASSUMPTIONS,
    '  "platform.tools_cost": money(',
    '  "planted.node_price": money("Planted price per node", "money/year", 0, 0, 1e9),',
  ),
  before(
    `${MODEL}/software.ts`,
    '  cost("platform.tools", {',
    costLine("planted.nodes", "nodes * planted.node_price / 12 * inflation_index"),
  ),
];

/** A number that a scenario can state. */
export const INPUT: readonly Edit[] = [
  before(ASSUMPTIONS, '  "security.cost_per_endpoint": money(', '  "planted.share": number("Planted share", "share", 0.5, 0, 1),'),
];

/** A line that reads it. */
export const LINE_OF_INPUT: readonly Edit[] = [
  before(
    `${MODEL}/risk.ts`,
    '  cost("security.endpoints", {',
    costLine("planted.input", "planted.share * servers * security.cost_per_endpoint / 12 * inflation_index"),
  ),
];

/** A function of TCO, with its promise to workbooks and its texts in German. */
export const FUNCTION: readonly Edit[] = [
  {
    file: "src/functions/growth.ts",
    from: "/**\n * Returns an amount after a number of periods of growth, for a cell or each cell of a range.\n",
    to: `/**
 * Doubles an amount.
 * @customfunction GROWTH.PLANTED
 * @param amount Amount, in any unit.
 * @param invocation Where the formula stands.
 * @returns Twice the amount, in its unit.
 * @requiresAddress
 * @errors #VALUE! when the amount is no number.
 * @example =TCO.GROWTH.PLANTED(2) -> 4
 * @related GROWTH.AT
 */
export function growthPlanted(amount: any, invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => [[2 * numberOf("amount", amount, AMOUNT)]]);
}

/**
 * Returns an amount after a number of periods of growth, for a cell or each cell of a range.
`,
  },
  before("docs/catalogue.md", "- `GROWTH.ACQUIRED(", "- `GROWTH.PLANTED(amount)`"),
  before(
    "assets/locales/de-DE.json",
    '    "Amount today, in any unit.":',
    '    "Doubles an amount.": "Verdoppelt einen Betrag.",\n    "Amount, in any unit.": "Betrag in beliebiger Einheit.",',
  ),
];

const ANALYZE = "src/taskpane/analyze";

/** What the question is and what its answer is: from here on the compiler names what else there has to be. */
export const QUESTION_AS_DATA: readonly Edit[] = [
  { file: `${ANALYZE}/question.ts`, from: "MapQuestion | SwitchQuestion;", to: "MapQuestion | SwitchQuestion | PeakQuestion;" },
  before(
    `${ANALYZE}/question.ts`,
    "export type Question =",
    'export interface PeakQuestion extends Asked {\n  readonly kind: "peak";\n}\n',
  ),
  { file: `${ANALYZE}/question.ts`, from: "MapAnswer | SwitchAnswer;", to: "MapAnswer | SwitchAnswer | PeakAnswer;" },
  before(
    `${ANALYZE}/question.ts`,
    "export type Answer =",
    'export interface PeakAnswer extends FigureMeaning {\n  readonly kind: "peak";\n  readonly cost: number;\n}\n',
  ),
];

/** What a question of Analyze takes beside that. */
export const QUESTION_ANSWERED: readonly Edit[] = [
  {
    file: `${ANALYZE}/peakAnswer.ts`,
    to: `import { project } from "../../engine/plan/project";
import { reference } from "../../reference/load";
import type { PeakAnswer, PeakQuestion, Steps } from "./question";
import { meaningOf, metricOf, noFigure, subjectOf } from "./subject";

/** What the year costs that costs most. */
export function* peakAnswer({ side }: PeakQuestion): Steps<PeakAnswer> {
  const subject = subjectOf(side);
  const metric = metricOf("peak_year");
  yield { done: 0, total: 1, steps: "steps" };
  const projection = project(subject.a, subject.architecture, reference);
  const cost = projection.feasible ? metric.of(projection) : undefined;
  if (cost === undefined) throw noFigure(subject, metric);
  return { kind: "peak", ...meaningOf(metric, subject), cost };
}
`,
  },
  before(`${ANALYZE}/answer.ts`, "import type { Answer, Progress", 'import { peakAnswer } from "./peakAnswer";'),
  before(`${ANALYZE}/answer.ts`, '    case "switch":', '    case "peak":\n      return peakAnswer(question);'),
  before(
    `${ANALYZE}/questionOf.ts`,
    "  switch: (_context, side) =>",
    '  peak: (_context, side, metric) => ({ kind: "peak", side, metric }),',
  ),
  before(`${ANALYZE}/cells.ts`, '    case "switch":', '    case "peak":\n      return [[answer.cost]];'),
  before(
    `${ANALYZE}/formula.ts`,
    "  switch: ({ side }, _answer, nameOf) => ({",
    '  peak: ({ side }, _answer, nameOf) => ({\n    formula: `=${call("METRIC", [scenarioText(side, nameOf), text("peak_year")])}`,\n    rows: 1,\n    columns: 1,\n    remark: "",\n  }),',
  ),
  before(`${ANALYZE}/forms.ts`, "  switch: {", '  peak: { label: "Which year costs most?", form: () => html`<p>What does it cost?</p>` },'),
  before(
    `${ANALYZE}/results.ts`,
    '    case "switch":',
    '    case "peak":\n      return html`<p class="sentence">${money(answer.cost, style)}</p>`;',
  ),
];

/** The files that edits touch. */
export const filesOf = (...edits: readonly Edit[]): readonly string[] => [...new Set(edits.map(({ file }) => file))];
