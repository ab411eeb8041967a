/** Bringing a model of an earlier layout up to date. Pure. */

import { describeSheet, EMPTY_SHEET } from "../plan";
import type { SheetPlan } from "../plan";
import { movedPlan, movesIn } from "../places";
import { scenarioRange } from "../formulas";
import { cellOfName, LAYOUT_NAME, LAYOUT_VERSION, PICK_BLOCK_COLUMNS, SHEETS } from "../layout";
import { LAYOUT_STAMP } from "../modelPlan";
import { layoutVersion } from "../refreshPlan";
import { missingSheets } from "../writtenSheets";
import type { Damage } from "./repairDamage";
import { pickBlocks } from "../sheets/scenariosSheet";
import { isScenarioName, scenarioTables } from "../standing";
import type { ModelParts } from "../standing";

/** Name of the sheet of comparison of an earlier layout, which is kept for its comments. */
const KEPT_COMPARE = "Compare (layout 1)";

/** Name of the summary of an earlier layout. */
const KEPT_SUMMARY = "Summary (layout 2)";

/** The blocks that follow the pickers, which layout 1 did not have. */
function pickSheet(parts: ModelParts): SheetPlan {
  const blocks = pickBlocks(scenarioTables(parts.tables));
  return {
    ...EMPTY_SHEET,
    sheet: SHEETS.scenarios,
    blocks: blocks.flatMap((part) => part.blocks),
    looks: blocks.flatMap((part) => part.looks),
    names: [...blocks.flatMap((part) => part.names), LAYOUT_STAMP],
  };
}

/** The parts as they will stand once the blocks are moved and the old comparison bears another name. */
function moved(parts: ModelParts): ModelParts {
  const names = parts.names.map((name) => {
    const column = isScenarioName(name) ? cellOfName(name.formula)?.column : undefined;
    return column === undefined ? name : { ...name, formula: scenarioRange(column + PICK_BLOCK_COLUMNS) };
  });
  const room = new Array<string>(PICK_BLOCK_COLUMNS).fill("");
  return {
    ...parts,
    compare: undefined,
    sheets: parts.sheets.filter((name) => name !== SHEETS.compare),
    names: [...names, LAYOUT_STAMP],
    blockFormulas: [...room, ...parts.blockFormulas],
    blockTitles: [...room, ...parts.blockTitles],
  };
}

/** A model of layout 1, whose blocks begin in the first column: room is made for those of the pickers, and the sheets that it lacks are added. */
function withPickers(parts: ModelParts): Damage {
  const after = moved(parts);
  const added = missingSheets(after);
  const plans = [movedPlan(pickSheet(parts), movesIn(after, [])), ...added];
  return {
    id: "layout",
    words: `An earlier version of the add-in has written this model (layout 1, now ${String(LAYOUT_VERSION)}): it has no pickers, charts and summary.`,
    preview: [
      `Moves the blocks of ${SHEETS.scenarios} ${String(PICK_BLOCK_COLUMNS)} columns to the right; every formula follows.`,
      `Names the sheet ${SHEETS.compare} "${KEPT_COMPARE}": your comments stay on it.`,
      ...added.map(describeSheet),
    ],
    steps: [
      { kind: "insertColumns", sheet: SHEETS.scenarios, column: 0, count: PICK_BLOCK_COLUMNS },
      ...(parts.compare ? [{ kind: "renameSheet" as const, sheet: SHEETS.compare, name: KEPT_COMPARE }] : []),
      { kind: "plans", plans },
    ],
  };
}

/** A model of layout 2, whose Summary words its own answer: it gets the Summary that shows that of the functions, and keeps the former one. */
function withAnswer(parts: ModelParts): Damage {
  const hasSummary = parts.sheets.includes(SHEETS.summary);
  const names = [...parts.names.filter(({ name }) => name.toLowerCase() !== LAYOUT_NAME.toLowerCase()), LAYOUT_STAMP];
  const [first, ...others] = missingSheets({ ...parts, names, sheets: parts.sheets.filter((name) => name !== SHEETS.summary) });
  const plans = first ? [{ ...first, names: [...first.names, LAYOUT_STAMP] }, ...others] : [];
  return {
    id: "layout",
    words: `An earlier version of the add-in has written this model (layout 2, now ${String(LAYOUT_VERSION)}): its Summary does not show the answer.`,
    preview: [
      ...(hasSummary ? [`Names the sheet ${SHEETS.summary} "${KEPT_SUMMARY}": what you wrote on it stays.`] : []),
      ...plans.map(describeSheet),
    ],
    steps: [...(hasSummary ? [{ kind: "renameSheet" as const, sheet: SHEETS.summary, name: KEPT_SUMMARY }] : []), { kind: "plans", plans }],
  };
}

/** A model of an earlier layout, and how it is brought up to date. */
export function earlierLayout(parts: ModelParts): readonly Damage[] {
  const version = layoutVersion(parts.names);
  if (!parts.inputs || version >= LAYOUT_VERSION) return [];
  return [version === 1 ? withPickers(parts) : withAnswer(parts)];
}
