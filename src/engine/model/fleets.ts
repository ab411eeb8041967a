import { quantity } from "./entry";
import type { Entry, Quantity } from "./entry";

/** Servers that can be bought. */
interface Fleet {
  readonly id: "servers" | "nodes";
  readonly hosting: string;
  readonly needed: string;
  readonly price: string;
  /** First month from which on servers may still be in service: a change of shape retires all of another. */
  readonly since: string;
  /** When servers leave before the end of their life. */
  readonly leave?: string;
}

/** A formula of what a fleet has where it is owned; 0 where it is rented. */
const ownedBy =
  ({ hosting }: Fleet) =>
  (formula: string): string =>
    `is(${hosting}, owned) ? ${formula} : 0`;

/** When the servers of a fleet are bought, what they cost, and which are in service. */
function purchases(fleet: Fleet): readonly Quantity[] {
  const { id, needed, price, since } = fleet;
  const owned = ownedBy(fleet);
  const [value, first] = [`value_bought.${id}`, `first_in_service.${id}`];
  return [
    quantity(`${id}_bought`, {
      label: `Owned ${id} bought for service from this month`,
      unit: id,
      kind: "flow",
      formula: owned(`in_service * max(0, ${needed} - ${id}_kept)`),
    }),
    quantity(`${id}_kept`, {
      label: `Owned ${id} in service that were bought earlier`,
      unit: id,
      formula: owned(`window(${id}_bought, ${first}, month - 1)`),
    }),
    quantity(first, {
      label: `Service start of the oldest ${id}`,
      unit: "month",
      formula: owned(`max(${since}, month - life_months + 1)`),
    }),
    quantity(value, {
      label: `Price of the ${id} bought, when paid`,
      unit: "money",
      kind: "flow",
      formula: owned(`${id}_bought * ${price} * (1 - hardware.discount) * at(hardware_price_index, max(1, month - capacity.lead_months))`),
    }),
    quantity(`paid.${id}`, {
      label: `Purchases of ${id}; month 1 includes all that serve within the lead time`,
      unit: "money",
      kind: "flow",
      formula: owned(`window(${value}, month == 1 ? 1 : month + capacity.lead_months, month + capacity.lead_months)`),
    }),
    quantity(`value_in_service.${id}`, {
      label: `Purchase cost of the owned ${id} in service`,
      unit: "money",
      formula: owned(`window(${value}, ${first}, month)`),
    }),
  ];
}

/** What reaches the end of its life. */
function wornOut(fleet: Fleet): Quantity {
  const { id, since, leave } = fleet;
  const bought = `at(value_bought.${id}, month - life_months)`;
  return quantity(`worn_out.${id}`, {
    label: `Purchase cost of the ${id} whose life ends in the month`,
    unit: "money",
    kind: "flow",
    formula: ownedBy(fleet)(leave === undefined ? bought : `(month - life_months >= ${since} ? ${bought} : 0)`),
  });
}

/** How the purchases of a fleet are written off. */
function books(fleet: Fleet): readonly Quantity[] {
  const { id, leave } = fleet;
  const owned = ownedBy(fleet);
  const [value, first] = [`value_bought.${id}`, `first_in_service.${id}`];
  const wornLeft = `worn_out.${id} * macrs_left`;
  return [
    quantity(`macrs.${id}`, {
      label: `MACRS depreciation of ${id} in that year after purchase`,
      unit: "money",
      kind: "flow",
      over: "macrs_years",
      formula: `year.share / 12 * window(${value}, max(${first}, month - year.oldest), month - year.youngest)`,
    }),
    quantity(`expensed.${id}`, {
      label: `Book value of ${id} that leave service in the month`,
      unit: "money",
      kind: "flow",
      formula: owned(leave === undefined ? wornLeft : `(${leave} ? previous(not_written_off.${id}, 0) : ${wornLeft})`),
    }),
    quantity(`depreciation.${id}`, {
      label: `Depreciation of owned ${id}`,
      unit: "money",
      kind: "flow",
      formula: owned(
        `(is(finance.depreciation, [macrs-5]) ? sum(macrs_years, macrs.${id}) : value_in_service.${id} / life_months) + expensed.${id}`,
      ),
    }),
    quantity(`not_written_off.${id}`, {
      label: `Book value of owned ${id}`,
      unit: "money",
      formula: owned(`max(0, previous(not_written_off.${id}, 0) + ${value} - depreciation.${id})`),
    }),
  ];
}

const SERVERS: Fleet = {
  id: "servers",
  hosting: "vertical.hosting",
  needed: "central_servers",
  price: "server_price",
  since: "server_shape_since",
  leave: "month > 1 and month == server_shape_since",
};

const NODES: Fleet = { id: "nodes", hosting: "horizontal.hosting", needed: "nodes_needed", price: "node_price", since: "1" };

/** Owned servers: bought, in service, and written off. */
export const FLEETS: readonly Entry[] = [
  quantity("life_months", {
    label: "Life of an owned server",
    unit: "months",
    formula: "max(1, round(12 * hardware.life_years))",
  }),
  quantity("macrs_left", {
    label: "Share of the price not yet depreciated (MACRS) at the end of a server's life",
    unit: "share",
    formula:
      "is(finance.depreciation, [macrs-5]) ? max(0, 1 - sum(macrs_years, year.share * min(1, max(0, (life_months - year.youngest) / 12)))) : 0",
  }),
  ...[SERVERS, NODES].flatMap((fleet) => [...purchases(fleet), wornOut(fleet), ...books(fleet)]),
  quantity("depreciation.hardware.purchase", {
    label: "Depreciation of owned servers",
    unit: "money",
    kind: "flow",
    formula: "parts(depreciation.servers, depreciation.nodes)",
  }),
  quantity("book_value", {
    label: "Book value of owned servers",
    unit: "money",
    formula: "parts(not_written_off.servers, not_written_off.nodes)",
  }),
];

/** The entries that figures read and that are no lines. */
export const BOOKS = ["depreciation.hardware.purchase", "book_value"] as const;
