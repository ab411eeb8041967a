/** The recipes of the documentation, run in cells. */

import { expect } from "vitest";
import { readFileSync } from "node:fs";
import { expectCell, openBlankSheet, testsOf, typeInto } from "./pane";
import type { Workbench } from "./workbench";

const test = testsOf({ goesOn: true });

/** The recipes as they stand in the documentation: title and formula. */
const RECIPES = new Map(
  Array.from(
    readFileSync("docs/functions/recipes.md", "utf8").matchAll(/^## (.*)$[\s\S]*?^```\n(.*)\n^```$/gm),
    ([, title, formula]) => [title, formula] as const,
  ),
);

/** A recipe's title; what its cells hold; and what is true beside it once the recipe, which is typed into D1, is right. */
type Run = readonly [title: string, cells: readonly (readonly [address: string, text: string])[], truths: readonly string[]];

const RUNS: readonly Run[] = [
  ["Present value from the months", [], ['ABS(D1-TCO.METRIC(as.Base,"npv","vertical"))<0.01']],
  [
    "One figure for several values of a key",
    [
      ["B1", "0"],
      ["B2", "0.02"],
      ["B3", "0.1"],
    ],
    ["AND(D1<D2,D2<D3)", 'ABS(D3-TCO.METRIC(TCO.SCENARIO.WITH(as.Base,"demand.growth",0.1),"npv"))<0.01'],
  ],
  [
    "The first shard, or words where there is none",
    [],
    ['YEAR(D1)=YEAR(INDEX(TCO.PERIODS(as.Base,"year","start"),1,1))+TCO.CAPACITY.SHARDDATE(as.Base,"year")-1'],
  ],
  ["The same for a scenario with some keys changed", [], ['D1="beyond the plan"']],
  [
    "Nodes for growth and acquisitions",
    [
      ["B1", "=DATE(2027,1,1)"],
      ["B2", "800"],
      ["B3", "0.02"],
    ],
    // 816 beds and what the first year's acquisitions bring, at 120 per node of which three quarters may be used.
    ['D1=ROUNDUP((816+INDEX(TCO.GROWTH.ACQUIRED(Deals[#All],"volume",B1),1,1))/90,0)', "H1>D1"],
  ],
  [
    "Where a number comes from",
    [],
    [
      'ABS(F2-INDEX(TCO.COST(as.Base,"staff.salaries"),1,2))<0.01',
      'XLOOKUP("  staff.loaded",E2:E400,F2:F400)=TCO.SCENARIO.GET(as.Base,"staff.loaded")',
    ],
  ],
  ["The share of one cost in the total", [], ["AND(D1>0,D1<1)"]],
];

async function run(page: Workbench, formula: string, [, cells, truths]: Run): Promise<void> {
  await openBlankSheet(page);
  for (const [address, text] of cells) await typeInto(page, address, text);
  await typeInto(page, "D1", formula);
  for (const [index, truth] of truths.entries()) {
    const address = `A${String(index + 11)}`;
    await typeInto(page, address, `=IF(${truth},"right","wrong")`);
    await expectCell(page, address, "right");
  }
}

test("every recipe of the documentation is run", () => {
  expect(RUNS.map(([title]) => title)).toEqual([...RECIPES.keys()]);
});

for (const recipe of RUNS) {
  test(`the recipe "${recipe[0]}" gives what it says`, async ({ page }) => {
    await run(page, RECIPES.get(recipe[0]) ?? "", recipe);
  });
}
