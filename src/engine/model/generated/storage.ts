// Written by `npm run generate` from the formulas in src/engine/model: change those.

import type { Plan } from "../../lines";
import type { ModelSeries } from "./series";

/** central_tb = parts(tb * central_share * (1 + data.index_overhead) / capacity.storage_fill, 0) */
export function centralTb(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const tb = s["tb"];
  const centralShareEtc = (p.centralShare * (1 + a["data.index_overhead"])) / a["capacity.storage_fill"];
  const centralTb = s["central_tb"];
  for (let m = 0; m < centralTb.length; m++) {
    centralTb[m] = tb[m] * centralShareEtc;
  }
}

/** central_block_tb = parts(central_servers * (is(vertical.hosting, owned) ? max(0, central_tb / shards - server_local_disk) : central_tb / shards), 0) */
export function centralBlockTb({ a }: Plan, s: ModelSeries): void {
  const centralServers = s["central_servers"];
  const centralTb = s["central_tb"];
  const shards = s["shards"];
  const serverLocalDisk = s["server_local_disk"];
  const isVerticalHostingOwned = a["vertical.hosting"] === "owned";
  const centralBlockTb = s["central_block_tb"];
  for (let m = 0; m < centralBlockTb.length; m++) {
    centralBlockTb[m] =
      centralServers[m] * (isVerticalHostingOwned ? Math.max(0, centralTb[m] / shards[m] - serverLocalDisk[m]) : centralTb[m] / shards[m]);
  }
}

/** distributed_tb = parts(0, tb * distributed_share * (1 + data.index_overhead) / capacity.storage_fill) */
export function distributedTb(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const tb = s["tb"];
  const distributedShareEtc = ((1 - p.centralShare) * (1 + a["data.index_overhead"])) / a["capacity.storage_fill"];
  const distributedTb = s["distributed_tb"];
  for (let m = 0; m < distributedTb.length; m++) {
    distributedTb[m] = tb[m] * distributedShareEtc;
  }
}

/** distributed_block_tb = parts(0, regions * max(0, storage_needed.region - nodes / regions * node_local_disk)) */
export function distributedBlockTb(_p: Plan, s: ModelSeries): void {
  const regions = s["regions"];
  const storageNeededRegion = s["storage_needed.region"];
  const nodes = s["nodes"];
  const nodeLocalDisk = s["node_local_disk"][0];
  const distributedBlockTb = s["distributed_block_tb"];
  for (let m = 0; m < distributedBlockTb.length; m++) {
    distributedBlockTb[m] = regions[m] * Math.max(0, storageNeededRegion[m] - (nodes[m] * nodeLocalDisk) / regions[m]);
  }
}

/** storage.vertical = parts((central_block_tb + central_tb * storage.backup_share) * (is(vertical.hosting, owned) ? storage.owned_price : storage.cloud_price) * (is(vertical.hosting, owned) ? inflation_index : cloud_price_index), 0) */
export function storageVertical({ a }: Plan, s: ModelSeries): void {
  const centralBlockTb = s["central_block_tb"];
  const centralTb = s["central_tb"];
  const storageBackupShare = a["storage.backup_share"];
  const inflationIndex = s["inflation_index"];
  const cloudPriceIndex = s["cloud_price_index"];
  const isVerticalHostingOwned = a["vertical.hosting"] === "owned";
  const verticalHostingOwnedEtc = a["vertical.hosting"] === "owned" ? a["storage.owned_price"] : a["storage.cloud_price"];
  const storageVertical = s["storage.vertical"];
  for (let m = 0; m < storageVertical.length; m++) {
    storageVertical[m] =
      (centralBlockTb[m] + centralTb[m] * storageBackupShare) *
      (isVerticalHostingOwned ? inflationIndex[m] : cloudPriceIndex[m]) *
      verticalHostingOwnedEtc;
  }
}

/** storage.horizontal = parts(0, (distributed_block_tb + distributed_tb * storage.backup_share) * (is(horizontal.hosting, owned) ? storage.owned_price : storage.cloud_price) * (is(horizontal.hosting, owned) ? inflation_index : cloud_price_index)) */
export function storageHorizontal({ a }: Plan, s: ModelSeries): void {
  const distributedBlockTb = s["distributed_block_tb"];
  const distributedTb = s["distributed_tb"];
  const storageBackupShare = a["storage.backup_share"];
  const inflationIndex = s["inflation_index"];
  const cloudPriceIndex = s["cloud_price_index"];
  const isHorizontalHostingOwned = a["horizontal.hosting"] === "owned";
  const horizontalHostingOwnedEtc = a["horizontal.hosting"] === "owned" ? a["storage.owned_price"] : a["storage.cloud_price"];
  const storageHorizontal = s["storage.horizontal"];
  for (let m = 0; m < storageHorizontal.length; m++) {
    storageHorizontal[m] =
      (distributedBlockTb[m] + distributedTb[m] * storageBackupShare) *
      (isHorizontalHostingOwned ? inflationIndex[m] : cloudPriceIndex[m]) *
      horizontalHostingOwnedEtc;
  }
}

/** storage = parts(storage.vertical, storage.horizontal) */
export function storage(p: Plan, s: ModelSeries): void {
  const storageVertical = s["storage.vertical"];
  const storageHorizontal = s["storage.horizontal"];
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const storage = s["storage"];
  for (let m = 0; m < storage.length; m++) {
    storage[m] = (hasCentral ? storageVertical[m] : 0) + (hasDistributed ? storageHorizontal[m] : 0);
  }
}
