/** What a server costs beside its rent or price: stated once for the cost lines and for what searches weigh. */

import type { ServerShape } from "../catalogue/reference";
import type { Assumptions } from "../catalogue/resolved";
import { ceilTolerant, HOURS_PER_MONTH, MONTHS_PER_YEAR } from "../units";
import type { PriceIndices } from "../capacity/indices";
import { beyondDisks } from "../capacity/localDisks";

/** Endpoint security of a server in a month, before inflation. */
export function endpointRate(a: Assumptions): number {
  return a["security.cost_per_endpoint"] / MONTHS_PER_YEAR;
}

/** Maintenance of an owned server in a month, as a share of what was paid for it. */
export function maintenanceRate(a: Assumptions): number {
  return a["hardware.maintenance"] / MONTHS_PER_YEAR;
}

/** Electricity of an owned server in a month per rated kW, before inflation. */
export function powerRate(a: Assumptions): number {
  return a["power.utilization"] * a["power.pue"] * HOURS_PER_MONTH * a["power.price"];
}

/** Whole racks for servers of a shape that are in one place: by their height or their power, whichever takes more. */
export function racksFor(a: Assumptions, shape: ServerShape, servers: number): number {
  return Math.max(ceilTolerant((servers * shape.rackUnits) / a["rack.units"]), ceilTolerant((servers * shape.kw) / a["rack.kw"]));
}

/** Price of storage per TB and month, and the index that it follows. */
export function storagePrice(
  a: Assumptions,
  indices: PriceIndices,
  owned: boolean,
): { readonly perTb: number; readonly index: Float64Array } {
  return owned ? { perTb: a["storage.owned_price"], index: indices.inflation } : { perTb: a["storage.cloud_price"], index: indices.cloud };
}

/** Block storage of the central servers, TB: each has the data of its shard, of which its disk holds what it can. */
export function centralBlockTb(servers: number, tbPerShard: number, localDiskTb: number): number {
  return servers * beyondDisks(tbPerShard, 1, localDiskTb);
}
