import type { Plan } from "../lines";
import { sumOfTerms } from "../terms";
import type { TermWriter } from "../terms";
import { trafficGb } from "../demand/trafficTerm";
import { shareFactor } from "./needTerms";
import { globalShareTerm } from "./nodeTerms";

/** Traffic that the cloud bills: to sites, and between regions. */
export interface TransferTerms {
  readonly egress: string;
  readonly between: string;
}

/** Terms of the traffic of the parts that are rented. */
export function transferTerms(plan: Plan, t: TermWriter): TransferTerms {
  const parts: TransferTerms[] = [];
  if (plan.central) {
    if (plan.a["vertical.hosting"] === "cloud") parts.push(centralTransfer(plan, t));
    else t.because(t.key("vertical.hosting"));
  }
  if (plan.distributed) {
    if (plan.a["horizontal.hosting"] === "cloud") parts.push(distributedTransfer(plan, t));
    else t.because(t.key("horizontal.hosting"));
  }
  const sumOf = (which: keyof TransferTerms): string => sumOfTerms(parts.map((part) => part[which]));
  return {
    egress: t.flow("egress_gb", "GB", () => sumOf("egress")),
    between: t.flow("between_regions_gb", "GB", () => sumOf("between")),
  };
}

function centralTransfer(plan: Plan, t: TermWriter): TransferTerms {
  const [reads, sites] = [t.key("demand.read_share"), t.line("sites")];
  const traffic = trafficGb(t) + shareFactor(plan, t, "vertical");
  const egress = `${traffic} * ${reads} * (${sites} - 1) / ${sites}`;
  if (plan.a["vertical.dr_share"] > 0)
    return { egress, between: `${traffic} * (1 - ${reads}) * ${t.key("transfer.write_amplification")} * (${t.key("vertical.dr_share")} > 0)` };
  return { egress, between: "0" };
}

function distributedTransfer(plan: Plan, t: TermWriter): TransferTerms {
  const [reads, sites, regions] = [t.key("demand.read_share"), t.line("sites"), t.line("regions")];
  const traffic = trafficGb(t) + shareFactor(plan, t, "horizontal");
  const writes = `(1 - ${reads}) * ${t.key("transfer.write_amplification")} * ${globalShareTerm(plan, t)} * (${regions} - 1)`;
  const remote = `(${regions} > 1 ? ${reads} * ${t.key("horizontal.remote_read_share")} : 0)`;
  return {
    egress: `${traffic} * ${reads} * max(0, ${sites} - ${regions}) / ${sites}`,
    between: `${traffic} * (${writes} + ${remote})`,
  };
}
