import { OfficeMockObject } from "office-addin-mock";
import { expect, test } from "vitest";
import { readSelection } from "../../src/workbook/host/watch";

/** Only a mock of Office.js tells a property that was loaded from one that was not. */
function contextWith(cell: object): Excel.RequestContext {
  const selected = {
    address: "Compare!D8:E9",
    cell,
    getCell() {
      return this.cell;
    },
  };
  const workbook = {
    selected,
    getSelectedRange() {
      return this.selected;
    },
  };
  const data: object = { host: "excel", workbook };
  return new OfficeMockObject(data) as unknown as Excel.RequestContext;
}

test("the first selected cell is read with its address, value and formula, and what is selected with it", async () => {
  const context = contextWith({ address: "Compare!D8", values: [["#VALUE!"]], formulas: [["=TCO.METRIC(1)"]] });
  expect(await readSelection(context)).toEqual({
    address: "Compare!D8",
    range: "Compare!D8:E9",
    value: "#VALUE!",
    formula: "=TCO.METRIC(1)",
  });
});
