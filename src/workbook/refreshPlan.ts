/** What refreshing a model adds: blocks for new scenarios and tables, and their places on Compare. Pure; what stands is not rewritten, what is gone stays gone. */

import { CATALOGUE } from "../engine/catalogue/assumptions";
import { canonicalKey } from "../engine/catalogue/keys";
import { scenarioColumnLooks } from "./sheets/assumptionsSheet";
import { figureColumn, FIGURES, FIGURES_HEADING, nameFormulaOf, namesScenario } from "./compare";
import type { FigureRows } from "./compare";
import { isFree } from "./contents";
import type { Contents } from "./contents";
import { compareSheet, pickLists } from "./sheets/compareSheet";
import type { ScenarioHeaders } from "./sheets/compareSheet";
import type { SheetValues } from "./figures";
import { pickedFormula, scenarioFormula, tablesOfFormula } from "./formulas";
import type { ScenarioTable } from "./formulas";
import {
  BASE_COLUMN,
  BLOCK,
  cellOfName,
  CHECK_BLOCK,
  COMPARE,
  KEY_COLUMN,
  LAYOUT_NAME,
  LAYOUT_VERSION,
  PICK_BLOCK_COLUMNS,
  PICKS,
  SHEETS,
  TABLES,
} from "./layout";
import type { Pick as Picked } from "./layout";
import { nameableScenarios } from "./edit/scenarioNames";
import { scenarioNames, STATUS_KEY } from "./mapping";
import { scenarioBlocks } from "./scenarioBlocks";
import type { BlockColumns } from "./scenarioBlocks";
import { movedPlan, movesIn } from "./places";
import { EMPTY_SHEET } from "./plan";
import type { Block, CellContent, CellValue, NamePlan, SheetPlan, ValidationPlan } from "./plan";
import { UNMOVED } from "./references";
import type { MovesOf } from "./references";
import { checkBlock, checksSheet, scenarioBlock } from "./sheets/scenariosSheet";
import type { ScenarioBlock } from "./sheets/scenariosSheet";
import {
  cellRead,
  endOfChecks,
  isScenarioName,
  nameFormula,
  pickBlockOf,
  scenarioTables,
  standingBlocks,
  standingChecks,
  takesIn,
} from "./standing";
import type { InputTable, ModelParts } from "./standing";

const DEFAULT_STATUS = CATALOGUE[STATUS_KEY].default;

export interface RefreshPlan {
  /** Names of the scenarios that are added. */
  readonly added: readonly string[];
  readonly sheets: readonly SheetPlan[];
  /** Years that the charts are to show; undefined where there are no charts to bring up to date. */
  readonly chartYears: number | undefined;
  /** Why nothing can be refreshed, in words with what to do; undefined where it can. */
  readonly hindrance: string | undefined;
}

/** Version of the layout in which the model was written; 1 where the workbook does not say. */
export function layoutVersion(names: readonly NamePlan[]): number {
  const version = Number(nameFormula(names, LAYOUT_NAME)?.replace(/^=/, ""));
  return Number.isInteger(version) && version > 0 ? version : 1;
}

/** Blocks for the headers that have none, right of those that stand and of what others have put beside them. */
export function missingBlocks(
  headers: readonly string[],
  standing: readonly ScenarioBlock[],
  takenNames: readonly string[],
  free: BlockColumns,
): readonly ScenarioBlock[] {
  const linked = standing.map(({ header }) => header);
  const next = {
    scenarios: Math.max(free.scenarios, ...standing.map(({ column }) => column + BLOCK.columns)),
    checks: free.checks + standing.length * CHECK_BLOCK.columns,
  };
  return scenarioBlocks(
    headers.filter((header) => !linked.includes(header)),
    takenNames,
    next,
  );
}

/** Sheets with the blocks of new scenarios, to be written beside those that stand. */
export function blockPlans(added: readonly ScenarioBlock[], tables: readonly ScenarioTable[]): readonly SheetPlan[] {
  const scenarios = added.map((block) => scenarioBlock(block, tables));
  const checks = added.map(checkBlock);
  return [
    {
      ...EMPTY_SHEET,
      sheet: SHEETS.scenarios,
      blocks: scenarios.flatMap(({ blocks }) => blocks),
      looks: scenarios.flatMap(({ looks }) => looks),
      names: scenarios.flatMap(({ names }) => names),
    },
    { ...EMPTY_SHEET, sheet: SHEETS.checks, blocks: checks.flatMap(({ blocks }) => blocks), looks: checks.flatMap(({ looks }) => looks) },
  ];
}

