import type { Plan } from "../lines";
import type { TermWriter } from "../terms";
import { QUALITY_FACTORS } from "./queueing";

type Part = "vertical" | "horizontal";

/** Whether a plan has a part. */
export const hasPart = ({ central, distributed }: Plan, part: Part): boolean => (part === "vertical" ? central : distributed) !== undefined;

/** The share of load and data that a part carries, as a factor with its sign; nothing where it is all. */
export function shareFactor({ centralShare }: Plan, part: Part): string {
  if (centralShare === (part === "vertical" ? 1 : 0)) return "";
  return part === "vertical" ? " * hybrid.central_share" : " * (1 - hybrid.central_share)";
}

/** A term of each part that a plan has. */
export function partsOf(plan: Plan, ofPart: Readonly<Record<Part, () => string>>): readonly string[] {
  return (["vertical", "horizontal"] as const).filter((part) => hasPart(plan, part)).map((part) => ofPart[part]());
}

/** What a server or region needs of a dimension. */
export type NeedName = "cores" | "memory" | "storage" | "iops";

/**
 * The need for a rate and data; `of` tells the needs of several apart. Of a region it is without the base memory of each node.
 */
export function needTerm({ a }: Plan, t: TermWriter, need: NeedName, of: string, tps: string, tb: string): string {
  switch (need) {
    case "cores": {
      const busy = t.term(`busy_cores.${of}`, "cores", busyCores(tps));
      t.because("capacity.rule");
      const bySquareRoot = `${busy} + pick(capacity.quality + 1, ${QUALITY_FACTORS.join(", ")}) * sqrt(${busy})`;
      const formula = a["capacity.rule"] === "square-root" ? bySquareRoot : `${busy} / capacity.target_utilization`;
      return t.term(`cores_needed.${of}`, "cores", formula);
    }
    case "memory":
      return t.term(
        `memory_needed.${of}`,
        "GiB",
        `${tb} * data.working_set * 1e12 / 2 ^ 30${of === "region" ? "" : " + capacity.base_memory"}`,
      );
    case "storage":
      return t.term(`storage_needed.${of}`, "TB", `${tb} * (1 + data.index_overhead) / capacity.storage_fill`);
    case "iops":
      return t.term(`iops_needed.${of}`, "1/s", `${tps} * demand.iops_per_tx`);
  }
}

/** Cores that are busy on average at a rate. */
export const busyCores = (tps: string): string => `${tps} * demand.cpu_ms / 1000`;
