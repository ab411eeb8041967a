import { squareRootCores } from "../../src/engine/capacity/queueing";
import { busyCores } from "../../src/engine/capacity/need";
import type { ServerRow } from "../../src/engine/catalogue/reference";
import { GIB_PER_TB } from "../../src/engine/units";
import { reference } from "../../src/reference/load";
import { monthsOf, ONE_CORE_PER_VOLUME, projected } from "../engine/projected";
import { describeFamily, given } from "./family";

const wholeCores = (busy: number, tier: number): number => Math.ceil(squareRootCores(busy, tier));

/** Nodes of one region that needs so many cores and so much memory, with a scalability law without loss. */
function nodesFor(
  cores: number,
  memoryGib: number,
  node: { cpu: number; ram: number; speed?: number },
  smallest: { zones: number; nodes: number },
): number {
  const projection = projected(
    {
      ...ONE_CORE_PER_VOLUME,
      "demand.volume": cores,
      "data.tb": memoryGib / GIB_PER_TB,
      "data.working_set": 1,
      "horizontal.regions": 1,
      "horizontal.replication": 1,
      "horizontal.overhead_share": 0,
      "horizontal.contention": 0,
      "horizontal.coherency": 0,
      "horizontal.spare": 0,
      "horizontal.zones": smallest.zones,
      "horizontal.min_nodes": smallest.nodes,
      "server.node.cores": node.cpu,
      "server.node.speed": node.speed ?? 1,
      "server.node.memory_gib": node.ram,
      "server.node.monthly": 1,
    },
    "horizontal",
  );
  return monthsOf(projection, "nodes")[0];
}

function ladder(name: string): readonly ServerRow[] {
  return reference.ladders[name] ?? [];
}

const yearlyPerGib = (row: ServerRow | undefined): number => ((row?.monthly3y ?? Number.NaN) * 12) / (row?.memoryGib ?? 1);

describeFamily("capacity", {
  "scm-sqrt-subadditive": (published) => {
    const loads = given<number[]>(published, "loads");
    const sum = loads.reduce((total, load) => total + load, 0);
    return { split: loads.reduce((total, load) => total + wholeCores(load, 1), 0), joint: wholeCores(sum, 1) };
  },
  "scm-sqrt-*": ({ inputs }) => ({ cores: wholeCores(busyCores(inputs.rps, inputs.latency_s * 1000), inputs.tier) }),
  "scm-cpu-norm": ({ inputs }) => {
    const speed = (inputs.tgt_ghz * inputs.tgt_ipc) / (inputs.ref_ghz * inputs.ref_ipc);
    return { cores: nodesFor(inputs.cores, 0, { cpu: 1, ram: 1, speed }, { zones: 1, nodes: 1 }) };
  },
  "scm-stateless-*": (published) => {
    const { inputs } = published;
    const node = given<{ cpu: number; ram: number }>(published, "node");
    const nodes = (cores: number, mem: number): number => nodesFor(cores, mem, node, { zones: 3, nodes: 2 });
    const count = nodes(inputs.cores, inputs.mem);
    return { count, bottleneck: nodes(inputs.cores, 0) === count ? "cpu" : "memory" };
  },
  "aws-linear": (published) => {
    const perGib = ladder("aws-nodes")
      .filter((row) => row.name.startsWith(`${given<string>(published, "family")}.`))
      .map(yearlyPerGib);
    const [lowest, highest] = [Math.min(...perGib), Math.max(...perGib)];
    return { usd_per_gib_year: lowest, spread: Math.max(0.001, highest / lowest - 1) };
  },
  "aws-ceiling": (published) => {
    const rows = ladder("aws-memory");
    const named = (name: string): ServerRow | undefined => rows.find((row) => row.name === given<string>(published, name));
    return {
      ratio: yearlyPerGib(named("a")) / yearlyPerGib(named("b")),
      max_ram_gib: Math.max(...rows.map((row) => row.memoryGib)),
      max_vcpu: Math.max(...rows.map((row) => row.cores)),
    };
  },
});
