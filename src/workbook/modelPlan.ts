/** What inserting a model writes, decided before anything is written. Pure. */

import { assumptionsSheet, dealsSheet } from "./assumptionsSheet";
import { compareSheet } from "./compare";
import { BASE_COLUMN, BLOCK } from "./layout";
import { definedNameOf } from "./mapping";
import type { DealRow, Evidence, ScenarioColumn } from "./mapping";
import { describeSheet } from "./plan";
import type { NamePlan, SheetPlan } from "./plan";
import { checksSheet, scenariosSheet } from "./scenariosSheet";
import type { ScenarioBlock } from "./scenariosSheet";

/** A model to be written: its scenarios, Base first, its deals, and where the stated values come from. */
export interface ModelContent {
  readonly scenarios: readonly ScenarioColumn[];
  readonly deals: readonly DealRow[];
  readonly evidence: ReadonlyMap<string, Evidence>;
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

/** Headers, defined names and block columns of scenarios that are written side by side from a block on. */
export function scenarioBlocks(headers: readonly string[], takenNames: readonly string[] = [], firstBlock = 0): readonly ScenarioBlock[] {
  const taken = [...takenNames];
  return headers.map((header, index) => {
    const definedName = definedNameOf(header, taken);
    taken.push(definedName);
    return { header, definedName, column: (firstBlock + index) * BLOCK.columns };
  });
}

/** The sheets of a model with what stands in the way of writing them into a workbook: cells, tables or names that are not the model's. */
export function modelPlan(content: ModelContent, workbook: WorkbookContents): ModelPlan {
  const blocks = scenarioBlocks(content.scenarios.map(({ name }) => name));
  const sheets = [
    assumptionsSheet(content.scenarios, content.evidence),
    dealsSheet(content.deals),
    scenariosSheet(blocks),
    checksSheet(blocks),
    compareSheet(blocks),
  ];
  return { sheets, preview: sheets.map(describeSheet), conflicts: conflictsOf(sheets, workbook) };
}

/** A name that refers to cells that are gone: its sheet was deleted, and it may be defined anew. */
function isDead({ formula }: NamePlan, { sheets }: WorkbookContents): boolean {
  const sheet = /^='?([^'!]+)'?!/.exec(formula.startsWith("=") ? formula : `=${formula}`)?.[1];
  return formula.includes("#REF!") || (sheet !== undefined && !sheets.some(({ name }) => name.toLowerCase() === sheet.toLowerCase()));
}

function conflictsOf(sheets: readonly SheetPlan[], workbook: WorkbookContents): string[] {
  const isTaken = (taken: readonly string[], name: string) => taken.some((other) => other.toLowerCase() === name.toLowerCase());
  const filled = workbook.sheets.filter(({ isEmpty }) => !isEmpty).map(({ name }) => name);
  const defined = workbook.names.filter((name) => !isDead(name, workbook)).map(({ name }) => name);
  return sheets.flatMap(({ sheet, tables, names }) => [
    ...(isTaken(filled, sheet) ? [`The sheet "${sheet}" has contents already. Rename it, then insert the model.`] : []),
    ...tables
      .filter(({ name }) => isTaken(workbook.tables, name))
      .map(({ name }) => `A table is named "${name}" already. Rename it, then insert the model.`),
    ...names
      .filter(({ name }) => isTaken(defined, name))
      .map(({ name }) => `The name "${name}" is defined already. Delete it in the name manager, then insert the model.`),
  ]);
}