/** Looks of new columns of the inputs, and their status where it is blank: the first row of the table is a constant in every column. */
export function columnPlan(sheet: string, table: SheetValues, added: readonly ScenarioBlock[]): SheetPlan {
  const header = (table.values[0] ?? []).map(String);
  const keys = table.values.slice(1).map((row) => canonicalKey(String(row[header.indexOf(KEY_COLUMN)] ?? "")));
  const columns = added.map((scenario) => header.indexOf(scenario.header)).filter((column) => column >= 0);
  const blank = columns.filter((column) => keys[0] === STATUS_KEY && (table.values[1]?.[column] ?? "") === "");
  return {
    ...EMPTY_SHEET,
    sheet,
    blocks: blank.map((column) => ({ row: table.row + 1, column: table.column + column, cells: [[DEFAULT_STATUS]] })),
    looks: columns.flatMap((column) => scenarioColumnLooks(keys, table.row, table.column + column, 1)),
  };
}

/** Formulas of standing blocks that take in other tables than there are; a formula that somebody changed is left alone. */
export function formulaBlocks(parts: ModelParts, tables: readonly ScenarioTable[]): readonly Block[] {
  const row = parts.blockRow;
  const outdated = standingBlocks(parts).filter(
    ({ header, formula }) => !takesIn(formula, tables) && formula === scenarioFormula(header, tablesOfFormula(formula)),
  );
  const picks = (["from", "to"] as const).flatMap((pick) => {
    const block = pickBlockOf(pick, parts);
    const isOwn = block?.formula === pickedFormula(pick, tablesOfFormula(block?.formula ?? ""));
    return block && isOwn && !takesIn(block.formula, tables) ? [{ row, column: block.column, cells: [[pickedFormula(pick, tables)]] }] : [];
  });
  return [...outdated.map(({ header, column }) => ({ row, column, cells: [[scenarioFormula(header, tables)]] })), ...picks];
}

/** Where the key figures stand on Compare now. */
interface FigurePlaces {
  readonly headerRow: number;
  readonly header: readonly string[];
  readonly rowOf: FigureRows;
}

/** Undefined where nobody finds the key figures any more. */
export function figurePlaces(compare: SheetValues): FigurePlaces | undefined {
  const at = compare.values.findIndex((row) => row.some((cell) => String(cell) === FIGURES_HEADING));
  if (at < 0) return undefined;
  const header = (compare.values[at] ?? []).map(String);
  const labels = compare.values.map((row) => String(row[header.indexOf(FIGURES_HEADING)] ?? ""));
  const rowOf: FigureRows = (id) => {
    const index = labels.indexOf(FIGURES.find((figure) => figure.id === id)?.label ?? "", at + 1);
    return index < 0 ? undefined : compare.row + index;
  };
  return { headerRow: compare.row + at, header, rowOf };
}

/** Where the headers of the scenarios stand; undefined where there are none. */
function headersIn({ sheet, row, column, values }: InputTable): ScenarioHeaders | undefined {
  const header = (values[0] ?? []).map(String);
  const base = header.indexOf(BASE_COLUMN);
  return base < 0 ? undefined : { sheet, row, column: column + base, columns: header.length - base };
}

/** The lists of the pickers, where their names say that they are; none for a picker that is no longer on Compare. */
function listsFor({ names, inputs }: Pick<ModelParts, "names" | "inputs">): readonly ValidationPlan[] {
  const cells = [PICKS.from, PICKS.to].flatMap(({ cell }) => cellOfName(nameFormula(names, cell) ?? "") ?? []);
  const headers = inputs && headersIn(inputs);
  return headers
    ? pickLists(
        cells.filter(({ sheet }) => sheet === SHEETS.compare),
        headers,
      )
    : [];
}

/** So many columns of Compare in which nothing stands where key figures are written, from a column on: notes beside the figures are skipped. */
function freeColumns(count: number, first: number, { headerRow, rowOf }: FigurePlaces, compare: CompareContents): readonly number[] {
  const rows = [headerRow, ...FIGURES.flatMap(({ id }) => rowOf(id) ?? [])].map((row) => row - compare.row);
  const isTaken = (column: number) => rows.some((row) => !isFree(compare, row, column - compare.column));
  const free: number[] = [];
  for (let column = first; free.length < count; column += 1) if (!isTaken(column)) free.push(column);
  return free;
}

/** Compare as it was read, with its formulas. */
type CompareContents = SheetValues & Contents;

