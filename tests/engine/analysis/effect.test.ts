/** Which stated keys a scenario's plan does not read. */
import { describe, expect, it } from "vitest";
import { unreadKeys } from "../../../src/engine/analysis/effect";
import { resolveScenario } from "../../../src/engine/catalogue/scenario";
import { reference } from "../../../src/reference/load";
import { mapOf } from "../projected";
import type { Given } from "../projected";

const unread = (given: Given): readonly string[] =>
  unreadKeys(resolveScenario(mapOf(given), reference), reference).map(({ key }) => key ?? "");

/** A value that is not the default of each key that only owned servers have. */
const OF_OWNED = {
  "hardware.discount": 0.1,
  "hardware.maintenance": 0.2,
  "capacity.lead_months": 5,
  "power.price": 0.2,
  "power.pue": 1.4,
  "power.utilization": 0.5,
  "rack.price": 900,
  "rack.units": 30,
  "rack.kw": 8,
  "storage.owned_price": 40,
};

const OF_RENTED = { "storage.cloud_price": 70 };

describe("keys that nothing reads", () => {
  it.each(Object.entries(OF_OWNED))("%s, where all servers are rented", (key, value) => {
    expect(unread({ [key]: value })).toEqual([key]);
  });

  it.each(Object.entries(OF_OWNED))("not %s, where central servers are owned", (key, value) => {
    expect(unread({ "vertical.hosting": "owned", [key]: value })).toEqual([]);
  });

  it.each(Object.entries(OF_RENTED))("%s, where all servers are owned", (key, value) => {
    expect(unread({ "vertical.hosting": "owned", "horizontal.hosting": "owned", [key]: value })).toEqual([key]);
  });
});
