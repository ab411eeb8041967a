import type { Given } from "../../engine/projected";

/** Scenarios in which something is explained that others do not have. */
export const SPECIAL: readonly (readonly [string, Given])[] = [
  ["a name of a deal with brackets, dots and spaces", { "deal.A [west]. Inc.close": "2027-03-31", "deal.A [west]. Inc.volume": 50 }],
  ["a key that has the name of a line", { "vertical.hosting": "owned", "hardware.maintenance": 0.2, "plan.years": 3 }],
  [
    "a divestiture under retention",
    { "data.retention_years": 1, "data.tb": 20, "deal.Out.close": "2027-08-31", "deal.Out.tb": -5, "plan.years": 3 },
  ],
  [
    "owned servers that are replaced",
    { "vertical.hosting": "owned", "horizontal.hosting": "owned", "hardware.life_years": 2, "finance.depreciation": "macrs-5" },
  ],
  ["a formula of growth", { "demand.curve": "formula", "demand.formula": "volume * (1 + growth)^t + 2 month + sites" }],
  [
    "a line of one's own over lines and keys",
    { "custom.x.formula": "ceil(servers / 3) * 100 + storage / 10 + user.fee * t", "user.fee": 5 },
  ],
  ["a vendor's rule for virtual cores", { "license.sql-server-standard.applies": "both", "license.oracle-db-ee.applies": "vertical" }],
  ["sharding by price", { "shard.when": "cheaper", "shard.project_cost": 1000, "demand.growth": 0.9, "demand.volume": 90000 }],
];
