import type { ICellData, IRange } from "@univerjs/core";
import {
  InsertColMutation,
  InsertRowMutation,
  InsertSheetMutation,
  MoveRangeMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  SetRangeValuesMutation,
  SetWorksheetActiveOperation,
} from "@univerjs/preset-sheets-core";
import type { Calculation } from "./calculation";
import type { Area, ChangeType, GridEvent } from "./grid";
import { type OpenWorkbook, boundsOf, onCommand, onSelection, toArea } from "./workbook";

type Matrix = Record<number, Record<number, ICellData | null> | null>;

function isContent(cell: ICellData | null): boolean {
  return cell === null || "v" in cell || "f" in cell || "p" in cell;
}

/** Smallest area around the cells whose content (not only whose look) a mutation sets. */
function editedArea(sheetId: string, cells: Matrix): Area | undefined {
  const places = Object.entries(cells).flatMap(([row, columns]) =>
    Object.entries(columns ?? {}).flatMap(([column, cell]) => (isContent(cell) ? [{ row: Number(row), column: Number(column) }] : [])),
  );
  return boundsOf(sheetId, places);
}

/** An event as a mutation tells it: it does not say whose it is. */
type MutationEvent = Extract<GridEvent, { readonly sheetId: string }> | Omit<Extract<GridEvent, { kind: "changed" }>, "isByCode">;

function edited(sheetId: string, cells: Matrix): MutationEvent[] {
  const area = editedArea(sheetId, cells);
  return area === undefined ? [] : [{ kind: "changed", area, changeType: "RangeEdited" }];
}

type Params = Readonly<{ subUnitId: string; cellValue?: Matrix; range?: IRange; sheet?: { id: string }; from: Side; to: Side }>;
type Side = Readonly<{ subUnitId: string; value: Matrix }>;

const moved =
  (changeType: ChangeType) =>
  (params: Params): MutationEvent[] =>
    params.range === undefined ? [] : [{ kind: "changed", area: toArea(params.subUnitId, params.range), changeType }];

const EVENTS: Readonly<Record<string, (params: Params) => MutationEvent[]>> = {
  [InsertColMutation.id]: moved("ColumnInserted"),
  [InsertRowMutation.id]: moved("RowInserted"),
  [InsertSheetMutation.id]: ({ sheet }) => (sheet === undefined ? [] : [{ kind: "sheetAdded", sheetId: sheet.id }]),
  [MoveRangeMutation.id]: ({ from, to }) => [...edited(from.subUnitId, from.value), ...edited(to.subUnitId, to.value)],
  [RemoveColMutation.id]: moved("ColumnDeleted"),
  [RemoveRowMutation.id]: moved("RowDeleted"),
  [RemoveSheetMutation.id]: ({ subUnitId }) => [{ kind: "sheetDeleted", sheetId: subUnitId }],
  [SetRangeValuesMutation.id]: ({ subUnitId, cellValue }) => edited(subUnitId, cellValue ?? {}),
  [SetWorksheetActiveOperation.id]: ({ subUnitId }) => [{ kind: "sheetActivated", sheetId: subUnitId }],
};

/** Tells what happens in the workbook. Edits are told once the formulas that depend on them are calculated, as Excel does. */
export function watchChanges(open: OpenWorkbook, calculation: Calculation) {
  const listeners = new Set<(event: GridEvent) => void>();
  const tell = (event: GridEvent) => {
    for (const listener of listeners) listener(event);
  };
  onCommand(open, ({ id, params }, options) => {
    if (options?.onlyLocal === true) return;
    const isByCode = open.isCodeWriting();
    for (const event of EVENTS[id]?.(params as Params) ?? []) {
      if (event.kind === "changed") void calculation.settled().then(() => tell({ ...event, isByCode }));
      else tell(event);
    }
  });
  onSelection(open, (area) => tell({ kind: "selected", area }));
  // In one turn with the edits that were waiting for it, so that who follows both reads once.
  calculation.onEnd(() => void calculation.settled().then(() => tell({ kind: "calculated" })));
  return {
    listen: (listener: (event: GridEvent) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
