import { indexTerm } from "../capacity/indexTerms";
import { transferTerms } from "../capacity/transferTerms";
import type { Plan } from "../lines";
import type { Tier } from "../reference";
import type { TermWriter } from "../terms";
import { GIB_PER_GB } from "../units";
import { costComponent } from "./component";
import { graduatedCost } from "./tiers";

function egressPrice(plan: Plan): { readonly tiers: readonly Tier[]; readonly unitsPerGb: number } {
  const rates = plan.reference.transferRates[plan.a["transfer.rates"]];
  return { tiers: rates?.tiers ?? [], unitsPerGb: rates?.unit === "GiB" ? GIB_PER_GB : 1 };
}

/** What the tiers bill for traffic. */
function tierTerms(plan: Plan, t: TermWriter, gb: string): string {
  const name = plan.a["transfer.rates"];
  const rates = plan.reference.transferRates[name];
  if (!rates) return "0";
  const quantity = rates.unit === "GiB" ? `${gb} * 1e9 / 2 ^ 30` : gb;
  const cite = (field: keyof Tier, unit: string, value: number, at: number): string =>
    t.cited(`transfer.${name}.${field}.${at + 1}`, unit, { value, source: rates.source, date: rates.date });
  const tiers = rates.tiers.map(({ from, price }, at) => `${cite("from", rates.unit, from, at)}, ${cite("price", `money/${rates.unit}`, price, at)}`);
  return t.flow("egress_bill", "money", () => `graduated(${quantity}, ${tiers.join(", ")})`);
}

export const networkTransfer = costComponent({
  id: "network.transfer",
  label: "Data transfer",
  costPool: "Telecom",
  tower: "Network",
  spend: "opex",
  from: [
    "transfer_gb",
    "tps_mean",
    "sites",
    "regions",
    "demand.kb_per_tx",
    "demand.busy_hours_per_month",
    "demand.read_share",
    "transfer.rates",
    "transfer.region_price",
    "transfer.write_amplification",
    "vertical.dr_share",
    "horizontal.global_share",
    "horizontal.remote_read_share",
    "cloud.price_change",
  ],
  explanation: "What the cloud bills for traffic: to the sites by graduated tiers, and between regions.",
  write: (plan, values) => {
    const { indices, transfer } = plan;
    const { tiers, unitsPerGb } = egressPrice(plan);
    const regionPrice = plan.a["transfer.region_price"];
    for (let m = 0; m < values.length; m++) {
      const egress = tiers.length === 0 ? 0 : graduatedCost(transfer.egressGb[m] * unitsPerGb, tiers);
      values[m] = (egress + transfer.regionGb[m] * regionPrice) * indices.cloud[m];
    }
  },
  terms: (plan, t) => {
    const { egress, between } = transferTerms(plan, t);
    t.because(t.key("transfer.rates"));
    const billed = tierTerms(plan, t, egress);
    return `(${billed} + ${between} * ${t.key("transfer.region_price")}) * ${indexTerm(t, "cloud")}`;
  },
});
