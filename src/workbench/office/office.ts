/** Stands where Microsoft's office.js stands in Excel: makes the globals of functions and pane, over the grid of the page around the frame. */
import type { Action, CustomFunction } from "../connection";
import { createCustomFunctions } from "./customFunctions";
import { OfficeError } from "./errors";
import { createOffice } from "./officeApi";
import { createRun } from "./requestContext";
import { strict } from "./strict";

const host = window.parent.workbenchHost;
if (host === undefined) throw new Error("This page belongs into the workbench's frame: open ./ instead.");

const functions = new Map<string, CustomFunction>();
const actions = new Map<string, Action>();
let whenReady = () => {};
const ready = new Promise<void>((resolve) => (whenReady = resolve));

Object.assign(globalThis, {
  CustomFunctions: createCustomFunctions(functions),
  Excel: strict({ run: createRun(() => host.grid) }, "Excel"),
  Office: createOffice(host, actions, whenReady),
  OfficeExtension: strict({ Error: OfficeError }, "OfficeExtension"),
});

// Scripts with defer have run by then: functions.js and taskpane.js have associated what they offer.
document.addEventListener("DOMContentLoaded", () => host.connect({ functions, actions, ready }));
