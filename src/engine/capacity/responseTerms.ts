import type { Plan } from "../lines";
import type { TermWriter } from "../terms";
import { effectiveCores, serverNeedTerms, serverNumber } from "./centralTerms";
import { busyCoresTerm, weighted } from "./needTerms";
import { distributedCores, nodeNumber, regionNeedTerms } from "./nodeTerms";
import { HIGHEST_UTILIZATION } from "./queueing";

/** Response of one server: M/M/c of its cores, each as fast as the scalability law leaves it. */
function serverResponse(t: TermWriter, of: string, busy: string, effective: string, cores: string): string {
  const servers = t.term(`queue_cores.${of}`, "cores", () => `max(1, floor(${cores}))`);
  const load = t.term(`queue_load.${of}`, "erlang", () => `min(${HIGHEST_UTILIZATION}, ${busy} / ${effective}) * ${servers}`);
  return t.term(
    `response.${of}`,
    "ms",
    () => `${t.key("demand.cpu_ms")} * ${servers} / ${effective} * (1 + erlang_c(${servers}, ${load}) / (${servers} - ${load}))`,
  );
}

function centralResponse(plan: Plan, t: TermWriter): string {
  const { central } = plan;
  if (!central) return "";
  const part = { ...plan, central };
  return t.term("central_response", "ms", () => {
    const busy = busyCoresTerm(t, "server", serverNeedTerms(part, t).tps);
    const server = serverResponse(t, "server", busy, effectiveCores(part, t), serverNumber(part, t, "cores"));
    const remote = `(${t.line("sites")} - 1) / ${t.line("sites")}`;
    const reads = t.key("demand.read_share");
    const crossing = (): string =>
      `${reads} * ${t.key("shard.cross_read")} + (1 - ${reads}) * ${t.key("shard.cross_write")}`;
    const sharded = central.shards.some((shards) => shards > 1) ? ` + (${t.line("shards")} == 1 ? 0 : ${crossing()})` : "";
    return `${server} + ${t.key("wan.round_trip_ms")} * (${remote}${sharded})`;
  });
}

function distributedResponse(plan: Plan, t: TermWriter): string {
  const { distributed } = plan;
  if (!distributed) return "";
  const part = { ...plan, distributed };
  return t.term("distributed_response", "ms", () => {
    const nodes = t.line("nodes");
    const busy = t.term("busy_cores.node", "cores", () => `${regionNeedTerms(part, t).busy} * ${t.line("regions")} / ${nodes}`);
    const effective = t.term("effective_cores.node", "cores", () => `${distributedCores(part, t)} / ${nodes}`);
    const server = serverResponse(t, "node", busy, effective, nodeNumber(part, t, "cores"));
    return `${server} + ${t.key("wan.round_trip_ms")} * ${t.key("horizontal.remote_read_share")}`;
  });
}

/** Terms of the mean response in the peak hour. */
export function responseTerms(plan: Plan, t: TermWriter): string {
  return weighted(plan, t, centralResponse(plan, t), distributedResponse(plan, t));
}
