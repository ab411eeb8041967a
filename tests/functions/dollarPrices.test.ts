/** Prices in US dollars in a plan of another currency: the check names the lines. */
import { expect, test } from "vitest";
import { call } from "./host";

/** Everything that has a price by default, priced: what is left is in the scenario's currency. */
const PRICED = [
  ["server.s.cores", 64],
  ["server.s.memory_gib", 1024],
  ["server.s.monthly", 900],
  ["storage.cloud_price", 70],
  ["transfer.rates", "none"],
  ["transfer.region_price", 0.02],
  ["transfer.zone_price", 0.01],
  ["staff.roles", "none"],
  ...["wan.price_per_mbps", "wan.port_price", "platform.tools_cost", "upgrade.cost", "downtime.cost_per_hour", "compliance.audit_cost"].map(
    (key) => [key, 100],
  ),
  ["security.cost_per_endpoint", 300],
];
const dollarLines = (...rowsOfCurrency: unknown[][]): string | undefined => {
  const message = (call("SCENARIO.CHECK", rowsOfCurrency) as string[][]).find(
    ([, key, words]) => key === "plan.currency" && words.includes("prices in USD"),
  )?.[2];
  return message === undefined ? undefined : /defaults: (.*)\. Prices aren't converted/.exec(message)?.[1];
};

test.each<[string, unknown[][], string | undefined]>([
  [
    "all that have prices by default",
    [["plan.currency", "EUR"]],
    "cloud.compute, storage, network.links, network.transfer, staff.salaries, staff.contractors, staff.turnover, staff.training, upgrade.project, downtime.unplanned, downtime.planned, compliance.audit, security.endpoints, platform.tools, staff.learning",
  ],
  ["none where the plan is in dollars", [["plan.currency", "usd"]], undefined],
  ["none where every price is stated", [["plan.currency", "EUR"], ...PRICED], undefined],
  ["the one whose price is not stated", [["plan.currency", "CHF"], ...PRICED.filter(([key]) => key !== "storage.cloud_price")], "storage"],
  ["not storage of owned servers where none is owned", [["plan.currency", "CHF"], ...PRICED, ["storage.owned_price", 30]], undefined],
  [
    "staff, where default roles have default salaries",
    [["plan.currency", "GBP"], ...PRICED, ["staff.roles", "default"], ["staff.training_cost", 100]],
    "staff.salaries, staff.contractors, staff.turnover, staff.learning",
  ],
  [
    "a product of the reference data",
    [["plan.currency", "EUR"], ...PRICED, ["license.oracle-db-ee.discount", 0]],
    "license.purchase, license.support",
  ],
  ["not a product with a price", [["plan.currency", "EUR"], ...PRICED, ["license.oracle-db-ee.price", 40000]], undefined],
  ["transfer between regions and to sites", [["plan.currency", "EUR"], ...PRICED, ["transfer.rates", "aws-internet"]], "network.transfer"],
  [
    "servers of the reference data, and what follows from their price",
    [
      ["plan.currency", "EUR"],
      ...PRICED.slice(3),
      ["vertical.hosting", "owned"],
      ["storage.owned_price", 30],
      ["power.price", 0.2],
      ["rack.price", 900],
    ],
    "hardware.purchase, hardware.maintenance, cloud.compute",
  ],
])("names the lines whose prices are in dollars: %s", (_what, scenario, lines) => {
  expect(dollarLines(...scenario)).toBe(lines);
});
