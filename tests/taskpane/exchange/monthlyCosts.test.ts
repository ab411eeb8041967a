/** Costs as the pane asks the functions for them, to the file that comes of it. */
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { COMPONENTS } from "../../../src/engine/cost/components";
import { monthlyCosts } from "../../../src/taskpane/exchange/monthlyCosts";
import type { Answer, Question } from "../../../src/taskpane/functions/protocol";
import type { CellValue } from "../../../src/workbook/plan";
import { focusRows } from "../../../src/workbook/exchange/focus";
import { call } from "../../functions/host";

/** The worker of the pane, with the functions as a host calls them. */
class FunctionsWorker extends EventTarget {
  postMessage({ id, functionId, args }: Question) {
    const result = call(functionId, ...args);
    const rows = (Array.isArray(result) ? result : [[result]]) as Answer["rows"];
    this.dispatchEvent(new MessageEvent("message", { data: { id, rows } }));
  }
}

beforeAll(() => void vi.stubGlobal("Worker", FunctionsWorker));
afterAll(() => void vi.unstubAllGlobals());

/** Rows of the file for a scenario of one year, as records. */
async function chargesOf(stated: readonly (readonly [string, CellValue])[]) {
  const rows = [
    ["Key", "Base"],
    ["plan.years", 1],
    ["plan.start", "2027-01-01"],
    ["demand.volume", 10],
    ["data.tb", 1],
    ...stated,
  ] as const;
  const costs = await monthlyCosts({ scenario: "Base", architecture: "vertical" }, rows);
  const [header, ...charges] = focusRows(costs, COMPONENTS);
  return charges.map((charge) => Object.fromEntries(header.map((name, at) => [String(name), charge[at]])));
}

describe("a cost line of the user's own", () => {
  test.each<[string, CellValue | undefined, string, string]>([
    ["as capital where the user says capex", "capex", "Purchase", "capex"],
    ["as capital in any case", " Capex ", "Purchase", "capex"],
    ["as operating cost where the user says opex", "opex", "Usage", "opex"],
    ["as operating cost where the user says nothing", undefined, "Usage", "opex"],
  ])("is booked %s", async (_words, spend, category, booked) => {
    const charges = await chargesOf([
      ["custom.Robots.formula", "100"],
      ...(spend === undefined ? [] : [["custom.Robots.spend", spend] as const]),
    ]);
    const own = charges.filter((charge) => charge.x_CostLine === "custom.Robots");
    expect(own).toHaveLength(12);
    expect(new Set(own.map((charge) => `${String(charge.ChargeCategory)} ${String(charge.x_Spend)}`))).toEqual(
      new Set([`${category} ${booked}`]),
    );
  });
});

describe("the lines that count", () => {
  const linesOf = (charges: Awaited<ReturnType<typeof chargesOf>>) => new Set(charges.map(({ x_CostLine: line }) => line));

  test("are there though what they cost and what they bring in come to nothing over the plan", async () => {
    const charges = await chargesOf([["custom.Deposit.formula", "month <= 6 ? 100 : -100"]]);
    const own = charges.filter((charge) => charge.x_CostLine === "custom.Deposit");
    expect(own.map(({ BilledCost: billed }) => billed)).toEqual([...new Array<number>(6).fill(100), ...new Array<number>(6).fill(-100)]);
    expect(new Set(own.map(({ ChargeCategory: category }) => category))).toEqual(new Set(["Usage", "Credit"]));
  });

  test.each<[string, CellValue | undefined, boolean]>([
    ["downtime where the scenario counts it", true, true],
    ["downtime where the scenario says so in text", "TRUE", true],
    ["no downtime where the scenario leaves it out", false, false],
    ["downtime where the scenario says nothing", undefined, true],
  ])("are those of the total: %s", async (_words, counted, isThere) => {
    const stated: (readonly [string, CellValue])[] = [["downtime.cost_per_hour", 1000]];
    if (counted !== undefined) stated.push(["downtime.in_total", counted]);
    const charges = await chargesOf(stated);
    expect(linesOf(charges).has("downtime.unplanned")).toBe(isThere);
    const total = call(
      "COST",
      [["plan.years", 1], ["plan.start", "2027-01-01"], ["demand.volume", 10], ["data.tb", 1], ...stated],
      "total",
    ) as number[][];
    expect(charges.reduce((sum, charge) => sum + Number(charge.BilledCost), 0)).toBeCloseTo(total[0][0], 4);
  });
});

test("a currency that is no code is refused before a file is made", async () => {
  await expect(chargesOf([["plan.currency", "€"]])).rejects.toThrow(/^Currency is "€"\. .*enter the three-letter code EUR/);
});
