// @vitest-environment happy-dom
import { render } from "lit";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { MockInstance } from "vitest";
import product from "../../../package.json";
import type { Effects, Action, PaneState } from "../../../src/taskpane/shell/screens";
import { copyDetails, failedWith } from "../../../src/taskpane/shell/failure";
import { INITIAL_STATE, update } from "../../../src/taskpane/shell/update";
import { paneView } from "../../../src/taskpane/shell/pane";

const DIAGNOSTICS = { host: "Excel", platform: "PC", version: "16.0.18129.20158" };

/** An error as office.js throws it. */
const REFUSED = Object.assign(new Error("The argument is invalid."), {
  name: "RichApi.Error",
  code: "InvalidArgument",
  debugInfo: { errorLocation: "Range.values", statement: "range.values = ...;" },
  stack: "RichApi.Error: The argument is invalid.\n    at write (effects.js:1:2)",
});

let state: PaneState;
let copied: string[];
let root: HTMLElement;
let writeText: MockInstance<Clipboard["writeText"]>;

const dispatch = (action: Action) => void (state = update(state, action));

function draw(): void {
  const effects = { copyDetails: () => copyDetails(dispatch, state) } as Effects;
  render(paneView(state, { dispatch, effects, locale: "en-US" }), root);
}

/** Presses "Copy details" and waits for what follows. */
async function copy(): Promise<void> {
  draw();
  [...root.querySelectorAll<HTMLElement>("fluent-button")].find(({ textContent }) => textContent === "Copy details")?.click();
  await vi.waitFor(() => expect(state.details).toBeDefined());
  draw();
}

const buttons = () => [...root.querySelectorAll(".report fluent-button")].map(({ textContent }) => textContent.trim());

beforeEach(() => {
  copied = [];
  root = document.createElement("div");
  state = update(INITIAL_STATE, failedWith(REFUSED));
  vi.stubGlobal("Office", { context: { diagnostics: DIAGNOSTICS, displayLanguage: "de-DE" } });
  writeText = vi.spyOn(navigator.clipboard, "writeText").mockImplementation((text) => Promise.resolve(void copied.push(text)));
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("an error that the pane shows", () => {
  it("is copied with its message, code, place and stack, the version and the host", async () => {
    await copy();
    expect(copied).toEqual([
      [
        "Message: The argument is invalid.",
        "Code: InvalidArgument",
        "Place: Range.values",
        "Statement: range.values = ...;",
        `Version: TCO Planner ${product.version}`,
        "Host: Excel 16.0.18129.20158, PC",
        "Language: de-DE",
        `Browser: ${navigator.userAgent}`,
        "Stack: RichApi.Error: The argument is invalid.",
        "    at write (effects.js:1:2)",
      ].join("\n"),
    ]);
    expect(buttons()).toEqual(["Details copied", "Close"]);
  });

  it("shows its details where the browser does not allow copying", async () => {
    writeText.mockRejectedValue(new DOMException("Write permission denied.", "NotAllowedError"));
    await copy();
    expect(root.querySelector("textarea")?.value).toMatch(/^Message: The argument is invalid\.\nCode: InvalidArgument/);
    expect(buttons()).toEqual(["Close"]);
  });

  it.each<[string, unknown, RegExp]>([
    ["is no error", "offline", /^Message: offline\nCode: Error\nVersion/],
    ["has no code", new TypeError("x is undefined"), /^Message: x is undefined\nCode: TypeError\nVersion/],
  ])("has details where what was thrown %s", async (_words, thrown, text) => {
    dispatch(failedWith(thrown));
    await copy();
    expect(copied.join()).toMatch(text);
  });

  it("has no details where nothing was thrown", () => {
    dispatch({ type: "failed", failure: "The queue grows without end." });
    draw();
    expect(buttons()).toEqual(["Close"]);
  });

  it("has none outside Excel but those of the browser", async () => {
    vi.stubGlobal("Office", { context: {} });
    await copy();
    expect(copied.join()).not.toMatch(/Host:|Language:|undefined/);
  });
});
