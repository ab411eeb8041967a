import { describe, expect, test } from "vitest";
import { matchedSeries } from "../../src/workbook/host/applyChart";
import { grownCaption } from "../../src/workbook/sheets/chartCaption";
import { chartsSheet } from "../../src/workbook/sheets/chartsSheet";

/** The captions of the sheet for so many years: cost per year, and demand against capacity. */
function captions(years: number): readonly string[] {
  const cells = chartsSheet(years, "USD").blocks.flatMap((block) => block.cells.flat().map(String));
  return cells.filter((cell) => cell.includes('"The charts show ') || cell.includes('" % of capacity needed'));
}

describe("a caption that speaks of years", () => {
  test.each([
    [5, 7],
    [5, 3],
    [1, 15],
    [15, 1],
    [3, 4],
  ])("of %d years is, for a plan of %d, what a new sheet would have", (shown, years) => {
    expect(captions(shown)).toHaveLength(2);
    expect(captions(shown).map((caption) => grownCaption(caption, years))).toEqual(captions(years));
  });

  test.each<[string, string, string | undefined]>([
    [
      "keeps the addresses that Excel has moved, and what a person has changed",
      '=IF($D$75<>60,"The charts show 5 years, the plan of "&pick.To&" has "&$D$75/12&": refresh the model.","Mine: "&MAX($F51:$J51)&SUM(D50:D58))',
      '=IF($D$75<>84,"The charts show 7 years, the plan of "&pick.To&" has "&$D$75/12&": refresh the model.","Mine: "&MAX($F51:$L51)&SUM(D50:D58))',
    ],
    ["that speaks of these years stays", captions(7)[0] ?? "", undefined],
    ["is no other formula", "=SUM(E46:I46)", undefined],
    ["is no text of a person", "The charts show 5 years", undefined],
  ])("%s", (_words, formula, caption) => {
    expect(grownCaption(formula, 7)).toBe(caption);
  });
});

describe("series of a chart are known by their names", () => {
  const PLANNED = ["vertical", "horizontal", "hybrid", "Break-even"];
  test.each<[string, readonly string[], readonly (number | undefined)[]]>([
    ["as they were drawn", PLANNED, [0, 1, 2, 3]],
    ["in another order", ["hybrid", "vertical", "Break-even", "horizontal"], [1, 3, 0, 2]],
    ["where one was deleted, which stays away", ["vertical", "hybrid", "Break-even"], [0, undefined, 1, 2]],
    ["where one was renamed, which is the one left", ["vertical", "Distributed", "hybrid", "Break-even"], [0, 1, 2, 3]],
    ["where two were renamed, in their order", ["Central", "horizontal", "Mixed", "Break-even"], [0, 1, 2, 3]],
    ["where one was renamed and one deleted: nobody knows which", ["Central", "hybrid", "Break-even"], [undefined, undefined, 1, 2]],
    ["beside one of a person", [...PLANNED, "mine"], [0, 1, 2, 3]],
    ["where all were deleted", [], [undefined, undefined, undefined, undefined]],
  ])("%s", (_words, standing, places) => {
    expect(matchedSeries(PLANNED, standing)).toEqual(places);
  });
});
