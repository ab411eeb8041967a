import { describe, expect, test } from "vitest";
import { scenarioFormula, scenarioRange } from "../../src/workbook/formulas";
import { damageOf } from "../../src/workbook/repair/modelDamage";
import type { CellValue } from "../../src/workbook/plan";
import type { InputTable, ModelParts } from "../../src/workbook/standing";
import {
  blockColumn,
  compareValues,
  deals,
  GROWTH_BROKEN,
  inputTable,
  renamed,
  replaced,
  scenarioColumn,
  wholeModel,
  without,
  withInput,
} from "./parts";

function dealsWith(change: (header: readonly CellValue[]) => readonly CellValue[]): ModelParts["tableValues"] {
  const [header = [], ...rows] = deals(["Northwind", 46477]).get("Deals")?.values ?? [];
  return new Map([["Deals", { sheet: "Acquisitions", row: 4, column: 0, values: [change(header), ...rows] }]]);
}

/** Rows below the header of the inputs, which stands in row 5. */
const ROWS = String(inputTable().values.length - 1);

/** The inputs with a second row of a key at the end, in which Base and Growth say this. */
function duplicate(base: CellValue, growth: CellValue): InputTable {
  const row = ["Demand", "demand.growth", "", "", "", "", "", "", "", "", base, growth];
  return { ...inputTable(), values: [...inputTable().values, row] };
}

const DUPLICATE = duplicate(0.1, "");
const DUPLICATE_OF_GROWTH = duplicate("", 0.1);

const { blockFormulas, blockTitles, names, sheets } = wholeModel();

test("a model in which everything stands has no damage", () => {
  expect(damageOf(wholeModel())).toEqual([]);
});

/** The inputs with the key of organic growth spelled otherwise. */
function spelledGrowth(spelling: string): InputTable {
  const values = inputTable().values.map((row) => row.map((cell) => (cell === "demand.growth" ? spelling : cell)));
  return { ...inputTable(), values };
}

test.each([["Demand.Growth"], ["DEMAND.GROWTH"], ["demand.\u200bgrowth"], ["\u00a0demand.growth\u202f"], ["\ufeffdemand.growth"]])(
  "a key spelled %j is the key, and no second row of it is missed",
  (spelling) => {
    expect(damageOf({ ...wholeModel(), inputs: spelledGrowth(spelling) })).toEqual([]);
    const twice = { ...DUPLICATE, values: [...spelledGrowth(spelling).values, DUPLICATE.values.at(-1) ?? []] };
    expect(damageOf({ ...wholeModel(), inputs: twice }).map(({ id }) => id)).toEqual(["duplicate:demand.growth"]);
  },
);

