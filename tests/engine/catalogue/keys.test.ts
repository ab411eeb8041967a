import { describe, expect, test } from "vitest";
import { CATALOGUE } from "../../../src/engine/catalogue/assumptions";
import { canonicalKey, keySpelling, parseKey } from "../../../src/engine/catalogue/keys";
import { resolveScenario } from "../../../src/engine/catalogue/scenario";
import { reference } from "../../../src/reference/load";

describe("a key", () => {
  test.each([
    ["capitals", "Demand.Growth", "demand.growth"],
    ["capitals throughout", "DEMAND.GROWTH.2", "demand.growth.2"],
    ["capitals of a field", "deal.Northwind.Lag_Months", "deal.Northwind.lag_months"],
    ["capitals of a table", "DEAL.Northwind.close", "deal.Northwind.close"],
    ["points in the name of its row", "Deal.North. Wind.Close", "deal.North. Wind.close"],
    ["a number of one's own", "User.Rate.2", "user.Rate.2"],
    ["a zero-width space", "demand.\u200bgrowth", "demand.growth"],
    ["a byte order mark", "\ufeffdemand.growth", "demand.growth"],
    ["a soft hyphen", "demand.gro\u00adwth", "demand.growth"],
    ["a word joiner and a mark of direction", "\u200edemand\u2060.growth", "demand.growth"],
    ["a joiner between Latin letters", "demand.gro\u200dwth", "demand.growth"],
    ["spaces that do not break at its ends", "\u00a0demand.growth\u202f", "demand.growth"],
    ["a tab and a new line at its ends", "\tdemand.growth\n", "demand.growth"],
    ["a space that does not break in the name of a row", "deal.North\u00a0Wind.close", "deal.North Wind.close"],
    ["an emoji of several people", "deal.\u{1f469}\u200d\u{1f4bb}.close", "deal.\u{1f469}\u200d\u{1f4bb}.close"],
    ["an unknown key, which stays as it was typed", "Demand.Grwth", "Demand.Grwth"],
  ])("is read with %s", (_what, typed, key) => {
    expect(canonicalKey(typed)).toBe(key);
  });

  test.each(Object.keys(CATALOGUE).map((pattern) => [pattern.replace("*", "1")]))("is read in capitals: %s", (key) => {
    expect(canonicalKey(key.toUpperCase())).toBe(key);
    expect(parseKey(key.toUpperCase())).toEqual(parseKey(key));
  });

  test.each([
    ["a row as the reference data spell it", ["License.Oracle-DB-EE.Price"], ["license.oracle-db-ee.price"]],
    ["a role too", ["role.DBA.salary"], ["role.dba.salary"]],
    ["a row as it was spelled first", ["deal.Northwind.close", "deal.NORTHWIND.volume"], ["deal.Northwind.close", "deal.Northwind.volume"]],
    ["rows of different tables apart", ["deal.A.close", "server.a.cores"], ["deal.A.close", "server.a.cores"]],
  ])("names %s", (_what, typed, keys) => {
    expect(typed.map(keySpelling(reference))).toEqual(keys);
  });
});

test("a scenario whose keys are in capitals is the same scenario", () => {
  const [plain, capitals] = [new Map([["demand.growth", 0.1]]), new Map([["Demand.Growth", 0.1]])];
  expect(resolveScenario(capitals, reference)).toEqual(resolveScenario(plain, reference));
});
