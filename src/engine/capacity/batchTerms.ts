import type { Plan, TermDefinitions } from "../lines";
import type { TermWriter } from "../terms";

/** Parts whose servers can be bought: what is bought, the price of one, and from which month on servers may still be in service. */
const FLEETS = {
  servers: { hosting: "vertical.hosting", bought: "servers_bought", price: "server_price", since: "server_shape_since" },
  nodes: { hosting: "horizontal.hosting", bought: "nodes_bought", price: "node_price", since: "1" },
} as const;

export type Fleet = keyof typeof FLEETS;

/** The parts of a plan whose servers are bought. */
export function fleets({ a, central, distributed }: Plan, t: TermWriter): readonly Fleet[] {
  const present = [...(central ? (["servers"] as const) : []), ...(distributed ? (["nodes"] as const) : [])];
  t.because(...present.map((fleet) => FLEETS[fleet].hosting));
  return present.filter((fleet) => a[FLEETS[fleet].hosting] === "owned");
}

/** A term of each part whose servers are bought, added up. */
export function sumOfFleets(plan: Plan, t: TermWriter, ofFleet: (fleet: Fleet) => string): string {
  return fleets(plan, t).map(ofFleet).join(" + ") || "0";
}

/** Share of a purchase that is written off after some months. */
export function writtenOff({ a }: Plan, t: TermWriter, months: string): string {
  t.because("finance.depreciation");
  return a["finance.depreciation"] === "macrs-5" ? `macrs(${months})` : `min(1, max(0, ${months}) / life_months)`;
}

const PAID = "hardware_price_index(max(1, month - capacity.lead_months))";

function termsOf(fleet: Fleet): TermDefinitions {
  const { bought, price, since } = FLEETS[fleet];
  const value = `value_bought.${fleet}`;
  const first = `first_in_service.${fleet}`;
  return {
    // At the prices of the month in which they are paid.
    [value]: ["money", `${bought} * ${price} * (1 - hardware.discount) * ${PAID}`, true],
    [first]: ["month", `max(${since}, month - life_months + 1)`],
    [`value_in_service.${fleet}`]: ["money", `sum(i, ${first}, month, ${value}(i))`],
    [`not_written_off.${fleet}`]: ["money", (plan, t) => `${value} * (1 - ${writtenOff(plan, t, "(12 * plan.years - month + 1)")})`, true],
    // What each month writes off of those in service, and what is left of those that leave in it.
    [`depreciation.${fleet}`]: [
      "money",
      (plan, t) => {
        const [before, after] = [writtenOff(plan, t, "(month - i)"), writtenOff(plan, t, "(month - i + 1)")];
        const left = `(month > 1 ? sum(i, ${first}(month - 1), ${first} - 1, ${value}(i) * (1 - ${before})) : 0)`;
        return `sum(i, ${first}, month, ${value}(i) * (${after} - ${before})) + ${left}`;
      },
      true,
    ],
  };
}

/** Terms of owned servers: when they are bought, what they cost, and what of them is in service. */
export const BATCH_TERMS: TermDefinitions = {
  servers_bought: ["servers", "max(0, central_servers - servers_kept)", true],
  servers_kept: ["servers", "sum(i, max(server_shape_since, month - life_months + 1), month - 1, servers_bought(i))"],
  ...termsOf("servers"),
  ...termsOf("nodes"),
};