describe("damage is recognised and explained, and its repair says what it would do", () => {
  test.each<[string, Partial<ModelParts>, string, string, string]>([
    [
      "the key column was renamed",
      { inputs: renamed("Key", "Schlüssel") },
      "header:Inputs:Key",
      'The column Key of the table Inputs is now called "Schlüssel": the formulas follow it, but nothing new can be added.',
      'Names the column "Schlüssel" Key again.',
    ],
    [
      "Base was renamed, and the formulas followed",
      { inputs: renamed("Base", "Plan"), blockFormulas: replaced(blockFormulas, blockColumn(0), scenarioFormula("Plan")) },
      "header:Inputs:Base",
      'The column Base of the table Inputs is now called "Plan": the formulas follow it, but nothing new can be added.',
      'Names the column "Plan" Base again.',
    ],
    [
      "the key column was deleted",
      { inputs: without("Key") },
      "column:Inputs:Key",
      "The column Key of the table Inputs is gone: no scenario can be calculated.",
      `Inserts the column Key and finds ${ROWS} of ${ROWS} keys by their labels; the other rows stay without a key.`,
    ],
    [
      "Base was deleted",
      { inputs: without("Base"), blockFormulas: replaced(blockFormulas, blockColumn(0), "=TCO.SCENARIO(Inputs[[#All],[Key]],#REF!)") },
      "column:Inputs:Base",
      "The column Base of the table Inputs is gone, and with it the values that the other scenarios inherit.",
      "Inserts the column Base without values: every assumption then counts at its default.",
    ],
    [
      "rows were deleted",
      { inputs: { ...inputTable(), values: inputTable().values.filter(([, key]) => key !== "demand.growth" && key !== "data.tb") } },
      "rows:Inputs:demand.growth,data.tb",
      "The table Inputs has no row for demand.growth, data.tb: they count at their defaults.",
      "Adds 2 rows below the table with their defaults.",
    ],
    [
      "a header that no name can be was pasted",
      {
        inputs: renamed("Growth", "Gro\nwth"),
        compare: compareValues(["Base", "Gro\nwth"], ["Base", "Gro\nwth"]),
        blockFormulas: replaced(blockFormulas, blockColumn(1), scenarioFormula("Gro\nwth")),
      },
      "name:Inputs:Gro\nwth",
      'The scenario "Gro\nwth" needs another name. The name contains a line break. Use signs that can be seen.',
      'Renames it to "Gro wth".',
    ],
    [
      "a key stands twice",
      { inputs: DUPLICATE },
      "duplicate:demand.growth",
      `The key demand.growth appears in rows 15 and ${Number(ROWS) + 6} of Assumptions: only row ${Number(ROWS) + 6} counts.`,
      "Empties the key in row 15; its values stay, and are not read, as now.",
    ],
    [
      "a key stands twice, and below without values: the row that states something counts",
      { inputs: duplicate("", "") },
      "duplicate:demand.growth",
      `The key demand.growth appears in rows 15 and ${Number(ROWS) + 6} of Assumptions: only row 15 counts.`,
      `Empties the key in row ${Number(ROWS) + 6}; its values stay, and are not read, as now.`,
    ],
    [
      "text was pasted over a number",
      { inputs: withInput(inputTable(), "demand.growth", "Growth", "3,8 %") },
      "text:demand.growth:Growth",
      'demand.growth is the text "3,8 %" and not a number.',
      'Writes 0.038 instead of "3,8 %".',
    ],
    [
      "a value shows #REF!",
      { inputs: withInput(inputTable(), "demand.volume", "Base", "#REF!") },
      "error:demand.volume:Base",
      "demand.volume shows #REF!: the scenarios that read it cannot be calculated.",
      "Empties the cell: the scenario then takes what it inherits.",
    ],
    [
      "a column of the deals was renamed",
      { tableValues: dealsWith((header) => header.map((cell) => (cell === "Close" ? "Closing date" : cell))) },
      "header:Deals:Close",
      `The column Close of the table Deals is now called "Closing date", so its values aren't read.`,
      'Names the column "Closing date" Close again.',
    ],
    [
      "a column without which no deal can be read was deleted",
      { tableValues: dealsWith((header) => header.filter((cell) => cell !== "Close")) },
      "header:Deals:Close",
      "The column Close of the table Deals is gone: no scenario can be calculated.",
      "Adds the column Close at the right end of the table, without values.",
    ],
    [
      "a deal stands twice",
      { tableValues: deals(["Northwind", 46477], ["Northwind", 46500]) },
      "duplicate:Deals:Northwind:1",
      "Northwind stands twice in the table Deals: the values of the lower row count.",
      'Names the lower row "Northwind (2)", so that both count.',
    ],
    [
      "a cell of a deal shows an error",
      { tableValues: deals(["Northwind", "#NAME?"]) },
      "error:Acquisitions!B6",
      "Closing date in Acquisitions!B6 shows #NAME?: the scenarios that read it cannot be calculated.",
      "Empties the cell: its default then counts.",
    ],
    [
      "the formula of a scenario was overwritten",
      { blockFormulas: replaced(blockFormulas, blockColumn(1), "my text") },
      "block:as.Growth",
      "The formula of the scenario Growth on Scenarios was overwritten, or reads a column or table that is gone.",
      "Writes the formula of Growth again, with the tables that there are.",
    ],
    [
      "the formula of a picker's block was overwritten",
      { blockFormulas: replaced(blockFormulas, 2, "") },
      "block:as.To",
      "The formula of as.To on Scenarios was overwritten: Compare and Charts cannot follow the picker.",
      "Writes the formula of as.To again.",
    ],
    [
      "the column of a scenario was deleted",
      {
        inputs: without("Growth"),
        blockFormulas: replaced(blockFormulas, blockColumn(1), GROWTH_BROKEN),
        compare: compareValues(["Base", "Growth"], ["Base", "Base"]),
      },
      "orphan:as.Growth",
      "The scenario Growth has no column in the inputs any more: its figures show errors.",
      "Takes away what is left of Growth: its block on Scenarios, its check, its column on Compare and the name as.Growth.",
    ],
    [
      "the column of a scenario was deleted, and Excel has lost its name above the block too",
      {
        inputs: without("Growth"),
        blockFormulas: replaced(blockFormulas, blockColumn(1), GROWTH_BROKEN),
        blockTitles: replaced(blockTitles, blockColumn(1), "=#REF!"),
        compare: compareValues(["Base", "#REF!"], ["Base", "Base"]),
      },
      "orphan:as.Growth",
      "The scenario as.Growth has no column in the inputs any more: its figures show errors.",
      "Takes away what is left of as.Growth: its block on Scenarios, its check, its column on Compare and the name as.Growth.",
    ],
    [
      "a picker names a scenario that was renamed",
      { compare: compareValues(["Base", "Growth"], ["Base", "Faster"]) },
      "picker:to",
      'Compare asks for the scenario "Faster", which there is not.',
      "Chooses Growth instead.",
    ],
    [
      "a name was deleted",
      { names: names.filter(({ name }) => name !== "as.Growth") },
      "name:as.Growth",
      "The name as.Growth is not defined any more: formulas that use it show #NAME?.",
      `Defines as.Growth as ${scenarioRange(blockColumn(1)).slice(1)}.`,
    ],
    [
      "the name of a picker was deleted",
      { names: names.filter(({ name }) => name !== "pick.To") },
      "name:pick.To",
      "The name pick.To is not defined any more: formulas that use it show #NAME?.",
      "Defines pick.To as Compare!$E$5.",
    ],
    [
      "the functions are not loaded",
      { checks: { row: 7, column: 0, values: [["#NAME?"]] } },
      "functions",
      "Excel shows #NAME? for the functions of the add-in: it does not have them here, or has not loaded them yet.",
      "Calculates the whole workbook again, now that the pane is open.",
    ],
    [
      "the label of a figure was overwritten",
      {
        compare: {
          ...compareValues(["Base", "Growth"]),
          values: compareValues(["Base", "Growth"]).values.map((row) => (row[0] === "Status" ? ["State", ...row.slice(1)] : row)),
        },
      },
      "figure:Status",
      'Compare has no row "Status".',
      'Writes the label "Status" again.',
    ],
    [
      "the heading of the figures was overwritten",
      {
        compare: {
          ...compareValues(["Base", "Growth"]),
          values: compareValues(["Base", "Growth"]).values.map((row) => (row[0] === "Key figures" ? ["Figures", ...row.slice(1)] : row)),
        },
      },
      "figures",
      'Compare has no cell "Key figures": its figures cannot be found.',
      'Writes "Key figures" above "Status" again.',
    ],
  ])("%s", (_words, change, id, words, preview) => {
    const damage = damageOf(wholeModel(change));
    expect(damage.map((each) => each.id)).toEqual([id]);
    expect([damage[0]?.words, damage[0]?.preview]).toEqual([words, [preview]]);
    expect(damage[0]?.steps.length).toBeGreaterThan(0);
  });

  test.each<[string, Partial<ModelParts>, string]>([
    ["a sheet that can be written again", { sheets: sheets.filter((name) => name !== "Charts") }, "sheet:Charts"],
    ["the table of deals with its sheet", { tables: ["Inputs"], sheets: sheets.filter((name) => name !== "Acquisitions") }, "table:Deals"],
  ])("%s was deleted: the preview says what is written", (_words, change, id) => {
    const damage = damageOf(wholeModel({ ...change, tableValues: new Map() }));
    expect(damage.map((each) => each.id)).toEqual([id]);
    expect(damage[0]?.preview[0]).toMatch(/formulas/);
  });
});

