/** Where what the add-in wrote stands now: rows are found by the labels at their left and columns by the names above them, wherever a person has moved them. Pure. */

import type { SheetValues } from "./figures";
import { BLOCK, cellOfName, CHECK_BLOCK, SHEETS } from "./layout";
import type { SheetPlan } from "./plan";
import { movedFormula, UNMOVED } from "./references";
import type { Moves, MovesOf } from "./references";
import { endOfChecks, standingChecks } from "./standing";
import type { ModelParts } from "./standing";

interface Label {
  readonly row: number;
  readonly text: string;
}

interface Anchor {
  readonly planned: number;
  readonly standing: number;
}

export interface Places extends Moves {
  /** Where a row may stand now: two places where rows were moved apart around it. */
  readonly rowsOf: (row: number) => readonly number[];
  /** Whether a row stands for certain where it is found: its label does, or labels above and below it say the same. */
  readonly isCertain: (row: number) => boolean;
}

/** Texts in the first column of a plan. */
function plannedLabels({ blocks }: SheetPlan): readonly Label[] {
  return blocks
    .filter(({ column }) => column === 0)
    .flatMap(({ row, cells }) => cells.map(([first], index) => ({ row: row + index, text: String(first) })))
    .filter(({ text }) => text !== "" && !text.startsWith("="))
    .sort((a, b) => a.row - b.row);
}

/** Pairs of the longest sequence of labels that both have in the same order. */
function aligned(planned: readonly Label[], standing: readonly Label[]): readonly Anchor[] {
  // Pairs among what is left of both from a standing label on; one more for their end.
  let after: readonly (readonly Anchor[])[] = [...standing.map(() => []), []];
  for (const label of [...planned].reverse()) after = pairsWith(label, standing, after);
  return after[0] ?? [];
}

/** The pairs with one planned label more in front. */
function pairsWith(
  { row, text }: Label,
  standing: readonly Label[],
  after: readonly (readonly Anchor[])[],
): readonly (readonly Anchor[])[] {
  return standing.reduceRight<readonly (readonly Anchor[])[]>(
    (pairs, place, at) => {
      const [without, beside] = [after[at] ?? [], pairs[0] ?? []];
      const longest = beside.length > without.length ? beside : without;
      return [place.text === text ? [{ planned: row, standing: place.row }, ...(after[at + 1] ?? [])] : longest, ...pairs];
    },
    [[]],
  );
}

/** Labels were written in the first column: it is among the first few that most of them are found. */
const MOST_COLUMNS = 10;

function anchorsIn(
  planned: readonly Label[],
  { row, column, values }: SheetValues,
): { readonly columns: number; readonly anchors: readonly Anchor[] } {
  const known = new Set(planned.map(({ text }) => text));
  const found = Array.from({ length: MOST_COLUMNS }, (_, columns) => {
    const labels = values.map((cells, index) => ({ row: row + index, text: String(cells[columns - column] ?? "") }));
    return {
      columns,
      anchors: aligned(
        planned,
        labels.filter(({ text }) => known.has(text)),
      ),
    };
  });
  return found.reduce((best, each) => (each.anchors.length > best.anchors.length ? each : best));
}

/** Where what the plan of a sheet has stands among the cells of the sheet as they are now. */
export function placesOn(plan: SheetPlan, cells: SheetValues, parts: ModelParts): Places {
  const places = placesIn(plan, cells);
  return plan.sheet === SHEETS.checks ? { ...places, columnOf: checkColumns(parts, places) } : places;
}

/** Where the columns of the checks stand: each scenario's keep to its name, whatever was inserted between them. */
function checkColumns(parts: ModelParts, { columnOf }: Moves): Moves["columnOf"] {
  const firsts = standingChecks(parts);
  const { columns } = CHECK_BLOCK;
  return (column) => {
    const index = Math.floor(column / columns);
    if (index < firsts.length) {
      const first = firsts[index] ?? (index === 0 ? columnOf(0) : undefined);
      return first === undefined ? undefined : first + (column % columns);
    }
    const end = endOfChecks(firsts);
    return end === undefined ? columnOf(column) : end + column - firsts.length * columns;
  };
}

/** Texts of a plan right of its labels that no formula gives and that stay, such as the headers of columns: what a person chooses has a name. */
function plannedWords({ blocks, names }: SheetPlan): readonly (Label & { readonly column: number })[] {
  const chosen = names.flatMap(({ formula }) => cellOfName(formula) ?? []);
  const isChosen = (at: number, place: number) => chosen.some(({ row, column }) => row === at && column === place);
  return blocks
    .flatMap(({ row, column, cells }) =>
      cells.flatMap((line, i) => line.map((cell, j) => ({ row: row + i, column: column + j, text: String(cell) }))),
    )
    .filter(({ row, column, text }) => column > 0 && /^[A-Za-z]/.test(text) && !isChosen(row, column));
}

