import { ClientObject } from "./clientObject";
import { OfficeError } from "./errors";
import type { RequestContext } from "./requestContext";
import type { Subset } from "./subset";
import type { Worksheet } from "./worksheet";

type Members = Subset<Excel.WorksheetProtection, "protect" | "protected" | "unprotect">;

/** Protection of a sheet: keeps code from writing, as in Excel; a person may type all the same, as the grid knows no such protection. */
export class Protection extends ClientObject<string> implements Members {
  constructor(sheet: Worksheet) {
    super(sheet.context, () => sheet.targetOrNull(), true, "WorksheetProtection");
  }

  protected readers() {
    return { protected: () => this.context.grid.state.read().protectedSheets.includes(this.target()) };
  }

  get protected(): boolean {
    return this.loadedValue("protected");
  }

  protect(_options?: Excel.WorksheetProtectionOptions, password?: string): void {
    this.act((sheetId) => {
      if (password !== undefined) throw new OfficeError("InvalidArgument", "The workbench protects without a password only.");
      const { state } = this.context.grid;
      state.change({ protectedSheets: [...new Set([...state.read().protectedSheets, sheetId])] });
    });
  }

  unprotect(_password?: string): void {
    this.act((sheetId) => {
      const { state } = this.context.grid;
      state.change({ protectedSheets: state.read().protectedSheets.filter((id) => id !== sheetId) });
    });
  }
}

/** Throws what Excel throws where code writes on a protected sheet. */
export function requireUnprotected({ grid }: RequestContext, sheetId: string) {
  if (grid.state.read().protectedSheets.includes(sheetId)) throw new OfficeError("AccessDenied", undefined, "Range");
}
