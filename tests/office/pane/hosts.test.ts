/** An Excel that the pane cannot work in. */

import { describe, expect } from "vitest";
import { pane, testsOf } from "./pane";
import { openEmpty } from "./workbench";
import { requirementSetsTo } from "../workbench/excel";

describe("an Excel of 2019, which has no requirement set beyond ExcelApi 1.8,", () => {
  const test = testsOf({ open: () => openEmpty({ excel: { requirementSets: requirementSetsTo(8) } }) });

  test("is too old: that is said, and the functions still work", async ({ page }) => {
    await expect(pane(page).getByText("This Excel is older than the pane needs")).toBeVisible();
  });
});