describe("a table that was made a plain range", () => {
  const cells = inputTable();

  test("is made a table again where its headers are found", () => {
    const loose = new Map([["Inputs", { ...cells, row: 3, values: [[""], ...cells.values, ["", "", ""], ["my notes"]] }]] as const);
    const [damage] = damageOf(wholeModel({ inputs: undefined, tables: ["Deals"], looseCells: loose }));
    expect(damage?.preview).toEqual(["Makes the cells from Assumptions!A5 on the table Inputs again: their contents stay as they are."]);
    expect(damage?.steps).toEqual([
      {
        kind: "table",
        sheet: "Assumptions",
        name: "Inputs",
        area: { row: 4, column: 0, rows: cells.values.length, columns: scenarioColumn(2) },
      },
    ]);
  });

  test("is left to its owner where they are not", () => {
    const loose = new Map([["Inputs", { ...cells, values: [["something else"]] }]] as const);
    const [damage] = damageOf(wholeModel({ inputs: undefined, tables: ["Deals"], looseCells: loose }));
    expect([damage?.steps, damage?.advice]).toEqual([[], expect.stringContaining("rename the sheet Assumptions")]);
  });
});

describe("what only a person can decide is explained without a repair", () => {
  test.each<[string, Partial<ModelParts>, string, string]>([
    [
      "text that may mean two numbers",
      { inputs: withInput(inputTable(), "demand.volume", "Base", "1,200") },
      'demand.volume is the text "1,200" and not a number.',
      "Type it again: it may mean 1200 or 1.2.",
    ],
    [
      "a key of which scenarios read different rows",
      { inputs: DUPLICATE_OF_GROWTH },
      `The key demand.growth appears in rows 15 and ${Number(ROWS) + 6} of Assumptions: some scenarios read one of them, some another.`,
      "Put all values into one of the rows, then delete the other.",
    ],
    [
      "a deal without a name",
      { tableValues: deals(["", 46477, 100]) },
      "A row of the table Deals has values but no Deal: no scenario can be calculated.",
      "Give the row a name, or clear it.",
    ],
    [
      "a layout of a later add-in",
      { names: names.map((name) => (name.name === "tco.Layout" ? { ...name, formula: "=9" } : name)) },
      "A later version of the add-in has written this model (layout 9, this one knows 3).",
      "It is read as far as it is understood, and nothing is added to it. Update the add-in.",
    ],
  ])("%s", (_words, change, words, advice) => {
    const [damage, ...others] = damageOf(wholeModel(change));
    expect([others, damage?.words, damage?.advice, damage?.steps]).toEqual([[], words, advice, []]);
  });

  test("words where words belong are no damage", () => {
    expect(damageOf(wholeModel({ inputs: withInput(inputTable(), "demand.volume_name", "Growth", "beds") }))).toEqual([]);
  });
});

