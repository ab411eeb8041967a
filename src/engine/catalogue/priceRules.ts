import { ladderOf, hostingOf, rentField, RENT_FIELDS } from "../capacity/ladder";
import type { Part } from "../capacity/ladder";
import type { Issue } from "../errors";
import { monthsToStart } from "./priceDates";
import type { Reference } from "./reference";
import type { Assumptions } from "./resolved";
import { monthYearInWords } from "../words";

/** Age in months, when the plan starts, from which on a price is to be checked. */
export const OLD_AFTER_MONTHS = 18;

const PARTS = ["vertical", "horizontal"] as const;

/** Warnings about prices of the reference data that a plan uses: old ones, and those that a commitment lacks. */
export function priceIssues(a: Assumptions, reference: Reference): readonly Issue[] {
  const issues = PARTS.flatMap((part) => missingCommitment(a, part, reference));
  // One list may serve both parts.
  const once = issues.filter(({ message }, index) => issues.findIndex((each) => each.message === message) === index);
  return [...once, ...oldPrices(a, reference)];
}

const warning = (code: Issue["code"], key: string, message: string): Issue => ({ severity: "warning", code, key, message });

type Rents = { readonly name: string } & Readonly<Record<(typeof FIELDS)[number], number | null>>;

/** Prices of rented servers, from the longest term on. */
const FIELDS = RENT_FIELDS["3-year"];
const FIELD_KEYS = { monthly: "monthly", monthly1y: "monthly_1y", monthly3y: "monthly_3y" } as const;
const TERMS = { monthly: "on-demand", monthly1y: "1-year", monthly3y: "3-year" } as const;

/** Servers of a part that have a price for some term. */
function rentedServers(a: Assumptions, part: Part, reference: Reference): readonly Rents[] {
  const rows: readonly Rents[] =
    a.servers.length > 0
      ? a.servers
          .filter(({ role }) => role === part || role === "both")
          .map(({ name, monthly = null, monthly_1y = null, monthly_3y = null }) => ({
            name,
            monthly,
            monthly1y: monthly_1y,
            monthly3y: monthly_3y,
          }))
      : (reference.ladders[ladderOf(a, part)] ?? []);
  return rows.filter((row) => FIELDS.some((field) => row[field] !== null));
}

/** Names the servers that have no price for the commitment, and what follows: a shorter term is billed, or, without a price for one, they can't be chosen. */
function missingCommitment(a: Assumptions, part: Part, reference: Reference): Issue[] {
  if (hostingOf(a, part) !== "cloud") return [];
  const commitment = a["cloud.commitment"];
  const fields = RENT_FIELDS[commitment];
  const source = a.servers.length > 0 ? "The Servers table" : ladderOf(a, part);
  const rented = rentedServers(a, part, reference);
  const left = rented.filter((row) => rentField(row, commitment) === undefined);
  const offered = rented.filter((row) => !left.includes(row));
  const lacking = offered.filter((row) => row[fields[0]] === null);
  const issues: Issue[] = [];
  if (lacking.length > 0) {
    const those =
      lacking.length === offered.length ? "" : ` for ${lacking.length} of ${offered.length} servers, such as ${lacking[0].name}`;
    const remedy = `Enter server.*.${FIELD_KEYS[fields[0]]} from your offer.`;
    issues.push(missing(`${source} has no ${commitment} price${those}: the next shorter term is billed. ${remedy}`));
  }
  if (left.length > 0) issues.push(missing(leftOut(source, fields, left)));
  return issues;
}

const missing = (message: string): Issue => warning("no-effect", "cloud.commitment", message);

/** What is said of servers that have a price for longer terms only. */
function leftOut(source: string, fields: (typeof RENT_FIELDS)["on-demand"], left: readonly Rents[]): string {
  const terms = fields.map((field) => TERMS[field]).join(" or ");
  const keys = fields.map((field) => `server.*.${FIELD_KEYS[field]}`).join(" or ");
  const those = left.length === 1 ? "this server" : "these servers";
  const names = left.map(({ name }) => name).join(", ");
  return `${source} has no ${terms} price for ${names}: ${those} can't be chosen. Enter ${keys}, or choose a longer cloud.commitment.`;
}

/** A price in use: what it is, when it was published, and what to state in its place. */
type DatedPrice = readonly [words: string, date: string, key: string];

/** One warning for all old prices. */
function oldPrices(a: Assumptions, reference: Reference): Issue[] {
  const old = [...wages(a, reference), ...PARTS.flatMap((part) => servers(a, part, reference)), ...others(a, reference)].filter(
    ([, date]) => monthsToStart(date, a["plan.start"]) > OLD_AFTER_MONTHS,
  );
  if (old.length === 0) return [];
  const unique = (texts: readonly string[]): string => [...new Set(texts)].join(", ");
  const named = unique(old.map(([words, date]) => `${words} (${dateInWords(date)})`));
  const keys = unique(old.map(([, , key]) => key));
  return [
    warning("unusual", old[0][2], `Prices over ${OLD_AFTER_MONTHS} months old at the start: ${named}. Check them, or enter ${keys}.`),
  ];
}

function dateInWords(date: string): string {
  const [, year, month] = /(\d{4})(?:-(\d{2}))?/.exec(date) ?? [];
  return month === undefined ? year : monthYearInWords({ year: Number(year), month: Number(month), day: 1 });
}

function wages({ roles }: Assumptions, reference: Reference): readonly DatedPrice[] {
  return reference.roles
    .filter(({ role }) => roles.some(({ name, dated }) => name === role && dated !== undefined))
    .map(({ date }) => ["wages", date, "role.*.salary"]);
}

/** The servers of a part: one date for a list, that of the commitment where it has its own. */
function servers(a: Assumptions, part: Part, reference: Reference): readonly DatedPrice[] {
  if (a.servers.length > 0) return [];
  const ladder = ladderOf(a, part);
  const [row] = reference.ladders[ladder] ?? [];
  if (!row) return [];
  const field = hostingOf(a, part) === "owned" ? "price" : rentField(row, a["cloud.commitment"]);
  const date = field === "monthly1y" ? row.date1y : field === "monthly3y" ? row.date3y : undefined;
  return [[field === "price" || field === "monthly" ? ladder : `${ladder} ${a["cloud.commitment"]}`, date ?? row.date, "server.*"]];
}

function others(a: Assumptions, reference: Reference): readonly DatedPrice[] {
  const rates = PARTS.some((part) => hostingOf(a, part) === "cloud") ? reference.transferRates[a["transfer.rates"]] : undefined;
  const transfer: readonly DatedPrice[] = rates?.tiers.some(({ price }) => price > 0)
    ? [[`transfer ${a["transfer.rates"]}`, rates.date, "transfer.rates"]]
    : [];
  const licenses = a.licenses
    .filter(({ name, applies }) => applies !== "none" && !a.stated.has(`license.${name}.price`))
    .flatMap(({ name }) => reference.licenses.filter((product) => product.name === name && (product.price ?? 0) > 0))
    .map(({ name, date }): DatedPrice => [name, date, `license.${name}.price`]);
  return [...transfer, ...licenses];
}
