/** Scenarios in which what servers cost beside their price decides between them. */
import fc from "fast-check";
import type { Given } from "../engine/projected";
import { scenarios } from "./generator";

const either = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const whole = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

/** A server that others may undercut by any line: their prices differ by as little as what runs them, their disks and their licenses cost. */
const rival = (name: string): fc.Arbitrary<Given> =>
  fc
    .record({
      cores: either(8, 12, 16, 24, 32),
      memory_gib: either(128, 256, 512),
      speed: either(0.9, 1, 1.1),
      price: whole(30, 50).map((each) => each * 500),
      monthly: whole(30, 50).map((each) => each * 20),
      monthly_1y: either(undefined, 500, 600, 700),
      monthly_3y: either(undefined, 400, 500, 600),
      kw: either(0.3, 0.8, 1.5, 3),
      rack_units: whole(1, 8),
      local_disk: either(0, 0, 2, 6),
      sockets: whole(1, 2),
    })
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).flatMap(([field, value]) => (value === undefined ? [] : [[`server.${name}.${field}`, value]])),
      ),
    );

const license = fc
  .record({
    metric: either("core", "processor", "socket", "vcpu", "user", "server"),
    model: either("perpetual", "perpetual", "subscription"),
    price: whole(1, 20).map((each) => each * 40),
    minimum: either(0, 0, 4, 16),
    support: either(0, 0.2),
    pack: either(1, 2, 8),
    users_per_volume: either(0.001, 0.01),
  })
  .map((row) => Object.fromEntries(Object.entries(row).map(([field, value]) => [`license.db.${field}`, value])));

/** Users that processors need, of a product of a vendor. */
const named = either("perpetual", "subscription").map((model): Given => ({
  "license.oracle-db-ee-nup.price": 30,
  "license.oracle-db-ee-nup.users_per_volume": 0.02,
  "license.oracle-db-ee-nup.model": model,
}));

/** Any scenario, with servers between which every line decides now and then, and a need that rises and falls. */
export const rivals = fc
  .tuple(
    scenarios,
    fc.tuple(...["z", "y", "x", "w", "v"].map(rival)),
    fc.oneof(fc.constant<Given>({}), license, named),
    either<Given>(
      { "vertical.hosting": "owned" },
      { "vertical.hosting": "owned", "hardware.life_years": 1.5 },
      { "vertical.hosting": "cloud" },
    ),
    fc.array(whole(4, 30), { minLength: 12, maxLength: 12 }),
    whole(1, 5),
  )
  .map(([given, rows, licensed, hosting, season, years]): Given => {
    const plain = Object.fromEntries(Object.entries(given).filter(([key]) => !/^(server|license|deal|demand\.season)\./.test(key)));
    const seasons = Object.fromEntries(season.map((factor, m) => [`demand.season.${m + 1}`, factor / 10]));
    const size: Given = { "demand.curve": "compound", "demand.volume": 6000, "data.tb": 8, "demand.season": "flat", "plan.years": years };
    return Object.assign({}, plain, size, ...rows, licensed, hosting, seasons) as Given;
  });