describe("damage of one part does not hide that of another", () => {
  test("two repairs are offered side by side", () => {
    const inputs = withInput(DUPLICATE, "data.tb", "Base", "26,5");
    expect(damageOf(wholeModel({ inputs, tableValues: deals(["", 1]) })).map(({ id }) => id)).toEqual([
      "duplicate:demand.growth",
      "text:data.tb:Base",
      "row:Deals:0",
    ]);
  });
});

describe("a model of layout 1", () => {
  const earlier = wholeModel({
    sheets: ["Assumptions", "Acquisitions", "Scenarios", "Checks", "Compare"],
    names: [
      { name: "as.Base", formula: scenarioRange(0) },
      { name: "as.Growth", formula: scenarioRange(2) },
    ],
    blockFormulas: blockFormulas.slice(4),
    blockTitles: blockTitles.slice(4),
  });

  test("is brought up to date: its blocks make room, its comparison is kept, what it lacks is added", () => {
    const layout = damageOf(earlier).find(({ id }) => id === "layout");
    expect(layout?.steps.map((step) => step.kind)).toEqual(["insertColumns", "renameSheet", "plans"]);
    expect(layout?.preview.map((line) => line.split(":")[0])).toEqual([
      "Moves the blocks of Scenarios 4 columns to the right; every formula follows.",
      'Names the sheet Compare "Compare (layout 1)"',
      "Summary",
      "Compare",
      "Charts",
      "Log",
      "Chart data",
    ]);
    const plans = layout?.steps.flatMap((step) => (step.kind === "plans" ? step.plans : [])) ?? [];
    const compare = plans.find(({ sheet }) => sheet === "Compare");
    // The block of Base is in columns E and F once it has made room.
    expect(compare?.blocks.flatMap(({ cells }) => cells.flat())).toContain("=Scenarios!$E$5");
    expect(plans[0]?.names.map(({ name }) => name)).toEqual(["as.From", "as.To", "tco.Layout"]);
  });
});

describe("a model of layout 2", () => {
  const earlier = wholeModel({
    names: names.map((name) => (name.name === "tco.Layout" ? { ...name, formula: "=2" } : name)),
    sheets: sheets.filter((name) => name !== "Chart data"),
  });

  test("is brought up to date: its Summary is kept beside the one with the answer", () => {
    const layout = damageOf(earlier).find(({ id }) => id === "layout");
    expect(layout?.steps.map((step) => step.kind)).toEqual(["renameSheet", "plans"]);
    expect(layout?.preview.map((line) => line.split(":")[0])).toEqual([
      'Names the sheet Summary "Summary (layout 2)"',
      "Summary",
      "Chart data",
    ]);
    const plans = layout?.steps.flatMap((step) => (step.kind === "plans" ? step.plans : [])) ?? [];
    expect(plans.flatMap(({ names }) => names.map(({ name }) => name))).toEqual(["tco.Today", "tco.Layout", "tco.TheAnswer"]);
  });

  test("has nothing to rename where its Summary was deleted", () => {
    const without = { ...earlier, sheets: earlier.sheets.filter((name) => name !== "Summary") };
    expect(
      damageOf(without)
        .find(({ id }) => id === "layout")
        ?.steps.map((step) => step.kind),
    ).toEqual(["plans"]);
  });
});
