import type { Plan } from "../lines";
import type { TransferRates } from "../reference";
import type { TermWriter } from "../terms";
import { GIB_PER_GB } from "../units";
import { costComponent } from "./component";
import { graduatedBy, tierTable } from "./tiers";
import type { TierTable } from "./tiers";

/** Rates as they are read by month, by the row of the reference data. */
const tables = new WeakMap<TransferRates, TierTable>();

function tableOf(rates: TransferRates): TierTable {
  let table = tables.get(rates);
  if (!table) tables.set(rates, (table = tierTable(rates.tiers)));
  return table;
}

/** What the tiers bill for the traffic to sites. */
function tierTerms(plan: Plan, t: TermWriter): string {
  t.because("transfer.rates");
  const name = plan.a["transfer.rates"];
  const rates = plan.reference.transferRates[name];
  if (!rates) return "0";
  const { source, date, unit } = rates;
  const cite = (field: string, of: string, value: number): string => t.cited(`transfer.${name}.${field}`, of, { value, source, date });
  const tiers = rates.tiers.map(
    ({ from, price }, at) => `${cite(`from.${at + 1}`, unit, from)}, ${cite(`price.${at + 1}`, `money/${unit}`, price)}`,
  );
  const quantity = unit === "GiB" ? "egress_gb * 1e9 / 2 ^ 30" : "egress_gb";
  return t.flow("egress_bill", "money", `graduated(${quantity}, ${tiers.join(", ")})`);
}
const NO_TIERS = tierTable([]);

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
    const rates = plan.reference.transferRates[plan.a["transfer.rates"]] as TransferRates | undefined;
    const table = rates ? tableOf(rates) : NO_TIERS;
    const unitsPerGb = rates?.unit === "GiB" ? GIB_PER_GB : 1;
    const regionPrice = plan.a["transfer.region_price"];
    for (let m = 0; m < values.length; m++) {
      values[m] = (graduatedBy(table, transfer.egressGb[m] * unitsPerGb) + transfer.regionGb[m] * regionPrice) * indices.cloud[m];
    }
  },
  terms: (plan, t) => `(${tierTerms(plan, t)} + between_regions_gb * transfer.region_price) * cloud_price_index`,
});
