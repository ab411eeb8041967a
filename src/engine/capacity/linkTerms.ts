import type { Plan } from "../lines";
import type { TermWriter } from "../terms";
import { BITS_PER_BYTE, MS_PER_SECOND } from "../units";
import { shareFactor } from "./needTerms";
import { globalShareTerm } from "./nodeTerms";

/** How many sites and hubs have links, and the Mbps of each. */
export interface LinkTerms {
  readonly sites: string;
  readonly siteMbps: string;
  readonly hubs: string;
  readonly hubMbps: string;
}

/** Terms of the links of sites and hubs. */
export function linkNeedTerms(plan: Plan, t: TermWriter): LinkTerms {
  const base = t.key("wan.base_mbps");
  const mbps = (tps: string): string =>
    `${tps} * ${t.key("demand.kb_per_tx")} * ${BITS_PER_BYTE} / ${MS_PER_SECOND} / ${t.key("wan.utilization")}`;
  const siteNeed = t.term("site_need_mbps", "Mbps", () => mbps(`${t.line("tps_peak")} / ${t.line("sites")}`));
  const sites = t.term("sites_with_links", "sites", () => `max(0, ${t.line("sites")} - ${plan.distributed ? t.line("regions") : "1"})`);
  const siteMbps = t.term("site_mbps", "Mbps", () => `max(${base}, ${siteNeed})`);
  if (!plan.distributed) return { sites, siteMbps, hubs: "0", hubMbps: "0" };
  const regions = t.line("regions");
  const hubNeed = t.term("hub_need_mbps", "Mbps", () => {
    const reads = t.key("demand.read_share");
    const remote = `${t.key("horizontal.remote_read_share")} * ${reads} + ${globalShareTerm(plan, t)} * (1 - ${reads}) * (${regions} - 1)`;
    return mbps(`${t.line("tps_peak")} / ${regions} * (${remote})`);
  });
  const hubs = t.term("hubs_with_links", "regions", () => `${regions} > 1 ? ${regions} : 0`);
  const hubMbps = t.term("hub_mbps", "Mbps", () => {
    const own = `${hubNeed}${shareFactor(plan, t, "horizontal")}`;
    return `max(${base}, ${plan.central ? `${siteNeed}${shareFactor(plan, t, "vertical")} + ${own}` : own})`;
  });
  return { sites, siteMbps, hubs, hubMbps };
}
