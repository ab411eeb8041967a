/** Text where a number belongs: recognised in every table, written as the number that it must mean, and named where it means none or two. */
import { expect, test } from "vitest";
import { parseKey } from "../../src/engine/catalogue/keys";
import { damageOf } from "../../src/workbook/repair/modelDamage";
import { modelTable, tableCells } from "../../src/workbook/sheets/modelTables";
import type { ScenarioTable } from "../../src/workbook/formulas";
import type { CellValue } from "../../src/workbook/plan";
import type { ModelParts } from "../../src/workbook/standing";
import { inputTable, wholeModel, withInput } from "./parts";

/** A table with one row, in which a column holds this; columns may stand in another order than the add-in writes them. */
function tableWith(name: ScenarioTable, column: string, value: CellValue, isReversed = false): ModelParts["tableValues"] {
  const [written = []] = tableCells(modelTable(name), []);
  const [first = "", ...others] = written.map(String);
  const header = [first, ...(isReversed ? others.reverse() : others)];
  const stated = new Map<string, CellValue>([
    [first, "one"],
    ["Close", 46477],
    [column, value],
  ]);
  const values = [header, header.map((each) => stated.get(each) ?? "")];
  return new Map([[name, { sheet: modelTable(name).sheet, row: 4, column: 0, values }]]);
}

const textsIn = (change: Partial<ModelParts>) => damageOf(wholeModel(change)).filter(({ id }) => id.startsWith("text:"));

// The numbers are those that the text says in the spelling of its country, as a person reads it.
test.each<[ScenarioTable, string, string, string, number]>([
  ["Deals", "Volume", "deal.x.volume", "26 000", 26_000],
  ["Deals", "Probability", "deal.x.probability", "80 %", 0.8],
  ["Licenses", "Price", "license.x.price", "1.234,50", 1234.5],
  ["Roles", "Ratio", "role.x.ratio", "1,234.5", 1234.5],
  ["Roles", "Fixed", "role.x.fixed", "0,5", 0.5],
  ["Servers", "Cores", "server.x.cores", "64", 64],
])("%s: %s of %s pasted as the text %j", (name, column, key, pasted, number) => {
  for (const isReversed of [false, true]) {
    const tableValues = tableWith(name, column, pasted, isReversed);
    const place = tableValues.get(name)?.values[0]?.indexOf(column);
    const [damage, ...others] = textsIn({ tableValues });
    expect(others).toEqual([]);
    expect(damage?.words).toBe(
      `${String(parseKey(key)?.assumption.label)} in ${String(damage?.address)} is the text "${pasted}" and not a number.`,
    );
    expect(damage?.preview).toEqual([`Writes ${String(number)} instead of "${pasted}".`]);
    expect(damage?.steps).toEqual([{ kind: "write", sheet: modelTable(name).sheet, row: 5, column: place, cells: [[number]] }]);
  }
});

test.each<[string, string, string, number]>([
  ["Low", "demand.growth", "1,5 %", 0.015],
  ["High", "demand.volume", "2'000'000", 2_000_000],
  ["Growth", "demand.growth", "3,8 %", 0.038],
])("Inputs: %s of %s pasted as the text %j", (column, key, pasted, number) => {
  const [damage] = textsIn({ inputs: withInput(inputTable(), key, column, pasted) });
  const what = column === "Growth" ? key : `${column} of ${key}`;
  expect(damage?.words).toBe(`${what} is the text "${pasted}" and not a number.`);
  expect(damage?.steps.map((step) => step.kind === "write" && step.cells)).toEqual([[[number]]]);
});

test.each([
  ["1.200", "Type it again: it may mean 1.2 or 1200."],
  ["a lot", "Type a number, or clear the cell."],
])("the text %j is named, in every table, and left to a person", (pasted, advice) => {
  const cases: Partial<ModelParts>[] = [
    { tableValues: tableWith("Deals", "Volume", pasted) },
    { tableValues: tableWith("Servers", "Price", pasted) },
    { inputs: withInput(inputTable(), "demand.volume", "Low", pasted) },
    { inputs: withInput(inputTable(), "demand.volume", "Growth", pasted) },
  ];
  for (const change of cases)
    expect(textsIn(change).map((damage) => [damage.steps, damage.preview, damage.advice])).toEqual([[[], [], advice]]);
});

test("words where words belong, and columns of a person's own, are no damage", () => {
  expect(textsIn({ tableValues: tableWith("Deals", "Source", "12 %") })).toEqual([]);
  expect(textsIn({ tableValues: tableWith("Roles", "Applies", "both") })).toEqual([]);
});
