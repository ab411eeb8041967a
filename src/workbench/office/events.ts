import { toA1 } from "../grid/address";
import type { Grid, GridEvent } from "../grid/grid";

interface Ends {
  readonly send: (category: number, type: number, target: string, message: unknown) => void;
  readonly selected: () => void;
}

type Event<Kind> = Extract<GridEvent, { readonly kind: Kind }>;

const CATEGORY = 65536;
const TYPE = { changed: 10, sheetActivated: 11, sheetAdded: 13, sheetDeleted: 15, calculated: 16 } as const;

/** What the library hands to the handlers of an event, besides its type. */
function messageOf(
  event: Exclude<GridEvent, Event<"selected">>,
  grid: Grid,
): { readonly worksheetId: string; readonly [name: string]: string } {
  if (event.kind === "calculated") return { worksheetId: grid.sheets.active(), address: "" };
  if (event.kind !== "changed") return { worksheetId: event.sheetId, source: "Local" };
  const { area, changeType, isByCode } = event;
  const by = isByCode ? "ThisLocalAddin" : "Unknown";
  return { changeType, source: "Local", worksheetId: area.sheetId, address: toA1(area), shiftDirection: "None", triggerSource: by };
}

/** Tells the library every event of the grid: those who follow all sheets, and those who follow that sheet. */
export function tellEvents(grid: Grid, { send, selected }: Ends) {
  grid.listen((event) => {
    if (event.kind === "selected") {
      selected();
      return;
    }
    const message = messageOf(event, grid);
    for (const target of ["Workbook", message.worksheetId]) send(CATEGORY, TYPE[event.kind], target, message);
  });
}