/** What Compare lacks: a column for each scenario that it does not show yet, with the lists of its pickers. */
export function comparePlan(
  scenarios: readonly ScenarioBlock[],
  parts: Pick<ModelParts, "blockRow" | "compare" | "compareFormulas" | "names" | "inputs">,
): readonly SheetPlan[] {
  const { blockRow, compare, compareFormulas: formulas } = parts;
  const places = compare && figurePlaces(compare);
  if (!places) return [];
  const { headerRow, header, rowOf } = places;
  // A column that has not been calculated yet is known by its formula.
  const named = (formulas[headerRow - compare.row] ?? []).map(String);
  const absent = scenarios.filter(
    ({ header: name, column }) => !header.includes(name) && !named.includes(nameFormulaOf(column, blockRow - 1)),
  );
  if (absent.length === 0) return [];
  const known = scenarios.map(({ header: name }) => name);
  const isShown = (name: string, column: number) => namesScenario(name, named[column], known);
  const lastColumn = header.reduce((last, name, column) => (isShown(name, column) ? column : last), COMPARE.firstScenarioColumn - 1);
  const columns = freeColumns(absent.length, compare.column + lastColumn + 1, places, { ...compare, formulas });
  const figures = absent.map((scenario, index) => figureColumn(scenario, columns[index] ?? 0, headerRow, rowOf));
  return [
    {
      ...EMPTY_SHEET,
      sheet: SHEETS.compare,
      blocks: figures.flatMap(({ blocks }) => blocks),
      looks: figures.flatMap(({ looks }) => looks),
      validations: listsFor(parts),
    },
  ];
}

/** The names that stand in the pickers; undefined where the pickers are gone. */
export function pickedNames({ names, compare }: ModelParts): Readonly<Record<Picked, string>> | undefined {
  const read = (pick: Picked): CellValue | undefined => {
    const cell = cellOfName(nameFormula(names, PICKS[pick].cell) ?? "");
    return cell && cellRead(compare, cell.row, cell.column);
  };
  const [from, to] = [read("from"), read("to")];
  return from === undefined || to === undefined ? undefined : { from: String(from), to: String(to) };
}

/** What a scenario states of a key in the table of inputs, with what it inherits. */
export function statedIn(inputs: SheetValues | undefined, scenario: string, key: "plan.years" | "plan.currency"): CellValue {
  const header = (inputs?.values[0] ?? []).map(String);
  const row = inputs?.values.find((cells) => canonicalKey(String(cells[header.indexOf(KEY_COLUMN)])) === key) ?? [];
  const [own, base] = [row[header.indexOf(scenario)], row[header.indexOf(BASE_COLUMN)]];
  return [own, base].find((cell) => cell !== undefined && cell !== "") ?? CATALOGUE[key].default;
}

/** Years that charts show of a scenario: its plan's, or the default where the cell holds no such number. */
export function yearsOf(inputs: SheetValues | undefined, scenario: string): number {
  const years = Number(statedIn(inputs, scenario, "plan.years"));
  const { min = 1, max = COMPARE.mostYears, default: usual } = CATALOGUE["plan.years"];
  return Number.isInteger(years) && years >= min && years <= max ? years : usual;
}

/** Compare as a new model with these scenarios has it. */
export function compareSheetOf(parts: ModelParts, scenarios: readonly ScenarioBlock[]): SheetPlan {
  return compareSheet(scenarios, picksOf(parts, scenarios), parts.inputs && headersIn(parts.inputs));
}

/** The names in the pickers, or those that a new model has there. */
export const picksOf = (parts: ModelParts, scenarios: readonly ScenarioBlock[]): Readonly<Record<Picked, string>> =>
  pickedNames(parts) ?? { from: BASE_COLUMN, to: scenarios[1]?.header ?? BASE_COLUMN };

export const hasSheet = ({ sheets }: ModelParts, wanted: string): boolean =>
  sheets.some((name) => name.toLowerCase() === wanted.toLowerCase());

/** The scenarios that have no block yet, with the block that each is to get; one whose header cannot be a name has to get another first. */
export function scenariosToAdd(parts: ModelParts): readonly ScenarioBlock[] {
  return missingBlocks(
    nameableScenarios(parts.inputs?.values[0] ?? []),
    standingBlocks(parts),
    takenNames(parts),
    freeColumnsBeside(parts),
  );
}

/** The standing blocks whose scenarios have a column in the inputs: formulas that named another one could not be written. */
export function linkedBlocks(parts: ModelParts): readonly ScenarioBlock[] {
  const headers = scenarioNames(parts.inputs?.values[0] ?? []);
  return standingBlocks(parts).filter(({ header }) => headers.includes(header));
}

