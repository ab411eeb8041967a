/** Terms of the need: load and data of a part of the system, and what a server or region needs of cores, memory, storage and disk operations. */

import type { Plan } from "../lines";
import type { TermWriter } from "../terms";
import { MS_PER_SECOND } from "../units";
import { QUALITY_FACTORS } from "./queueing";

/** The share of load and data that is central, or distributed, as a factor with its sign; nothing where it is all. */
export function shareFactor({ centralShare }: Plan, t: TermWriter, part: "vertical" | "horizontal"): string {
  if (centralShare === (part === "vertical" ? 1 : 0)) return "";
  const c = t.key("hybrid.central_share");
  return part === "vertical" ? ` * ${c}` : ` * (1 - ${c})`;
}

/** Two parts added, each by its share; a part that does not exist is left out. */
export function weighted({ centralShare, central, distributed }: Plan, t: TermWriter, ofCentral: string, ofDistributed: string): string {
  if (!distributed) return ofCentral;
  if (!central) return ofDistributed;
  const c = centralShare === 1 ? "1" : t.key("hybrid.central_share");
  return `${c} * (${ofCentral}) + (1 - ${c}) * (${ofDistributed})`;
}

/** Names and formulas of a need: of the server of a part, or of an alternative that was looked at. */
export interface NeedTerms {
  readonly cores: string;
  readonly memory: string;
  readonly storage: string;
  readonly iops: string;
}

/** What a server or region needs for a rate and data. `of` tells the needs of several apart; memory is without the base of a server. */
export function needTerms({ a }: Plan, t: TermWriter, of: string, tps: string, tb: string): NeedTerms {
  const busy = busyCoresTerm(t, of, tps);
  return {
    cores: t.term(`cores_needed.${of}`, "cores", () => {
      t.because(t.key("capacity.rule"));
      if (a["capacity.rule"] === "utilization") return `${busy} / ${t.key("capacity.target_utilization")}`;
      return `${busy} + pick(${t.key("capacity.quality")} + 1, ${QUALITY_FACTORS.join(", ")}) * sqrt(${busy})`;
    }),
    memory: `${tb} * ${t.key("data.working_set")} * 1e12 / 2 ^ 30`,
    storage: `${tb} * (1 + ${t.key("data.index_overhead")}) / ${t.key("capacity.storage_fill")}`,
    iops: `${tps} * ${t.key("demand.iops_per_tx")}`,
  };
}

/** Cores that are busy on average. */
export function busyCoresTerm(t: TermWriter, of: string, tps: string): string {
  return t.term(`busy_cores.${of}`, "cores", () => `${tps} * ${t.key("demand.cpu_ms")} / ${MS_PER_SECOND}`);
}
