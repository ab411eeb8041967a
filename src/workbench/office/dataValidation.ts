import { toA1 } from "../grid/address";
import type { Area, Validation } from "../grid/grid";
import { ClientObject } from "./clientObject";
import { OfficeError } from "./errors";
import type { Range } from "./range";
import type { Subset } from "./subset";

type Rule = Excel.DataValidationRule;
type Alert = Excel.DataValidationErrorAlert;
type Members = Subset<Excel.DataValidation, "clear" | "errorAlert" | "rule" | "type">;

const NONE: Validation = { source: "", title: "", message: "" };

/** Rules of allowed values; the workbench has lists. */
export class DataValidation extends ClientObject<Area> implements Members {
  constructor(private readonly range: Range) {
    super(range.context, () => range.targetOrNull(), true, "DataValidation");
  }

  protected readers() {
    return {
      errorAlert: (): Alert => {
        const { title, message } = this.read() ?? NONE;
        return { title, message, showAlert: message !== "", style: "Stop" };
      },
      rule: (): Rule => {
        const validation = this.read();
        return validation === undefined ? {} : { list: { inCellDropDown: true, source: validation.source } };
      },
      type: () => (this.read() === undefined ? "None" : "List"),
    };
  }

  private read(): Validation | undefined {
    return this.context.grid.validations.read(this.target());
  }

  get type(): Excel.DataValidation["type"] {
    return this.loadedValue("type");
  }

  get rule(): Rule {
    return this.loadedValue("rule");
  }

  set rule(rule: Rule) {
    this.assign("rule", rule, (area) => {
      const { list } = rule;
      if (list === undefined) throw new OfficeError("InvalidArgument", "The workbench validates by lists only.", "DataValidation.rule");
      // As the caller's code sees it a range is Excel's; what it holds is the workbench's.
      const source = typeof list.source === "string" ? list.source : this.addressOf(list.source as unknown as Range);
      this.context.grid.validations.set(area, { ...(this.read() ?? NONE), source });
    });
  }

  private addressOf(range: Range): string {
    const area = range.target();
    const sheet = this.context.grid.sheets.list().find(({ id }) => id === area.sheetId);
    return `=${toA1(area, sheet?.name)}`;
  }

  get errorAlert(): Alert {
    return this.loadedValue("errorAlert");
  }

  set errorAlert(alert: Alert) {
    this.assign("errorAlert", alert, (area) => {
      const validation = this.read();
      if (validation !== undefined) this.context.grid.validations.set(area, { ...validation, title: alert.title, message: alert.message });
    });
  }

  clear(): void {
    this.act((area) => this.context.grid.validations.clear(area));
  }
}