/** How often each pair of a planned and a standing column has the same words in the same row. */
function columnVotes(plan: SheetPlan, cells: SheetValues, rowsOf: Places["rowsOf"]): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const votes = new Map<number, Map<number, number>>();
  for (const { row, column, text } of plannedWords(plan)) {
    const [standing, ...others] = rowsOf(row);
    const line = (standing === undefined || others.length > 0 ? [] : (cells.values[standing - cells.row] ?? [])).map(String);
    const at = line.indexOf(text);
    // Words that stand twice in a row do not tell which column is meant.
    if (at < 0 || at !== line.lastIndexOf(text)) continue;
    const own = votes.get(column) ?? new Map<number, number>();
    votes.set(column, own.set(cells.column + at, (own.get(cells.column + at) ?? 0) + 1));
  }
  return votes;
}

/** Columns that are known by the words in most of their rows, from left to right; the labels stand left of them. */
function columnAnchors(plan: SheetPlan, cells: SheetValues, rowsOf: Places["rowsOf"], labels: number): readonly Anchor[] {
  const found = [...columnVotes(plan, cells, rowsOf)].flatMap(([planned, votes]): Anchor[] => {
    const [first, second] = [...votes].sort(([, a], [, b]) => b - a);
    return first && first[1] !== second?.[1] ? [{ planned, standing: first[0] }] : [];
  });
  return [{ planned: 0, standing: labels }, ...found.sort((a, b) => a.planned - b.planned)];
}

/** The anchors next to what is planned somewhere, before it and behind it. */
function around(anchors: readonly Anchor[], place: number): readonly (Anchor | undefined)[] {
  return [anchors.filter(({ planned }) => planned < place).at(-1), anchors.find(({ planned }) => planned > place)];
}

/** Where the anchors next to it say that something stands: in two places where they were moved apart. */
function placesBetween(anchors: readonly Anchor[], place: number): readonly number[] {
  return [...new Set(around(anchors, place).flatMap((anchor) => (anchor ? [place + anchor.standing - anchor.planned] : [])))];
}

/** Where columns stand: those without an anchor where both neighbors say that they are, or nowhere. */
function columnsBetween(anchors: readonly Anchor[]): Moves["columnOf"] {
  return (column) => {
    const own = anchors.find(({ planned }) => planned === column);
    if (own) return own.standing;
    const [standing, ...others] = placesBetween(anchors, column);
    return others.length > 0 ? undefined : standing;
  };
}

/** Where the rows and columns of a plan stand. */
function placesIn(plan: SheetPlan, cells: SheetValues): Places {
  const labels = plannedLabels(plan);
  const { anchors, columns } = anchorsIn(labels, cells);
  const labelled = new Set(labels.map(({ row }) => row));
  const ownOf = (row: number) => anchors.find(({ planned }) => planned === row);
  const rowsOf = (row: number): readonly number[] => {
    const own = ownOf(row);
    if (own) return [own.standing];
    const rows = placesBetween(anchors, row);
    // A row whose label is gone is where both neighbors say that it is, or nowhere.
    return labelled.has(row) && rows.length > 1 ? [] : rows;
  };
  const isCertain = (row: number) => ownOf(row) !== undefined || (!around(anchors, row).includes(undefined) && rowsOf(row).length === 1);
  return { rowsOf, isCertain, rowOf: (row) => rowsOf(row)[0], columnOf: columnsBetween(columnAnchors(plan, cells, rowsOf, columns)) };
}

/** The blocks of scenarios move together: their names tell where. */
function blockMoves({ blockRow }: ModelParts): Moves {
  const moved = blockRow - BLOCK.firstRow;
  return { ...UNMOVED, rowOf: (row) => (row < BLOCK.countRow ? row : row + moved) };
}

/** How the sheets that others read have moved what was planned on them. */
export function movesIn(parts: ModelParts, plans: readonly SheetPlan[]): MovesOf {
  const standing: readonly (readonly [string, SheetValues | undefined])[] = [
    [SHEETS.compare, parts.compare],
    [SHEETS.checks, parts.checks],
  ];
  const moves = new Map<string, Moves>(parts.sheets.includes(SHEETS.scenarios) ? [[SHEETS.scenarios, blockMoves(parts)]] : []);
  for (const [sheet, cells] of standing) {
    const plan = plans.find((each) => each.sheet === sheet);
    if (cells && plan) moves.set(sheet, placesOn(plan, cells, parts));
  }
  return (sheet) => moves.get(sheet) ?? UNMOVED;
}

/** A plan as it has to be written where rows and columns have moved, on its own sheet and on those that it names. */
export function movedPlan(plan: SheetPlan, movesOf: MovesOf): SheetPlan {
  const { rowOf, columnOf } = movesOf(plan.sheet);
  const moved = <Place extends { readonly row: number; readonly column: number }>(place: Place): Place[] => {
    const [row, column] = [rowOf(place.row), columnOf(place.column)];
    return row === undefined || column === undefined ? [] : [{ ...place, row, column }];
  };
  const formula = (text: string) => movedFormula(text, plan.sheet, movesOf);
  const blocks = plan.blocks.flatMap(moved).map((block) => ({
    ...block,
    cells: block.cells.map((line) => line.map((cell) => (typeof cell === "string" && cell.startsWith("=") ? formula(cell) : cell))),
  }));
  return {
    ...plan,
    blocks,
    looks: plan.looks.flatMap(moved),
    names: plan.names.map((name) => ({ ...name, formula: formula(name.formula) })),
  };
}
