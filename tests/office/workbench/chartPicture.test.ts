import { expect, test } from "vitest";
import type { Area, CellValue, Chart } from "../../../src/workbench/grid/grid";
import { plainSeries } from "../../../src/workbench/office/chartSource";
import { pictureOf } from "../../../src/workbench/page/chartPicture";

const area = (column: number): Area => ({ sheetId: "s1", row: 0, column, rowCount: 3, columnCount: 1 });
const FRAME = { widthPx: 480, heightPx: 288, isDark: false, locale: "en-US" } as const;

/** A chart of the columns from 1 on, with its categories in column 0. */
function picture(type: string, names: readonly string[], columns: readonly (readonly CellValue[])[]) {
  const chart: Chart = {
    id: "c1",
    sheetId: "s1",
    name: "chart",
    type,
    title: "Title",
    valueTitle: "USD",
    categoryTitle: "",
    legendPosition: "Bottom",
    left: 0,
    top: 0,
    width: 480,
    height: 288,
    series: names.map((name, index) => ({ ...plainSeries(name), values: area(index + 1), categories: area(0) })),
  };
  return pictureOf(chart, ({ column }) => (columns[column] ?? []).map((value) => [value]), FRAME, "In words");
}

test("clustered bars are drawn as a tornado around zero; what is no number is a gap", () => {
  const drawn = picture(
    "BarClustered",
    ["Low", "High"],
    [
      ["Growth", "Wages", ""],
      [-4, "none", 0],
      [5, 2, 0],
    ],
  );
  expect(drawn).toMatchObject({
    kind: "tornado",
    title: "Title",
    caption: "In words",
    unit: "USD",
    base: 0,
    rows: [
      { label: "Growth", atLow: -4, atHigh: 5 },
      { label: "Wages", atLow: null, atHigh: 2 },
    ],
  });
});

test.each([
  ["three lines: a band between the outer two", ["P10", "P50", "P90"], ["P10", "P50", "P90"]],
  ["one line: a band without width", ["P50"], ["P50", "P50", "P50"]],
  ["none: nothing", [], ["", "", ""]],
])("lines over categories are drawn as a fan, %s", (_words, names, [low, middle, high]) => {
  const drawn = picture("Line", names, [
    [2027, 2028, 2029],
    [1, 2, 3],
    [2, 3, 4],
    [3, 4, 5],
  ]);
  expect(drawn).toMatchObject({ kind: "fan", low: { name: low }, middle: { name: middle }, high: { name: high } });
});

test("a line chart's years are its categories", () => {
  expect(
    picture(
      "Line",
      ["P50"],
      [
        [2027, 2028, 2029],
        [1, 2, 3],
      ],
    ),
  ).toMatchObject({ categories: ["2027", "2028", "2029"] });
});
