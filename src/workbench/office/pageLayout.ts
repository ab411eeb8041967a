import { toA1 } from "../grid/address";
import type { PageLayout as GridPageLayout } from "../grid/grid";
import { ClientObject } from "./clientObject";
import { Range } from "./range";
import { resolveAddress } from "./sheetAddress";
import type { Subset } from "./subset";
import type { Worksheet } from "./worksheet";

const USUAL: GridPageLayout = { orientation: "Portrait", pagesWide: undefined, titleRows: "" };

type Members = Subset<Excel.PageLayout, "getPrintTitleRowsOrNullObject" | "orientation" | "setPrintTitleRows" | "zoom">;

/** How a sheet is printed: remembered and saved, as the workbench does not print. */
export class PageLayout extends ClientObject<string> implements Members {
  constructor(sheet: Worksheet) {
    super(sheet.context, () => sheet.targetOrNull(), true, "PageLayout");
  }

  protected readers() {
    return { orientation: () => this.layout().orientation, zoom: () => ({ horizontalFitToPages: this.layout().pagesWide }) };
  }

  private layout(): GridPageLayout {
    return this.context.grid.state.read().pages[this.target()] ?? USUAL;
  }

  private change(sheetId: string, change: Partial<GridPageLayout>) {
    const { state } = this.context.grid;
    state.change({ pages: { ...state.read().pages, [sheetId]: { ...this.layout(), ...change } } });
  }

  get orientation(): "Portrait" | "Landscape" {
    return this.loadedValue("orientation");
  }

  set orientation(orientation: "Portrait" | "Landscape") {
    this.assign("orientation", orientation, (sheetId) => this.change(sheetId, { orientation }));
  }

  get zoom(): Excel.PageLayoutZoomOptions {
    return this.loadedValue("zoom");
  }

  set zoom(zoom: Excel.PageLayoutZoomOptions) {
    this.assign("zoom", zoom, (sheetId) => this.change(sheetId, { pagesWide: zoom.horizontalFitToPages }));
  }

  getPrintTitleRowsOrNullObject(): Range {
    const rows = () => {
      const { titleRows } = this.layout();
      return titleRows === "" ? undefined : resolveAddress(this.context.grid, titleRows, this.target());
    };
    return new Range(this.context, rows, true);
  }

  setPrintTitleRows(rows: Range | string): void {
    this.act((sheetId) => this.change(sheetId, { titleRows: typeof rows === "string" ? rows : toA1(rows.target()) }));
  }
}
