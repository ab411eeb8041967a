import { ClientObject } from "./clientObject";
import type { RequestContext } from "./requestContext";
import type { Subset } from "./subset";

type Members = Subset<
  Excel.Application,
  "calculationMode" | "calculate" | "suspendApiCalculationUntilNextSync" | "suspendScreenUpdatingUntilNextSync"
>;

export class Application extends ClientObject<true> implements Members {
  constructor(context: RequestContext) {
    super(context, () => true, false, "Application");
  }

  protected readers() {
    return { calculationMode: () => this.context.grid.state.read().calculationMode };
  }

  get calculationMode(): "Automatic" | "AutomaticExceptTables" | "Manual" {
    return this.loadedValue("calculationMode");
  }

  /** Kept with the workbook; the grid calculates by itself all the same. */
  set calculationMode(mode: "Automatic" | "AutomaticExceptTables" | "Manual") {
    this.assign("calculationMode", mode, () => this.context.grid.state.change({ calculationMode: mode }));
  }

  calculate(_calculationType: string): void {
    this.act(() => this.context.grid.recalculate());
  }

  /** The grid gathers the writes of a batch by itself. */
  suspendApiCalculationUntilNextSync(): void {}

  suspendScreenUpdatingUntilNextSync(): void {}
}
