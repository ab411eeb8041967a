/** Figures that Excel has not calculated yet. */
import { describe, expect, test } from "vitest";
import type { CellValue } from "../../../src/workbook/plan";
import type { ReadModel, WorkbookReading } from "../../../src/workbook/readScenarios";
import { isReadingBusy, withLastFigures } from "../../../src/taskpane/shell/calculating";

function reading(check: string, values: Readonly<Record<string, CellValue>>): WorkbookReading {
  const scenarios = Object.entries(values).map(([name, value]) => {
    return { name, issues: [], figures: new Map([["tco.vertical", { value, address: "Compare!D15" }]]) };
  });
  return { kind: "model", model: { currency: "USD", check, scenarios, unlinked: [], damage: [] } } as unknown as ReadModel;
}

const shown = (read: WorkbookReading) =>
  read.kind === "model" ? [read.model.check, ...read.model.scenarios.map(({ figures }) => figures.get("tco.vertical")?.value)] : [];

const BEFORE = reading("All checks hold", { Base: 10, Growth: 20 });

describe("a reading while Excel calculates", () => {
  test.each([
    ["keeps the last figure", reading("All checks hold", { Base: "#BUSY!", Growth: 21 }), true, ["All checks hold", 10, 21]],
    ["keeps the last words of the check", reading("#BUSY!", { Base: 11, Growth: 21 }), true, ["All checks hold", 11, 21]],
    ["has nothing to keep for a new scenario", reading("x", { New: "#BUSY!" }), true, ["x", "#BUSY!"]],
    ["takes every other error for what it is", reading("x", { Base: "#N/A", Growth: "#VALUE!" }), false, ["x", "#N/A", "#VALUE!"]],
  ])("%s", (_words, now, isBusy, values) => {
    expect(isReadingBusy(now)).toBe(isBusy);
    expect(shown(withLastFigures(BEFORE, now))).toEqual(values);
  });

  test("stands as it is where there was none before", () => {
    const now = reading("#BUSY!", { Base: "#BUSY!" });
    expect(withLastFigures(undefined, now)).toBe(now);
  });
});
