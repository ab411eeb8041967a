import { ClientCollection } from "./collection";
import { EventHandlers } from "./events";
import type { RequestContext } from "./requestContext";
import type { Subset } from "./subset";
import { Worksheet, onCalculated, onSheetEvents } from "./worksheet";

type Members = Subset<
  Excel.WorksheetCollection,
  | "add"
  | "getActiveWorksheet"
  | "getCount"
  | "getFirst"
  | "getItem"
  | "getItemOrNullObject"
  | "getLast"
  | "items"
  | "onActivated"
  | "onAdded"
  | "onCalculated"
  | "onChanged"
  | "onDeleted"
  | "onSelectionChanged"
>;

const EVENT_TYPES = { sheetAdded: "WorksheetAdded", sheetDeleted: "WorksheetDeleted", sheetActivated: "WorksheetActivated" } as const;

export class WorksheetCollection extends ClientCollection<Worksheet> implements Members {
  constructor(context: RequestContext) {
    super(context, () => true, false, "WorksheetCollection");
  }

  protected list(): Worksheet[] {
    return this.context.grid.sheets.list().map((sheet) => new Worksheet(this.context, () => sheet.id));
  }

  private find(key: string): string | undefined {
    const sheets = this.context.grid.sheets.list();
    return (sheets.find(({ name }) => name.toLowerCase() === key.toLowerCase()) ?? sheets.find(({ id }) => id === key))?.id;
  }

  getItem(key: string): Worksheet {
    return new Worksheet(this.context, () => this.find(key));
  }

  getItemOrNullObject(key: string): Worksheet {
    return new Worksheet(this.context, () => this.find(key), true);
  }

  /** The sheet of a range or table, which is null where that is. */
  owner(sheetId: () => string | undefined): Worksheet {
    return new Worksheet(this.context, sheetId, true);
  }

  getActiveWorksheet(): Worksheet {
    return new Worksheet(this.context, () => this.context.grid.sheets.active());
  }

  getFirst(visibleOnly = false): Worksheet {
    return new Worksheet(this.context, () => this.context.grid.sheets.list().find((sheet) => !visibleOnly || !sheet.isHidden)?.id);
  }

  getLast(visibleOnly = false): Worksheet {
    return new Worksheet(
      this.context,
      () =>
        this.context.grid.sheets
          .list()
          .filter((sheet) => !visibleOnly || !sheet.isHidden)
          .at(-1)?.id,
    );
  }

  add(name?: string): Worksheet {
    return new Worksheet(this.context, () => this.context.grid.sheets.add(name));
  }

  get onChanged(): EventHandlers<object> {
    return this.child(
      "onChanged",
      () => new EventHandlers(this.context, (emit) => onSheetEvents(this.context, "changed", () => undefined, emit)),
    );
  }

  get onSelectionChanged(): EventHandlers<object> {
    return this.child(
      "onSelectionChanged",
      () => new EventHandlers(this.context, (emit) => onSheetEvents(this.context, "selected", () => undefined, emit)),
    );
  }

  get onCalculated(): EventHandlers<object> {
    const active = () => this.context.grid.sheets.active();
    return this.child("onCalculated", () => new EventHandlers(this.context, (emit) => onCalculated(this.context, active, emit)));
  }

  private sheetEvents(kind: keyof typeof EVENT_TYPES): EventHandlers<object> {
    const create = (emit: (args: object) => void) =>
      this.context.grid.listen((event) => {
        if (event.kind === kind) emit({ type: EVENT_TYPES[kind], worksheetId: event.sheetId, source: "Local" });
      });
    return this.child(kind, () => new EventHandlers(this.context, create));
  }

  get onAdded(): EventHandlers<object> {
    return this.sheetEvents("sheetAdded");
  }

  get onDeleted(): EventHandlers<object> {
    return this.sheetEvents("sheetDeleted");
  }

  get onActivated(): EventHandlers<object> {
    return this.sheetEvents("sheetActivated");
  }
}
