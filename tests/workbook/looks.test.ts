import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinedLooks } from "../../src/workbook/looks";
import type { Look } from "../../src/workbook/plan";

const look = (row: number, column: number, style: Partial<Look> = { bold: true }, rows = 1, columns = 1): Look => ({
  row,
  column,
  rows,
  columns,
  ...style,
});

const COLUMNS = [0, 1, 2];
const percent = { numberFormat: "0.0%", align: "Right" } as const;
const money = { numberFormat: "#,##0", align: "Right" } as const;

/** What each cell looks like in the end. */
function picture(looks: readonly Look[]): Readonly<Record<string, object>> {
  const cells: Record<string, object> = {};
  for (const { row, column, rows, columns, ...style } of looks)
    for (let i = row; i < row + rows; i += 1)
      for (let j = column; j < column + columns; j += 1)
        cells[`${String(i)},${String(j)}`] = { ...cells[`${String(i)},${String(j)}`], ...style };
  return cells;
}

describe("looks are joined", () => {
  it.each<[string, readonly Look[], readonly Look[]]>([
    ["down a column", [look(0, 0), look(1, 0), look(2, 0)], [look(0, 0, { bold: true }, 3)]],
    ["along a row", [look(0, 0), look(0, 1)], [look(0, 0, { bold: true }, 1, 2)]],
    [
      "over columns that were planned one after the other",
      COLUMNS.flatMap((column) => [look(0, column, percent), look(1, column, percent), look(2, column, money)]),
      [look(0, 0, percent, 2, 3), look(2, 0, money, 1, 3)],
    ],
    ["not over a gap", [look(0, 0), look(2, 0)], [look(0, 0), look(2, 0)]],
    ["not with another look", [look(0, 0), look(1, 0, percent)], [look(0, 0), look(1, 0, percent)]],
    [
      "not where a look between them is of the same cells",
      [look(0, 0), look(1, 0, { bold: false }), look(1, 0)],
      [look(0, 0), look(1, 0, { bold: false }), look(1, 0)],
    ],
  ])("%s", (_words, looks, expected) => {
    expect(joinedLooks(looks)).toEqual(expected);
  });

  it("to the same picture, whatever lies over what", () => {
    const style = fc.constantFrom<Partial<Look>>({ bold: true }, { bold: false }, percent, money, { bold: true, ...money });
    const place = fc.tuple(fc.nat(4), fc.nat(4), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }));
    const any = fc.tuple(place, style).map(([[row, column, rows, columns], each]) => look(row, column, each, rows, columns));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (looks) => {
        const joined = joinedLooks(looks);
        expect(picture(joined)).toEqual(picture(looks));
        expect(joined.length).toBeLessThanOrEqual(looks.length);
      }),
    );
  });
});
