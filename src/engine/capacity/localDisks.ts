import type { ServerShape } from "../catalogue/reference";
import type { Assumptions } from "../catalogue/resolved";
import type { Part } from "./ladder";

/**
 * Whether disks inside the servers of a part hold its data. What is on a rented server's disk is lost with the server: it counts for nodes whose data
 * another node has too, and never for the central part, whose copies are not read. Owned disks count, as usable after RAID.
 */
export function usesLocalDisks(a: Assumptions, part: Part): boolean {
  if (part === "vertical") return a["vertical.hosting"] === "owned";
  return a["horizontal.hosting"] === "owned" || a["horizontal.replication"] >= 2;
}

/** The shapes between which a part chooses: one with a disk is also offered without it, because nodes that hold data are not scaled down. */
export function withDiskChoice(shapes: readonly ServerShape[], usesDisks: boolean): readonly ServerShape[] {
  return shapes.flatMap((shape) => {
    if (shape.localDiskTb === 0) return [shape];
    const without = { ...shape, localDiskTb: 0 };
    return usesDisks ? [shape, without] : [without];
  });
}

/** Data for which block storage is billed: what does not fit on the disks of so many servers. */
export function beyondDisks(storageTb: number, servers: number, localDiskTb: number): number {
  return localDiskTb === 0 ? storageTb : Math.max(0, storageTb - servers * localDiskTb);
}
