import { activeServers, passiveServers, serverNumber } from "../capacity/centralTerms";
import { centralLoad } from "../capacity/centralNeedTerms";
import { indexTerm } from "../capacity/indexTerms";
import { licensesOf } from "../capacity/licenses";
import { shareFactor } from "../capacity/needTerms";
import { distributedLoad, nodeNumber } from "../capacity/nodeTerms";
import type { Plan } from "../lines";
import type { LicenseProduct, VirtualRule } from "../reference";
import type { License } from "../resolved";
import { quoted, sumOfTerms } from "../terms";
import type { TermWriter } from "../terms";
import { MONTHS_PER_YEAR } from "../units";

/** What licences of a part of the system are counted by. */
interface FleetTerms {
  readonly servers: string;
  readonly cores: () => string;
  readonly sockets: () => string;
  readonly volume: () => string;
  readonly tb: () => string;
  /** Cores are rented, and the vendor has a rule for such. */
  readonly virtual: VirtualRule | undefined;
}

type Rule = Readonly<Record<"factor" | "pack" | "minimum", string>>;

const keyOf = (t: TermWriter, { name }: License, field: string): string => t.key(`license.${name}.${field}`);

const ruleOf = (t: TermWriter, license: License): Rule => ({
  factor: keyOf(t, license, "factor"),
  pack: keyOf(t, license, "pack"),
  minimum: keyOf(t, license, "minimum"),
});

/** A number of the vendor's own rules, which no key states. */
function vendorNumber({ reference }: Plan, t: TermWriter, { name }: License, field: string, value: number): string {
  const { source, date } = reference.licenses.find((product) => product.name === name) as LicenseProduct;
  return t.cited(`licenses.${name}.${field}`, "units", { value, source, date });
}

function virtualRuleTerms(plan: Plan, t: TermWriter, license: License, rule: VirtualRule): Rule {
  const number = (field: "factor" | "pack" | "minimum"): string => vendorNumber(plan, t, license, `virtual.${field}`, rule[field]);
  return { factor: number("factor"), pack: number("pack"), minimum: number("minimum") };
}

const packsOf = ({ factor, pack, minimum }: Rule, cores: string): string => `roundup(max(${cores} * ${factor}, ${minimum}) / ${pack})`;

type MetricTerms = (plan: Plan, t: TermWriter, license: License, fleet: FleetTerms) => string;

const coreTerms: MetricTerms = (plan, t, license, { servers, cores, sockets, virtual }) => {
  if (virtual) return `${servers} * ${packsOf(virtualRuleTerms(plan, t, license, virtual), cores())}`;
  const perSocket = `${sockets()} * ${packsOf(ruleOf(t, license), `${cores()} / ${sockets()}`)}`;
  const fewest = license.vendor?.minimumServer ?? 0;
  if (fewest === 0) return `${servers} * ${perSocket}`;
  return `${servers} * max(${perSocket}, roundup(${vendorNumber(plan, t, license, "minimumServer", fewest)} / ${keyOf(t, license, "pack")}))`;
};

const processorTerms: MetricTerms = (plan, t, license, { servers, cores, virtual }) => {
  const factor = virtual ? virtualRuleTerms(plan, t, license, virtual).factor : keyOf(t, license, "factor");
  return `roundup(${servers} * ${cores()} * ${factor})`;
};

const serverTerms: MetricTerms = (_plan, _t, _license, { servers }) => servers;

const METRIC_TERMS: Readonly<Record<License["metric"], MetricTerms>> = {
  core: coreTerms,
  processor: processorTerms,
  socket: (plan, t, license, { servers, cores, sockets, virtual }) =>
    `${servers} * ${virtual ? packsOf(virtualRuleTerms(plan, t, license, virtual), cores()) : sockets()}`,
  vcpu: (_plan, t, license, { servers, cores }) => `${servers} * ${packsOf(ruleOf(t, license), cores())}`,
  user: (plan, t, license, fleet) => {
    const byVolume = `${fleet.volume()} * ${keyOf(t, license, "users_per_volume")}`;
    const perProcessor = license.vendor?.minimumPerProcessor ?? 0;
    const byProcessor =
      perProcessor === 0
        ? ""
        : `, ${vendorNumber(plan, t, license, "minimumPerProcessor", perProcessor)} * ${processorTerms(plan, t, license, fleet)}`;
    return `roundup(max(${byVolume}, ${keyOf(t, license, "minimum")} * ${fleet.servers}${byProcessor}) / ${keyOf(t, license, "pack")})`;
  },
  tb: (_plan, t, license, { tb }) => `roundup(max(${tb()}, ${keyOf(t, license, "minimum")}) / ${keyOf(t, license, "pack")})`,
  site: (_plan, t) => t.line("sites"),
  server: serverTerms,
  node: serverTerms,
  instance: serverTerms,
};

