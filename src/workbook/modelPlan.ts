/** What inserting a model writes, decided before anything is written. Pure. */

import { CATALOGUE } from "../engine/catalogue/assumptions";
import { assumptionsSheet } from "./sheets/assumptionsSheet";
import { chartDataSheet } from "./sheets/chartDataSheet";
import { chartsSheet } from "./sheets/chartsSheet";
import { compareSheet } from "./sheets/compareSheet";
import type { ScenarioTable } from "./formulas";
import { faultyNames } from "./edit/scenarioNames";
import { BASE_COLUMN, INPUT_COLUMNS, LAYOUT_NAME, LAYOUT_VERSION, sheetAtStart, TABLES } from "./layout";
import type { Pick } from "./layout";
import { scenarioBlocks } from "./scenarioBlocks";
import { logSheet } from "./sheets/logSheet";
import type { Evidence, ScenarioColumn } from "./mapping";
import { modelTable, modelTableSheet } from "./sheets/modelTables";
import type { TableRow } from "./sheets/modelTables";
import { describeSheet } from "./plan";
import type { NamePlan, SheetPlan } from "./plan";
import { checksSheet, scenariosSheet } from "./sheets/scenariosSheet";
import { summarySheet } from "./sheets/summarySheet";

/** A model to be written: its scenarios, Base first, its deals, and where the stated values come from. */
export interface ModelContent {
  readonly scenarios: readonly ScenarioColumn[];
  readonly deals: readonly TableRow[];
  readonly evidence: ReadonlyMap<string, Evidence>;
  /** Optional tables with their rows, such as the roles of the reference data. */
  readonly tables?: ReadonlyMap<ScenarioTable, readonly TableRow[]>;
  /** The scenarios that Compare shows first: Base and the one after it, where nothing else is asked for. */
  readonly picked?: Readonly<Record<Pick, string>>;
}

/** What a workbook holds already that matters to writing a model. */
export interface WorkbookContents {
  readonly sheets: readonly { readonly name: string; readonly isEmpty: boolean }[];
  readonly tables: readonly string[];
  readonly names: readonly NamePlan[];
}

export interface ModelPlan {
  readonly sheets: readonly SheetPlan[];
  /** What will be written, a line per sheet. */
  readonly preview: readonly string[];
  /** Why nothing may be written; empty when the way is free. */
  readonly conflicts: readonly string[];
}

/** The model without a scenario of one's own: Base with every assumption at its default. */
export const EMPTY_MODEL: ModelContent = { scenarios: [{ name: BASE_COLUMN, values: new Map() }], deals: [], evidence: new Map() };

/** What a scenario states of a key, with what it inherits from Base and from the catalogue. */
function inherited(scenarios: readonly ScenarioColumn[], name: string, key: "plan.years" | "plan.currency"): string {
  const [base] = scenarios;
  const own = scenarios.find((scenario) => scenario.name === name);
  return String(own?.values.get(key) ?? base?.values.get(key) ?? CATALOGUE[key].default);
}

/** The name by which a later version of the add-in knows how the model was laid out. */
export const LAYOUT_STAMP: NamePlan = { name: LAYOUT_NAME, formula: `=${String(LAYOUT_VERSION)}` };

/** The sheets of a model, in the order of their tabs. */
export function modelSheets({ scenarios, deals, evidence, tables: optional = new Map(), picked }: ModelContent): readonly SheetPlan[] {
  const blocks = scenarioBlocks(scenarios.map(({ name }) => name));
  const picks = picked ?? { from: BASE_COLUMN, to: scenarios[1]?.name ?? BASE_COLUMN };
  const [years, currency] = [Number(inherited(scenarios, picks.to, "plan.years")), inherited(scenarios, BASE_COLUMN, "plan.currency")];
  const tables: readonly ScenarioTable[] = [TABLES.deals, ...optional.keys()];
  const tableSheets = [...optional].map(([table, rows]) => modelTableSheet(modelTable(table), rows));
  const scenarioSheet = scenariosSheet(blocks, tables);
  return [
    summarySheet(years, currency),
    assumptionsSheet(scenarios, evidence),
    modelTableSheet(modelTable(TABLES.deals), deals),
    ...tableSheets,
    compareSheet(blocks, picks),
    chartsSheet(years, currency),
    { ...scenarioSheet, names: [...scenarioSheet.names, LAYOUT_STAMP] },
    checksSheet(blocks),
    logSheet(),
    chartDataSheet(),
  ];
}

/** The sheets of a model with what stands in the way of writing them into a workbook: cells, tables or names that are not the model's. */
export function modelPlan(content: ModelContent, workbook: WorkbookContents): ModelPlan {
  const faulty = faultyNames([...INPUT_COLUMNS, ...content.scenarios.map(({ name }) => name)]);
  const names = faulty.map(({ name, problem }) => `The scenario "${name}" needs another name. ${problem}`);
  const sheets = modelSheets(content);
  return { sheets, preview: sheets.map(describeSheet), conflicts: [...names, ...conflictsOf(sheets, workbook, "insert the model")] };
}

/** A name that may be defined again: its sheet was deleted, or it is the stamp of a model that is gone. */
function isDead({ name, formula }: NamePlan, { sheets }: WorkbookContents): boolean {
  if (name.toLowerCase() === LAYOUT_NAME.toLowerCase()) return true;
  const sheet = sheetAtStart(formula);
  return formula.includes("#REF!") || (sheet !== undefined && !sheets.some(({ name }) => name.toLowerCase() === sheet.toLowerCase()));
}

/**
 * What stands in the way of writing sheets, in words with what to do.
 * @param then what can be done once nothing stands in the way
 */
export function conflictsOf(sheets: readonly SheetPlan[], workbook: WorkbookContents, then: string): string[] {
  const isTaken = (taken: readonly string[], name: string) => taken.some((other) => other.toLowerCase() === name.toLowerCase());
  const filled = workbook.sheets.filter(({ isEmpty }) => !isEmpty).map(({ name }) => name);
  const defined = workbook.names.filter((name) => !isDead(name, workbook)).map(({ name }) => name);
  return sheets.flatMap(({ sheet, tables, names }) => [
    ...(isTaken(filled, sheet) ? [`The sheet "${sheet}" has contents already. Rename it, then ${then}.`] : []),
    ...tables
      .filter(({ name }) => isTaken(workbook.tables, name))
      .map(({ name }) => `A table is named "${name}" already. Rename it, then ${then}.`),
    ...names
      .filter(({ name }) => isTaken(defined, name))
      .map(({ name }) => `The name "${name}" is defined already. Delete it in the name manager, then ${then}.`),
  ]);
}
