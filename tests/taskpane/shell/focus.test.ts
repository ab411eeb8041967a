// @vitest-environment happy-dom
/** Where the keyboard goes when something appears in the pane. */
import { html, nothing, render } from "lit";
import { beforeEach, describe, expect, it } from "vitest";
import type { Effects, Place } from "../../../src/taskpane/shell/screens";
import { INITIAL_STATE } from "../../../src/taskpane/shell/update";
import { paneView } from "../../../src/taskpane/shell/pane";
import { leadHeading } from "../../../src/taskpane/shell/parts";

let root: HTMLElement;

beforeEach(() => {
  document.body.replaceChildren();
  root = document.body.appendChild(document.createElement("div"));
});

const focused = async () => {
  await Promise.resolve();
  return document.activeElement?.textContent;
};

/** A screen of the menu with a file that was made, or without. */
const drawScreen = (isOpen: boolean, file: string | undefined) => {
  const card = file === undefined ? nothing : leadHeading("file", file);
  render(isOpen ? html`<section>${leadHeading("screen", "Export")} ${card}</section>` : html`<p>Home</p>`, root);
};

describe("a heading that appears", () => {
  it("takes the focus, and not again while it stands", async () => {
    drawScreen(true, undefined);
    expect(await focused()).toBe("Export");
    (document.activeElement as HTMLElement).blur();
    drawScreen(true, undefined);
    expect(await focused()).not.toBe("Export");
  });

  it("of a file takes it when the file is made, not when its screen is opened again", async () => {
    drawScreen(true, undefined);
    await focused();
    drawScreen(true, "costs.csv");
    expect(await focused()).toBe("costs.csv");
    drawScreen(false, undefined);
    drawScreen(true, "costs.csv");
    expect(await focused()).toBe("Export");
  });

  it("of a screen of the menu takes it also when another such screen was open", async () => {
    const draw = (place: Place) => {
      render(paneView({ ...INITIAL_STATE, place }, { dispatch: () => undefined, effects: {} as Effects, locale: "en-US" }), root);
    };
    draw("snapshots");
    expect(await focused()).toBe("Snapshots");
    (document.activeElement as HTMLElement).blur();
    draw("exchange");
    expect(await focused()).toBe("Import and export");
  });
});
