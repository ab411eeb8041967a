/** Formulas of an earlier version of the add-in, and formulas that a person has changed: what Repair says of them and does. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { INITIAL_REPAIR, chosenDamage, updateRepair } from "../../../src/taskpane/repair/state";
import { addTables } from "../../../src/workbook/addTables";
import { writeAnalysis } from "../../../src/workbook/analysis/analysisSheets";
import { addScenarios } from "../../../src/workbook/edit/scenarios";
import { readDamage, repairDamage } from "../../../src/workbook/repair/repairModel";
import { FIRST_MONTH_ROW, MONTH } from "../../../src/workbook/sheets/chartPlaces";
import type { MemoryGrid } from "../workbench/memoryGrid";
import { hostOf } from "../workbench/excel";
import { SIMULATION, TORNADO } from "./results";
import { writtenSample } from "./writtenSample";

let grid: MemoryGrid;

const { run, cell, everything } = hostOf(() => grid);

const formulaAt = (sheet: string, row: number, column: number) => grid.cells.read(cell(sheet, row, column))[0]?.[0]?.formula ?? "";
const type = (sheet: string, row: number, column: number, formula: string) => grid.edit(cell(sheet, row, column), formula);
const insert = (sheet: string, address: string, shift: "Down" | "Right") =>
  run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address);
    (shift === "Down" ? range.getEntireRow() : range.getEntireColumn()).insert(shift);
    await context.sync();
  });

/** What every amount of Compare looked up by itself, and what it shows now. */
const LOOKUP = '=XLOOKUP("plan.currency",Inputs[[#All],[Key]],Inputs[[#All],[Base]])';
const CURRENCY = "=Compare!$B$6";
const TODAY = new Date(2026, 10, 26, 14, 5, 33);

beforeEach(async () => {
  grid = await writtenSample();
});

afterEach(() => vi.unstubAllGlobals());

describe("formulas of an earlier version", () => {
  it("are listed with what they become, ticked, and written again", async () => {
    type("Compare", 15, 1, LOOKUP);
    type("Compare", 16, 1, LOOKUP);
    const [damage, ...others] = await run(readDamage);
    expect(others).toEqual([]);
    expect(damage).toMatchObject({
      id: "earlier:Compare",
      words: "An earlier version of the add-in has written 2 formulas of Compare differently.",
      address: "Compare!B16",
      preview: [`B16 and B17: ${LOOKUP} becomes ${CURRENCY}`],
    });
    const ticked = updateRepair(INITIAL_REPAIR, { type: "repair/read", damage: damage ? [damage] : [] });
    expect(chosenDamage(ticked).map(({ id }) => id)).toEqual(["earlier:Compare"]);
    await run((context) => repairDamage(context, ["earlier:Compare"]));
    expect([formulaAt("Compare", 15, 1), formulaAt("Compare", 16, 1)]).toEqual([CURRENCY, CURRENCY]);
    expect(await run(readDamage)).toEqual([]);
  });

  const counted = (now: string) => now.replace(/ISNA\(XMATCH\((pick\.\w+),([^)]*)\)\)/g, "COUNTIF($2,$1)=0");
  const lookedUp = (now: string) => counted(now).replaceAll("Compare!$B$6", LOOKUP.slice(1));
  const quoted = (now: string) => now.replaceAll('“"&', '"""&').replaceAll('&"”', '&"""');
  it.each<[string, string, number, number, (formula: string) => string]>([
    ["the sentence that counts the names of scenarios", "Compare", 10, 0, counted],
    ["a sentence with an amount", "Compare", 10, 0, lookedUp],
    [
      "a running sum",
      "Charts",
      FIRST_MONTH_ROW,
      MONTH.cumulative,
      (now) => now.replace(/MMULT\(IF\((.*)>=TRANSPOSE\(\1\),1,0\)/, 'SUMIF($1,"<="&$1'),
    ],
    ["the caption of the bridge", "Charts", 24, 0, (now) => lookedUp(now).replaceAll(",3,3)-INDEX(", ",3,3)+INDEX(")],
    [
      "the first shard",
      "Compare",
      26,
      3,
      () => '=IF(ISNA(D16),"no feasible plan",IFNA(TCO.CAPACITY.SHARDDATE(as.Base,"date"),"beyond the plan"))',
    ],
    [
      "when to decide on it",
      "Compare",
      27,
      3,
      () => '=IF(ISNA(D16),"no feasible plan",IFNA(TCO.CAPACITY.SHARDDATE(as.Base,"decision"),"beyond the plan"))',
    ],
    [
      "what forces it",
      "Compare",
      28,
      3,
      () => '=IF(ISNA(D16),"no feasible plan",IFNA(TCO.CAPACITY.SHARDDATE(as.Base,"dimension"),"none"))',
    ],
    [
      "the meaning of a difference",
      "Compare",
      5,
      6,
      (now) => now.replace("▼ costs less", "favourable: costs less").replace("▲ costs more", "adverse: costs more"),
    ],
    ["the total of up to 15 years of costs", "Compare", 34, 3, (now) => now.replace(/AH/, "S")],
    ["the months of plans of up to 15 years", "Charts", 70, 3, (now) => now.replace("439", "259")],
    ["a sentence of the version before four changes", "Compare", 10, 0, (now) => quoted(lookedUp(now))],
  ])("are known by their form: %s", async (_words, sheet, row, column, before) => {
    const now = formulaAt(sheet, row, column);
    type(sheet, row, column, before(now));
    expect(formulaAt(sheet, row, column)).not.toBe(now);
    expect((await run(readDamage)).map(({ id }) => id)).toEqual([`earlier:${sheet}`]);
    await run((context) => repairDamage(context, [`earlier:${sheet}`]));
    expect(formulaAt(sheet, row, column)).toBe(now);
  });
});