/** A plan for a sheet that stands, with an error where a formula names a written sheet that is gone: Excel makes that of the formulas that stand already. */
function withoutLost(plan: SheetPlan, lost: readonly string[]): SheetPlan {
  const isLost = (cell: CellContent) =>
    typeof cell === "string" && cell.startsWith("=") && lost.some((sheet) => cell.includes(`${sheet}!`));
  const blocks = plan.blocks.map((block) => ({
    ...block,
    cells: block.cells.map((line) => line.map((cell) => (isLost(cell) ? "=#REF!" : cell))),
  }));
  return { ...plan, blocks };
}

/** Names that new scenarios may not take: all, but those of scenarios whose sheet is gone may be taken again. */
function takenNames({ names, sheets }: ModelParts): readonly string[] {
  const isGone = !sheets.includes(SHEETS.scenarios);
  return names.filter((name) => !isGone || !isScenarioName(name)).map(({ name }) => name);
}

/** The column from which on nothing stands beside the blocks of scenarios, and how many columns are taken right of the last check. */
function freeColumnsBeside(parts: ModelParts): BlockColumns {
  // Checks that have lost the blocks that they read get them back.
  if (!hasSheet(parts, SHEETS.scenarios)) return { scenarios: PICK_BLOCK_COLUMNS, checks: 0 };
  const { checks, scenarioColumns } = parts;
  const end = endOfChecks(standingChecks(parts));
  const used = checks ? checks.column + (checks.values[0]?.length ?? 0) : 0;
  return { scenarios: Math.max(PICK_BLOCK_COLUMNS, scenarioColumns), checks: end === undefined ? used : Math.max(0, used - end) };
}

/** Why a model cannot be refreshed. */
function hindranceOf(parts: ModelParts): string | undefined {
  const version = layoutVersion(parts.names);
  if (!parts.inputs)
    return standingBlocks(parts).length === 0
      ? "This workbook has no model yet. Begin on Home."
      : `The table ${TABLES.inputs} is missing. Repair the model, then try again.`;
  if (version < LAYOUT_VERSION) return "An earlier version of the add-in has written this model. Repair brings it up to date.";
  if (version > LAYOUT_VERSION) return "A later version of the add-in has written this model. Load that version, then try again.";
  return hasSheet(parts, SHEETS.scenarios) ? undefined : `The sheet ${SHEETS.scenarios} is missing. Repair writes it again.`;
}

/** What new scenarios and tables bring, where the sheets stand now. */
function additionsFor(added: readonly ScenarioBlock[], inputs: InputTable, parts: ModelParts): readonly SheetPlan[] {
  const tables = scenarioTables(parts.tables);
  const scenarios = [...standingBlocks(parts), ...added];
  // Of the sheets that others read, only these have rows and columns that a person may have moved.
  const movesOf = movesIn(parts, [compareSheetOf(parts, scenarios), checksSheet(scenarios)]);
  // A column of Compare is planned in the rows in which its labels stand.
  const movesBeside: MovesOf = (sheet) => (sheet === SHEETS.compare ? UNMOVED : movesOf(sheet));
  const outdated = formulaBlocks(parts, tables);
  return [
    ...(added.length > 0 ? [columnPlan(inputs.sheet, inputs, added)] : []),
    ...(added.length > 0 ? blockPlans(added, tables).map((plan) => movedPlan(plan, movesOf)) : []),
    ...(outdated.length > 0 ? [{ ...EMPTY_SHEET, sheet: SHEETS.scenarios, blocks: outdated }] : []),
    ...comparePlan([...linkedBlocks(parts), ...added], parts).map((plan) => movedPlan(plan, movesBeside)),
  ];
}

/** What a model lacks whose parts can be refreshed. */
function additionsPlan(parts: ModelParts, inputs: InputTable): RefreshPlan {
  const added = scenariosToAdd(parts);
  const lost = Object.values(SHEETS).filter((sheet) => !hasSheet(parts, sheet));
  const additions = additionsFor(added, inputs, parts).filter(({ sheet }) => hasSheet(parts, sheet));
  return {
    added: added.map(({ header }) => header),
    sheets: additions.map((plan) => withoutLost(plan, lost)),
    chartYears:
      hasSheet(parts, SHEETS.charts) || hasSheet(parts, SHEETS.summary)
        ? yearsOf(inputs, pickedNames(parts)?.to ?? BASE_COLUMN)
        : undefined,
    hindrance: undefined,
  };
}

/** Everything that a refresh writes into a workbook in which these parts stand; nothing where something has to be repaired first. */
export function refreshPlan(parts: ModelParts): RefreshPlan {
  const hindrance = hindranceOf(parts);
  const { inputs } = parts;
  const isRefreshed = inputs && hindrance === undefined;
  return isRefreshed ? additionsPlan(parts, inputs) : { added: [], sheets: [], chartYears: undefined, hindrance };
}
