import { expect, it } from "vitest";
import { ownedMonthlyCost } from "../../../src/engine/capacity/ladder";
import { resolveScenario } from "../../../src/engine/scenario";
import { reference } from "../../../src/reference/load";
import { mapOf } from "../projected";
import type { Given } from "../projected";

/** A server for 12,000. */
const SERVER = { ...reference.ladders["owned-x86"][0], price: 12_000 };

it.each<readonly [string, Given, number]>([
  ["its price over the months of its life", { "hardware.life_years": 5, "hardware.maintenance": 0 }, 12_000 / 60],
  ["and a twelfth of the year's maintenance", { "hardware.life_years": 5, "hardware.maintenance": 0.12 }, 200 + 120],
  ["both after the discount", { "hardware.life_years": 4, "hardware.maintenance": 0.12, "hardware.discount": 0.5 }, (250 + 120) / 2],
])("an owned server costs a month %s", (_, given, cost) => {
  expect(ownedMonthlyCost(SERVER, resolveScenario(mapOf(given), reference))).toBeCloseTo(cost, 9);
});
