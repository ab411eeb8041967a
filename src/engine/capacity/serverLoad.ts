import type { Plan } from "../lines";
import type { TermWriter } from "../terms";

/**
 * Load of the busiest server, and data of its shard, with some shards: a name, or a number of them. `of` tells the loads of several apart.
 */
export function serverLoad(
  { a }: Plan,
  t: TermWriter,
  of: string,
  shards: string,
  tps: string,
  tb: string,
): { readonly tps: string; readonly tb: string } {
  const replicas = a["vertical.read_replicas"] === 0 ? "" : " / (1 + vertical.read_replicas)";
  if (shards === "1") {
    if (replicas === "") return { tps, tb };
    return { tps: t.term(`tps.${of}`, "tx/s", `${tps} * (demand.read_share${replicas} + 1 - demand.read_share)`), tb };
  }
  const guarded = (formula: string): string => (shards === "shards" ? `${shards} == 1 ? 1 : ${formula}` : formula);
  const share = (name: string, formula: string): string => t.term(`${name}.${of}`, "share", formula);
  const hottest = share("hottest_share", guarded(`min(1, shard.skew / ${shards})`));
  const writes = share("hottest_writes", guarded(`${hottest} * (1 + shard.cross_write * shard.write_penalty)`));
  const scattered = `shard.cross_read * (1 / ${shards} + shard.read_overhead * (1 - 1 / ${shards}))`;
  const reads = share("hottest_reads", guarded(`${hottest} * (1 - shard.cross_read) + ${scattered}`));
  const load = share("hottest_load", `demand.read_share * ${reads}${replicas} + (1 - demand.read_share) * ${writes}`);
  return { tps: t.term(`tps.${of}`, "tx/s", `${tps} * ${load}`), tb: t.term(`tb.${of}`, "TB", `${tb} * ${hottest}`) };
}
