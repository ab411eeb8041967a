import { CommandType, ICommandService } from "@univerjs/core";
import {
  DeviceInputEventType,
  IEditorBridgeService,
  IEditorService,
  IShortcutService,
  KeyCode,
  SetCellEditVisibleOperation,
} from "@univerjs/preset-sheets-core";
import type { OpenWorkbook } from "../grid/workbook";

const COMMIT = "workbench.operation.commit-typed-formula";

/** Above the priority of the grid's list of proposals. */
const PRIORITY = 2000;

/** The name of a function that is being typed, up to the caret; empty where the caret stands behind anything else. */
function typedName(open: OpenWorkbook): string {
  const editor = open.injector.get(IEditorService).getFocusEditor();
  const text = editor?.getDocumentData().body?.dataStream ?? "";
  const caret = editor?.getSelectionRanges()[0]?.startOffset ?? 0;
  return /[\p{L}_][\p{L}\p{N}_.]*$/u.exec(text.slice(0, caret))?.[0] ?? "";
}

const proposals = (): readonly Element[] => Array.from(document.querySelectorAll("[data-u-comp=sheets-formula-editor] > li"));

function isProposalOutdated(open: OpenWorkbook): boolean {
  const items = proposals();
  const name = typedName(open).toLowerCase();
  return items.length > 0 && (name === "" || !items.some((item) => item.textContent.trim().toLowerCase().startsWith(name)));
}

/**
 * Lets Enter take what is typed, as Excel does while it proposes functions: Tab takes the proposal. Tab, too, takes what is typed where the list lags behind
 * it: the grid refreshes the list only 0.3 s after the last key, and until then would put the first function of the old list in place of the one that was typed.
 */
export function commitWhatIsTyped(open: OpenWorkbook) {
  const commands = open.injector.get(ICommandService);
  const unitId = open.workbook.getId();
  const commit = (keycode: KeyCode) => {
    open.injector.get(IEditorBridgeService).disableForceKeepVisible();
    const close = { visible: false, eventType: DeviceInputEventType.Keyboard, keycode, unitId };
    return commands.syncExecuteCommand(SetCellEditVisibleOperation.id, close);
  };
  commands.registerCommand({ id: COMMIT, type: CommandType.OPERATION, handler: (_, { keycode }: { keycode: KeyCode }) => commit(keycode) });
  const isTyped = { [KeyCode.ENTER]: () => proposals().length > 0, [KeyCode.TAB]: () => isProposalOutdated(open) };
  for (const keycode of [KeyCode.ENTER, KeyCode.TAB] as const) {
    open.injector.get(IShortcutService).registerShortcut({
      id: COMMIT,
      binding: keycode,
      priority: PRIORITY,
      preconditions: isTyped[keycode],
      staticParameters: { keycode },
    });
  }
}
