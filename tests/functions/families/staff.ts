import { describe, expect, test } from "vitest";
import { answersOf, refusalsOf } from "../cases";
import { call } from "../host";
import { sampleScenario } from "../sampleScenario";

answersOf("STAFF.FTE", [
  ["adds what is fixed and what is driven", [25, 40, 0, 1], 1.625],
  ["is at least the minimum", [25, 40, 3], 3],
  ["loses what automation takes", [80, 40, 0, 0, 0.5], 1],
  ["rounds up to halves", [81, 40, 0, 0, 0, "half"], 2.5],
  ["rounds up to whole people", [81, 40, 0, 0, 0, "up"], 3],
  ["does not round up what is whole", [80, 40, 0, 0, 0, "up"], 2],
]);

answersOf("STAFF.COVERAGE", [
  ["of a seat round the clock is 4.7 people", [1], 8760 / 1850],
  ["of office hours is less", [2, 2000, 1600], 2.5],
]);

refusalsOf("STAFF.FTE", [["work without end", [25, 0], "#VALUE!", "units_per_fte is 0. Enter a number above 0."]]);

answersOf("STAFF.COST", [
  ["raises wages from year to year", [2, 100000, 1.4, 0.1, 2], [[280000, 308000]]],
  ["takes 1.42 when no loaded cost is stated", [1, 100, null, null, 1], [[142]]],
  ["follows FTE by year", [[[1, 2]], 100, 1, 0, 2], [[100, 200]]],
]);

describe("STAFF.PLAN", () => {
  const base = sampleScenario("Base");
  const line = (name: string): number[] => (call("HORIZONTAL", base, name) as number[][])[0];
  const rows = call("STAFF.PLAN", base, "horizontal") as (string | number)[][];
  const total = (measure: string): number[] => rows.find(([role, what]) => role === "Total" && what === measure)!.slice(2, 7) as number[];

  test("has the projection's people, role by role and in all", () => {
    expect(rows[0]).toEqual(["Role", "Measure", "2027", "2028", "2029", "2030", "2031", "Floor"]);
    expect(rows.find(([role, what]) => role === "network" && what === "FTE")!.slice(2, 7)).toEqual(line("fte.network"));
    total("FTE").forEach((people, year) => expect(people).toBeCloseTo(line("fte")[year], 9));
  });

  test("costs what the lines of salaries and contractors cost", () => {
    const [salaries, contractors] = [line("staff.salaries"), line("staff.contractors")];
    total("Cost").forEach((cost, year) => expect(cost).toBeCloseTo(salaries[year] + contractors[year], 4));
  });

  test.each([
    [
      "the floor of the rota",
      [
        ["staff.roles", "none"],
        ["role.dba.salary", 1],
        ["role.dba.fixed", 1],
      ],
      "on-call minimum of 6",
    ],
    [
      "the role's own minimum",
      [
        ["staff.roles", "none"],
        ["role.dba.salary", 1],
        ["role.dba.minimum", 9],
      ],
      "minimum of 9",
    ],
    [
      "nothing",
      [
        ["staff.roles", "none"],
        ["role.dba.salary", 1],
        ["role.dba.fixed", 9],
      ],
      "",
    ],
  ])("names %s where it binds", (_what, scenario, floor) => {
    expect((call("STAFF.PLAN", scenario) as unknown[][])[1].at(-1)).toBe(floor);
  });
});
