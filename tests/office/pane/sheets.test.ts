/** The sheets that the add-in writes: what a person comments and breaks. */

import { describe, expect } from "vitest";
import { WAITING, addByRibbon, cards, expectCell, openSheet, pane, testsOf, typeInto } from "./pane";
import type { Workbench } from "./workbench";

const test = testsOf();

/** The sheets that the add-in writes: what a person picks, comments, moves and breaks. */

async function expectValue(page: Workbench, sheet: string, address: string, value: string | RegExp): Promise<void> {
  await openSheet(page, sheet);
  await expectCell(page, address, value);
}

describe("a comment beside the variance", () => {
  test("stays beside its line when another scenario is picked, and outlives a refresh that adds a scenario", async ({ page }) => {
    await openSheet(page, "Compare");
    await expectValue(page, "Compare", "A60", /^hardware\.purchase$/);
    await typeInto(page, "G60", "wages +8 %?");
    await typeInto(page, "E5", "Growth");
    await expectCell(page, "E5", "Growth");
    await openSheet(page, "Assumptions");
    await typeInto(page, "N5", "Lean");
    await addByRibbon(page);
    await expect(cards(page)).toHaveCount(4);
    await openSheet(page, "Compare");
    await expectValue(page, "Compare", "A60", /^hardware\.purchase$/);
    await expectCell(page, "G60", "wages +8 %?");
    await expectCell(page, "G13", "Lean");
    await typeInto(page, "E5", "Lean");
    await expectCell(page, "E5", "Lean");
    await expectCell(page, "A11", "Lean costs the same as Base over the plan.");
  });
});

describe("damage", () => {
  const test = testsOf({ goesOn: true });

  test("of a renamed key column is told, and the figures go on", async ({ page }) => {
    const before = await cards(page).first().textContent();
    await openSheet(page, "Assumptions");
    await typeInto(page, "B5", "Code");
    await expect(pane(page).getByText('The column Key of the table Inputs is now called "Code"')).toBeVisible();
    await typeInto(page, "K12", "1600");
    await expect.poll(() => cards(page).first().textContent(), WAITING).not.toBe(before);
    await typeInto(page, "B5", "Key");
    await expect(pane(page).getByText("is now called")).toBeHidden();
  });
});
