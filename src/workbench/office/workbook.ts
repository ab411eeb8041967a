import { Application } from "./application";
import { ClientObject } from "./clientObject";
import { EventHandlers } from "./events";
import { NamedItemCollection } from "./names";
import { Range } from "./range";
import type { RequestContext } from "./requestContext";
import { SettingCollection } from "./settings";
import type { Subset } from "./subset";
import { TableCollection } from "./tables";
import { WorksheetCollection } from "./worksheets";

type Members = Subset<
  Excel.Workbook,
  | "application"
  | "getActiveCell"
  | "getSelectedRange"
  | "name"
  | "names"
  | "onSelectionChanged"
  | "readOnly"
  | "settings"
  | "tables"
  | "worksheets"
>;

export class Workbook extends ClientObject<true> implements Members {
  constructor(context: RequestContext) {
    super(context, () => true, false, "Workbook");
  }

  protected readers() {
    return { name: () => "Workbench", readOnly: () => false };
  }

  get name(): string {
    return this.loadedValue("name");
  }

  get readOnly(): boolean {
    return this.loadedValue("readOnly");
  }

  get settings(): SettingCollection {
    return this.child("settings", () => new SettingCollection(this.context));
  }

  get application(): Application {
    return this.child("application", () => new Application(this.context));
  }

  get worksheets(): WorksheetCollection {
    return this.child("worksheets", () => new WorksheetCollection(this.context));
  }

  get tables(): TableCollection {
    return this.child("tables", () => new TableCollection(this.context, () => undefined));
  }

  get names(): NamedItemCollection {
    return this.child("names", () => new NamedItemCollection(this.context));
  }

  getSelectedRange(): Range {
    return new Range(this.context, () => this.context.grid.selection.read());
  }

  getActiveCell(): Range {
    return new Range(this.context, () => ({ ...this.context.grid.selection.read(), rowCount: 1, columnCount: 1 }));
  }

  get onSelectionChanged(): EventHandlers<object> {
    const subscribe = (emit: (args: object) => void) =>
      this.context.grid.listen((event) => {
        if (event.kind === "selected") emit({ workbook: this });
      });
    return this.child("onSelectionChanged", () => new EventHandlers(this.context, subscribe));
  }
}