it.each<[string, string, number, string, string]>([
  ["before all figures", "B1", 1, "D", "E"],
  ["between the costs and their sums", "F1", 1, "C", "D"],
  ["behind them", "J1", 0, "C", "D"],
])("a running sum of an earlier version is written again where a column was inserted %s", async (_where, address, moved, cost, months) => {
  await insert("Charts", address, "Right");
  const at = MONTH.cumulative + moved;
  const now = formulaAt("Charts", FIRST_MONTH_ROW, at);
  type("Charts", FIRST_MONTH_ROW, at, now.replace(/MMULT\(IF\((.*)>=TRANSPOSE\(\1\),1,0\)/, 'SUMIF($1,"<="&$1'));
  expect((await run(readDamage)).map(({ id }) => id)).toEqual(["earlier:Charts"]);
  await run((context) => repairDamage(context, ["earlier:Charts"]));
  const rows = `$${cost}$80:INDEX($${cost}$80:$${cost}$439,$${months}$71)`;
  expect(formulaAt("Charts", FIRST_MONTH_ROW, at)).toMatch(
    new RegExp(`^=IF\\(COUNT\\(${rows.replace(/[$()]/g, "\\$&")}\\)=0,NA\\(\\),MMULT\\(`),
  );
});

describe("a formula that a person has changed", () => {
  const OWN = '=TCO.METRIC(as.Base,"tco","vertical")*1.1';

  it("is named with what the add-in writes, and stays unless it is ticked", async () => {
    const now = formulaAt("Compare", 15, 3);
    type("Compare", 15, 3, OWN);
    type("Compare", 16, 1, LOOKUP);
    const damage = await run(readDamage);
    expect(damage.map(({ id, isOptional = false }) => [id, isOptional])).toEqual([
      ["earlier:Compare", false],
      ["changed:Compare", true],
    ]);
    expect(damage[1]).toMatchObject({
      words:
        "1 formula of Compare is of another form than the add-in writes: you have changed it, or a version that is not known here has written it.",
      preview: [`D16: ${OWN} becomes ${now}`],
    });
    const state = updateRepair(INITIAL_REPAIR, { type: "repair/read", damage });
    const chosen = chosenDamage(state).map(({ id }) => id);
    expect(chosen).toEqual(["earlier:Compare"]);
    await run((context) => repairDamage(context, chosen));
    expect([formulaAt("Compare", 15, 3), formulaAt("Compare", 16, 1)]).toEqual([OWN, CURRENCY]);
    const ticked = updateRepair(state, { type: "repair/chosen", id: "changed:Compare", isChosen: true });
    const again = updateRepair(ticked, { type: "repair/read", damage: await run(readDamage) });
    expect(chosenDamage(again).map(({ id }) => id)).toEqual(["changed:Compare"]);
    await run((context) => repairDamage(context, ["changed:Compare"]));
    expect(formulaAt("Compare", 15, 3)).toBe(now);
  });

  it("is named in a block too", async () => {
    const now = formulaAt("Scenarios", 5, 6);
    const own = `${now.replace("=TCO.SCENARIO(", "=TCO.SCENARIO.WITH(TCO.SCENARIO(")},"demand.growth",0.1)`;
    type("Scenarios", 5, 6, own);
    expect(await run(readDamage)).toMatchObject([{ id: "changed:Scenarios", isOptional: true, preview: [`G6: ${own} becomes ${now}`] }]);
  });
});

describe("nothing is named", () => {
  it.each<[string, () => unknown]>([
    ["in a model that was just written", () => undefined],
    ["where somebody has written formulas of their own beside the add-in's", () => type("Compare", 15, 8, "=D16*1.1")],
    ["where rows were inserted on Compare", () => insert("Compare", "A10", "Down")],
    ["where rows were inserted below the labels of Compare", () => insert("Compare", "A60", "Down")],
    ["where a column was inserted before the pickers of Compare", () => insert("Compare", "D1", "Right")],
    ["where a column was inserted behind the pickers of Compare", () => insert("Compare", "F1", "Right")],
    ["where a column was inserted before the figures of Charts", () => insert("Charts", "C1", "Right")],
    ["where a column was inserted among the figures of Charts", () => insert("Charts", "F1", "Right")],
    ["where rows were inserted on Charts", () => insert("Charts", "A30", "Down")],
    ["where columns were inserted on Scenarios", () => insert("Scenarios", "A1", "Right")],
    [
      "where a scenario and tables were added",
      () => run((context) => addScenarios(context, ["Lean"]).then(() => addTables(context, ["Roles"]))),
    ],
    [
      "where analyses stand",
      () => run((context) => writeAnalysis(context, TORNADO, TODAY).then(() => writeAnalysis(context, SIMULATION, TODAY))),
    ],
    ["where a plan has other years than the charts show", () => grid.edit(yearsCell(), 7)],
  ])("%s", async (_words, prepare) => {
    await prepare();
    const before = everything();
    expect((await run(readDamage)).filter(({ id }) => /^(earlier|changed):/.test(id))).toEqual([]);
    expect(everything()).toBe(before);
  });

  function yearsCell() {
    const keys = grid.cells.read({ ...cell("Assumptions", 0, 1), rowCount: 200 });
    return cell(
      "Assumptions",
      keys.findIndex(([each]) => each?.value === "plan.years"),
      10,
    );
  }
});
