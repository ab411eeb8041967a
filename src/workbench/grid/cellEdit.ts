import { IEditorBridgeService } from "@univerjs/preset-sheets-core";
import type { CellEdit } from "./grid";
import type { OpenWorkbook } from "./workbook";

/** Follows the grid's cell editor, which is open from the first key or double click until Enter, Esc or a click on another cell. */
export function watchCellEdit({ injector }: OpenWorkbook): CellEdit {
  const editor = injector.get(IEditorBridgeService);
  const isOpen = () => editor.isVisible().visible;
  const waiting: (() => void)[] = [];
  const release = () => {
    if (!isOpen()) for (const resolve of waiting.splice(0)) resolve();
  };
  editor.visible$.subscribe(({ visible }) => {
    // The grid puts what was typed into its cell in the same turn, after a formula that was pointed together on another sheet in the next.
    if (!visible) setTimeout(release);
  });
  return { isOpen, closed: () => new Promise((resolve) => (isOpen() ? waiting.push(resolve) : resolve())) };
}