function centralCount(plan: Plan, t: TermWriter, license: License): string | undefined {
  const { a, central } = plan;
  if (!central || !licensesOf(a, "vertical").includes(license)) return undefined;
  const part = { ...plan, central };
  const virtual = a["vertical.hosting"] === "cloud" ? (license.vendor?.virtual ?? undefined) : undefined;
  const fleet: FleetTerms = {
    servers: t.term(
      `central_servers_licensed.${license.name}`,
      "servers",
      () => `${activeServers(t)} + roundup(${keyOf(t, license, "standby")} * ${passiveServers(t)})`,
    ),
    cores: () => serverNumber(part, t, "cores"),
    sockets: () => serverNumber(part, t, "sockets"),
    volume: () => t.line("volume") + shareFactor(plan, t, "vertical"),
    tb: () => centralLoad(plan, t, "tb"),
    virtual,
  };
  return METRIC_TERMS[license.metric](plan, t, license, fleet);
}

function distributedCount(plan: Plan, t: TermWriter, license: License): string | undefined {
  const { a, distributed } = plan;
  if (!distributed || !licensesOf(a, "horizontal").includes(license)) return undefined;
  const part = { ...plan, distributed };
  const virtual = a["horizontal.hosting"] === "cloud" ? (license.vendor?.virtual ?? undefined) : undefined;
  const fleet: FleetTerms = {
    servers: t.line("nodes"),
    cores: () => nodeNumber(part, t, "cores"),
    sockets: () => nodeNumber(part, t, "sockets"),
    volume: () => distributedLoad(plan, t, "volume"),
    tb: () => distributedLoad(plan, t, "tb"),
    virtual,
  };
  return METRIC_TERMS[license.metric](plan, t, license, fleet);
}

/** Licences of a product that the month needs; sites of a hybrid need them once. */
function licensesNeeded(plan: Plan, t: TermWriter, license: License): string {
  return t.term(`licenses_needed.${license.name}`, "licences", () => {
    t.because(keyOf(t, license, "metric"), keyOf(t, license, "applies"));
    const central = centralCount(plan, t, license);
    const distributed = central !== undefined && license.metric === "site" ? undefined : distributedCount(plan, t, license);
    return sumOfTerms([central, distributed].filter((count) => count !== undefined));
  });
}

const netPrice = (t: TermWriter, license: License): string => `${keyOf(t, license, "price")} * (1 - ${keyOf(t, license, "discount")})`;

/** Products of a model that apply. */
function productsOf({ a }: Plan, model: License["model"]): readonly License[] {
  return a.licenses.filter((license) => license.model === model && license.applies !== "none");
}

/** What is paid in the month for licences of a perpetual product: those by which the count rises above what is held. */
function paidFor(plan: Plan, t: TermWriter, license: License): string {
  const held = `licenses_held.${license.name}`;
  const before = `(month > 1 ? ${quoted(held)}(month - 1) : 0)`;
  return t.flow(`licenses_paid.${license.name}`, "money", () => {
    const now = t.term(held, "licences", () => `max(${before}, ${licensesNeeded(plan, t, license)})`);
    return `(${now} - ${before}) * ${netPrice(t, license)} * ${indexTerm(t, "inflation")}`;
  });
}

/** Terms of purchases of perpetual licences. */
export function purchaseTerms(plan: Plan, t: TermWriter): string {
  return sumOfTerms(productsOf(plan, "perpetual").map((license) => paidFor(plan, t, license)));
}

/** Terms of the support of perpetual licences, on what was paid for them so far. */
export function supportTerms(plan: Plan, t: TermWriter): string {
  return sumOfTerms(
    productsOf(plan, "perpetual").map((license) => {
      const paid = paidFor(plan, t, license);
      return t.flow(
        `support.${license.name}`,
        "money",
        () => `sum(i, 1, month, ${paid}(i)) * ${keyOf(t, license, "support")} / ${MONTHS_PER_YEAR} * ${indexTerm(t, "licenses")}`,
      );
    }),
  );
}

/** Terms of subscriptions. */
export function subscriptionTerms(plan: Plan, t: TermWriter): string {
  return sumOfTerms(
    productsOf(plan, "subscription").map((license) =>
      t.flow(
        `subscription.${license.name}`,
        "money",
        () => `${licensesNeeded(plan, t, license)} * ${netPrice(t, license)} / ${MONTHS_PER_YEAR} * ${indexTerm(t, "licenses")}`,
      ),
    ),
  );
}
