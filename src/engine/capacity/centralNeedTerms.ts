/** Terms of what the busiest server of the central part needs, whatever the shard count, and of what a shape offers. */

import type { Plan } from "../lines";
import type { ServerShape } from "../reference";
import type { TermWriter } from "../terms";
import { needTerms, shareFactor } from "./needTerms";
import type { NeedTerms } from "./needTerms";
import type { CentralPlan } from "./plan";
import { shapeNumber } from "./shapeTerms";

/** A plan that has a central part. */
export type WithCentral = Plan & { readonly central: CentralPlan };

/** The load and data that the central part carries; in a month of its own where one is given. */
export function centralLoad(plan: Plan, t: TermWriter, what: "tps_peak" | "tb", month?: number): string {
  const name = t.line(what) + (month === undefined ? "" : `(${month})`);
  const factor = shareFactor(plan, t, "vertical");
  return factor === "" || month !== undefined ? name + factor : t.term(`central_${what}`, what === "tb" ? "TB" : "tx/s", () => name + factor);
}

/** What the hottest of some shards carries: a share of the data, and of the load of its busiest server. */
interface HottestShard {
  readonly data: string;
  readonly load: string;
}

function hottestShard({ a }: Plan, t: TermWriter, of: string, shards: string): HottestShard {
  const readShare = t.key("demand.read_share");
  const replicas = a["vertical.read_replicas"] === 0 ? "" : ` / (1 + ${t.key("vertical.read_replicas")})`;
  if (shards === "1") {
    const load = replicas === "" ? "" : ` * (${readShare}${replicas} + 1 - ${readShare})`;
    return { data: "", load };
  }
  const guarded = (formula: string): string => (/^\d+$/.test(shards) ? formula : `${shards} == 1 ? 1 : ${formula}`);
  const share = t.term(`hottest_share${of}`, "share", () => guarded(`min(1, ${t.key("shard.skew")} / ${shards})`));
  const writes = t.term(`hottest_writes${of}`, "share", () =>
    guarded(`${share} * (1 + ${t.key("shard.cross_write")} * ${t.key("shard.write_penalty")})`),
  );
  const reads = t.term(`hottest_reads${of}`, "share", () => {
    const scattered = t.key("shard.cross_read");
    return guarded(`${share} * (1 - ${scattered}) + ${scattered} * (1 / ${shards} + ${t.key("shard.read_overhead")} * (1 - 1 / ${shards}))`);
  });
  const load = t.term(`hottest_load${of}`, "share", () => `${readShare} * ${reads}${replicas} + (1 - ${readShare}) * ${writes}`);
  return { data: ` * ${share}`, load: ` * ${load}` };
}

/** What the busiest server needs, and the data of its shard. */
export interface ServerNeedTerms extends NeedTerms {
  readonly tps: string;
  readonly shardTb: string;
}

/** The need of the busiest server at a shard count, for the load and data of a part. */
export function needAt(
  plan: Plan,
  t: TermWriter,
  { of, shards, tps, tb }: { readonly of: string; readonly shards: string; readonly tps: string; readonly tb: string },
): ServerNeedTerms {
  const hottest = hottestShard(plan, t, of === "server" ? "" : `.${of}`, shards);
  const serverTps = hottest.load === "" ? tps : t.term(`tps.${of}`, "tx/s", () => tps + hottest.load);
  const shardTb = hottest.data === "" ? tb : t.term(`tb.${of}`, "TB", () => tb + hottest.data);
  const need = needTerms(plan, t, of, serverTps, shardTb);
  return { ...need, memory: `${need.memory} + ${t.key("capacity.base_memory")}`, tps: serverTps, shardTb };
}

/** What the cores of a shape are worth together. */
export function effectiveCoresOf(t: TermWriter, cores: string, speed: string): string {
  return `${speed} * usl(${cores}, ${t.key("vertical.contention")}, ${t.key("vertical.coherency")})`;
}

/** The same for a shape that is named. */
export function effectiveCoresOfShape(plan: Plan, t: TermWriter, shape: ServerShape): string {
  const number = (field: "cores" | "speed"): string => shapeNumber(plan, t, "vertical", shape, field);
  return effectiveCoresOf(t, number("cores"), number("speed"));
}

