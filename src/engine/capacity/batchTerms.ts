/** Terms of owned servers: when they are bought, what they cost, and what of them is in service. */

import type { Plan } from "../lines";
import type { TermWriter } from "../terms";
import { stepsOf } from "../terms";
import { MONTHS_PER_YEAR } from "../units";
import { centralServers, serverNumber } from "./centralTerms";
import type { WithCentral } from "./centralNeedTerms";
import { indexTerm } from "./indexTerms";
import { lifeMonthsTerm, nodeNumber, nodesBought } from "./nodeTerms";
import type { WithNodes } from "./nodeTerms";
import type { ServerBatch } from "./plan";

/** The owned servers of a part of the system. */
export interface FleetTerms {
  /** What tells the terms of the parts apart. */
  readonly of: string;
  /** Servers bought, which enter service in the month. */
  readonly bought: string;
  /** List price of one. */
  readonly price: string;
  /** First month from which on servers are still in service, whatever their age: when the shape changes, all others leave. */
  readonly since: string;
  readonly batches: readonly ServerBatch[];
}

/** The owned servers of each part that has some. */
export function fleets(plan: Plan, t: TermWriter): readonly FleetTerms[] {
  const { a, central, distributed } = plan;
  const found: FleetTerms[] = [];
  if (central && a["vertical.hosting"] === "owned") found.push(centralFleet({ ...plan, central }, t));
  if (distributed && a["horizontal.hosting"] === "owned") {
    const nodes: WithNodes = { ...plan, distributed };
    const bought = nodesBought(nodes, t);
    found.push({ of: "nodes", bought, price: nodeNumber(nodes, t, "price"), since: "1", batches: distributed.batches });
  }
  if (found.length === 0) t.because(...(central ? [t.key("vertical.hosting")] : []), ...(distributed ? [t.key("horizontal.hosting")] : []));
  return found;
}

function centralFleet(plan: WithCentral, t: TermWriter): FleetTerms {
  const { shapeOf, batches } = plan.central;
  let since = 1;
  const steps = stepsOf(plan.timeline.months, (month) => {
    if (month > 1 && shapeOf[month - 1] !== shapeOf[month - 2]) since = month;
    return String(since);
  });
  const start = steps === "1" ? steps : t.term("server_shape_since", "month", () => steps);
  const kept = (): string =>
    t.term("servers_kept", "servers", () => `sum(i, max(${start}, month - ${lifeMonthsTerm(t)} + 1), month - 1, servers_bought(i))`);
  const bought = t.flow("servers_bought", "servers", () => `max(0, ${centralServers(t)} - ${kept()})`);
  return { of: "servers", bought, price: serverNumber(plan, t, "price"), since: start, batches };
}

/** What the servers cost that enter service in the month, at the prices of the month in which they are paid. */
export function valueBought(t: TermWriter, { of, bought, price }: FleetTerms): string {
  return t.flow(`value_bought.${of}`, "money", () => {
    const paid = `${indexTerm(t, "hardware")}(max(1, month - ${t.key("capacity.lead_months")}))`;
    return `${bought} * ${price} * (1 - ${t.key("hardware.discount")}) * ${paid}`;
  });
}

/** What is paid for servers in the month: those that enter service after the lead time. */
export function paidForServers(plan: Plan, t: TermWriter): string {
  const lead = t.key("capacity.lead_months");
  const last = `${MONTHS_PER_YEAR} * ${t.key("plan.years")}`;
  return fleets(plan, t)
    .map((fleet) => {
      const value = valueBought(t, fleet);
      return `sum(i, month == 1 ? 1 : month + ${lead}, min(${last}, month + ${lead}), ${value}(i))`;
    })
    .join(" + ");
}

/** First month whose purchases are still in service. */
export function firstInService(t: TermWriter, { since }: FleetTerms): string {
  return `max(${since}, month - ${lifeMonthsTerm(t)} + 1)`;
}

/** Purchase value of the servers in service. */
export function valueInService(plan: Plan, t: TermWriter): string {
  return fleets(plan, t)
    .map((fleet) => {
      const value = valueBought(t, fleet);
      return t.term(`value_in_service.${fleet.of}`, "money", () => `sum(i, ${firstInService(t, fleet)}, month, ${value}(i))`);
    })
    .join(" + ");
}

/** Share of a purchase that is written off after some months. */
export function writtenOff({ a }: Plan, t: TermWriter, months: string): string {
  t.because(t.key("finance.depreciation"));
  if (a["finance.depreciation"] === "macrs-5") return `macrs(${months})`;
  return `min(1, max(0, ${months}) / ${lifeMonthsTerm(t)})`;
}

