/** What went wrong: in words for a planner, and with the details that a report of it needs. */

import product from "../../../package.json";
import type { Cause, Shell, ShellAction } from "./state";

export const NOT_LOADED = "This part of the pane could not be loaded. Check the connection, then try again.";

/** Whether a part could not be downloaded, by the name that webpack gives to that error. */
export function isFailedDownload(error: unknown): boolean {
  return error instanceof Error && error.name === "ChunkLoadError";
}

/** What office.js and webpack add to an error. */
interface ThrownError extends Partial<Error> {
  readonly code?: string;
  readonly debugInfo?: { readonly errorLocation?: string; readonly statement?: string };
}

/** What went wrong, in words for a planner. */
export function wordsOfFailure(error: unknown): string {
  const { code, message } = error as ThrownError;
  if (isFailedDownload(error)) return NOT_LOADED;
  switch (code) {
    case "AccessDenied":
      return "The sheet is protected or the file is read-only. Remove the protection, then try again.";
    case "InvalidOperationInCellEditMode":
      return "A cell is being edited. Finish the edit with Enter, then try again.";
    case "ItemNotFound":
      return "A sheet or table of the model is no longer there. Refresh the model, then try again.";
    default:
      return message ?? String(error);
  }
}

function causeOf(error: unknown): Cause {
  const { name = "Error", message = String(error), code, debugInfo, stack } = error as ThrownError;
  const { errorLocation: place, statement } = debugInfo ?? {};
  return { name, message, code, place, statement, stack };
}

/** The action that tells of an error. */
export function failedWith(error: unknown): Extract<ShellAction, { type: "failed" }> {
  return { type: "failed", failure: wordsOfFailure(error), cause: causeOf(error) };
}

/** One line for each that is known. */
function linesOf(lines: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(lines).flatMap(([label, text]) => (text ? [`${label}: ${text}`] : []));
}

/** The program that the pane runs in; empty where it does not say so. */
function hostLines(): string[] {
  const { diagnostics, displayLanguage } = Office.context as Partial<Office.Context>;
  return linesOf({
    Host: diagnostics && `${String(diagnostics.host)} ${diagnostics.version}, ${String(diagnostics.platform)}`,
    Language: displayLanguage,
    Browser: navigator.userAgent,
  });
}

/** What a person sends to those who maintain the add-in. */
export function detailsOf(cause: Cause): string {
  const { name, message, code, place, statement, stack } = cause;
  const what = linesOf({ Message: message, Code: code ?? name, Place: place, Statement: statement });
  return [...what, `Version: TCO Planner ${product.version}`, ...hostLines(), ...linesOf({ Stack: stack })].join("\n");
}

/** Copies the details of what went wrong last; where the browser does not allow that, the pane shows them. */
export async function copyDetails(dispatch: (action: ShellAction<never>) => void, { cause }: Pick<Shell, "cause">): Promise<void> {
  if (!cause) return;
  const text = detailsOf(cause);
  const isCopied = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  dispatch({ type: "details", details: { text, isCopied } });
}
