/** What the pictures of demand against capacity can show, on the sheet and in the pane. */

export const SHARD_DATA = "Shard data TB";

/** A dimension of capacity; its name is also the header of what there is of it in TCO.CAPACITY.PLAN. */
interface CapacityDimension {
  readonly name: string;
  /** Header of what is needed of it in TCO.CAPACITY.PLAN. */
  readonly needHeader: string;
  /** What TCO.CAPACITY.SHARDDATE and the column Binding call it. */
  readonly word: string;
}

/** The dimensions that have a need and a capacity, and the data that one shard may hold. */
export const CAPACITY_DIMENSIONS = [
  { name: "Cores", needHeader: "Cores needed", word: "cores" },
  { name: "Memory GiB", needHeader: "Memory needed GiB", word: "memory" },
  { name: "Storage TB", needHeader: "Storage needed TB", word: "storage" },
  { name: SHARD_DATA, needHeader: "Data TB", word: "shard data" },
] as const satisfies readonly CapacityDimension[];
