import { priceIndexIn } from "../../src/engine/capacity/indices";
import { licenseCosts } from "../../src/engine/cost/licenseCost";
import type { LicenseTerms } from "../../src/engine/cost/licenseCost";
import { licenseUnits, productLicenses } from "../../src/engine/cost/licenseUnits";
import type { ProductUse } from "../../src/engine/cost/licenseUnits";
import { ModelError } from "../../src/engine/errors";
import type { LicenseProduct } from "../../src/engine/catalogue/reference";
import { reference } from "../../src/reference/load";
import type { PublishedCase } from "./family";
import { describeFamily, given } from "./family";

function product(name: string, changes: Partial<LicenseProduct> = {}): LicenseProduct {
  const found = reference.licenses.find((row) => row.name === name);
  if (!found) throw new Error(`the catalogue has no ${name}`);
  return { ...found, ...changes };
}

const USE: ProductUse = { coresPerServer: 1, sockets: 1, servers: 1, users: 0, virtual: false };
const count = (name: string, use: Partial<ProductUse>, changes: Partial<LicenseProduct> = {}): number =>
  productLicenses(product(name, changes), { ...USE, ...use });

const TERMS: LicenseTerms = { licenses: [1], price: 0, model: "perpetual", support: 0, uplift: 0, firstUpliftYear: 2, discount: 0 };
const costs = (terms: Partial<LicenseTerms>, years: number): readonly number[] => licenseCosts({ ...TERMS, ...terms }, years);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** License cost and yearly support: what the first year costs beyond support, and the second year. */
function firstYears(terms: Partial<LicenseTerms>): { paid: number; support: number } {
  const [first = Number.NaN, second = Number.NaN] = costs(terms, 2);
  return { paid: first - second, support: second };
}

/** Processor licenses of the case's servers; a case about cost alone states them. */
function processors({ inputs }: PublishedCase): number {
  const coresPerServer = inputs.cores ?? inputs.cpus * inputs.coresPerCpu;
  return inputs.licenses ?? count("oracle-db-ee", { coresPerServer }, { factor: inputs.core_factor ?? inputs.coreFactor });
}

function oracle(published: PublishedCase): Record<string, number> {
  const { inputs } = published;
  const licenses = processors(published);
  const price = inputs.list_per_processor ?? inputs.list ?? 0;
  const support = inputs.support ?? inputs.supportPct ?? 0;
  const { paid, support: perYear } = firstYears({ licenses: [licenses], price, support, discount: inputs.discount ?? 0 });
  return {
    ...{ processors: licenses, licenses: licenses, net: paid, license: paid, licenseCost: paid },
    ...{ support_year: perYear, supportPerYear: perYear, supportPerProcessor: perYear / licenses },
  };
}

function namedUsers(name: string, use: Partial<ProductUse>, terms: Partial<LicenseTerms>): Record<string, number> {
  const nup = count(name, use);
  const { paid, support } = firstYears({ licenses: [nup], ...terms });
  return { nup, net: paid, licenseCost: paid, support_year: support, supportPerYear: support };
}

/** A yearly fee whose first rise comes so early that the last of the years has seen the stated number of rises. */
function escalated({ inputs }: PublishedCase): { fee: number } {
  const years = 5;
  const fees = costs(
    { price: inputs.base, model: "subscription", uplift: inputs.rate, firstUpliftYear: years - inputs.uplifts + 1 },
    years,
  );
  return { fee: fees.at(-1) ?? Number.NaN };
}

function windows({ inputs }: PublishedCase): { cores: number; packs: number } {
  const use = { sockets: inputs.cpus, coresPerServer: inputs.cpus * inputs.coresPerCpu };
  return { cores: count("windows-server-standard", use, { pack: 1 }), packs: count("windows-server-standard", use) };
}

describeFamily("licensing", {
  "lic-ora-proc-24": oracle,
  "lic-ora-8c": oracle,
  "lic-ora-odd": oracle,
  "rule:oracle_processor": oracle,
  "rule:oracle_processor_cost": oracle,
  "lic-ora-support-y2": ({ inputs }) => ({ support: inputs.support * priceIndexIn(inputs.uplift, inputs.year, 2) }),
  "lic-ora-nup-24": ({ inputs }) =>
    namedUsers(
      "oracle-db-ee-nup",
      { users: inputs.users, coresPerServer: inputs.cores },
      { price: inputs.list_per_nup, discount: inputs.discount, support: inputs.support },
    ),
  "rule:oracle_cloud_vcpu": (published) => {
    const wholeCores = { virtual: { factor: 1, pack: 1, minimum: 0, maxCores: null } };
    const changes = given<boolean>(published, "hyperthreading") ? {} : wholeCores;
    return { licenses: count("oracle-db-ee", { coresPerServer: published.inputs.vcpu, virtual: true }, changes) };
  },
  "rule:oracle_se2_cloud": ({ inputs }) => ({ sockets: count("oracle-db-se2", { coresPerServer: inputs.vcpu, virtual: true }) }),
  "LIC-017": ({ inputs }) => {
    try {
      return { sockets: count("oracle-db-se2", { coresPerServer: inputs.vcpu, virtual: true }) };
    } catch (refusal) {
      const limit = refusal instanceof ModelError ? /allows up to (\d+) per server/.exec(refusal.message)?.[1] : undefined;
      return { error: `SE2 limited to ${limit ?? "?"} vCPU (policy)` };
    }
  },
  "LIC-020": ({ inputs }) =>
    namedUsers(
      "oracle-db-se2-nup",
      { users: inputs.users, servers: inputs.servers },
      { price: inputs.list, support: product("oracle-db-se2-nup").support },
    ),
  "LIC-022": ({ inputs }) => {
    const coresPerServer = inputs.processors / product("oracle-db-ee-nup").factor;
    return {
      minimum: count("oracle-db-ee-nup", { coresPerServer }),
      ...namedUsers("oracle-db-ee-nup", { users: inputs.users, coresPerServer }, { price: inputs.list }),
    };
  },
  "rule:oracle_5yr": ({ inputs }) => ({
    total: sum(costs({ price: inputs.licenseCost, support: inputs.supportPct, uplift: inputs.uplift }, inputs.years)),
  }),
  "LIC-029": ({ inputs }) => ({ packs: count("sql-server-standard", { coresPerServer: inputs.cores }) }),
  "LIC-035": ({ inputs }) => {
    const packs = count("sql-server-standard", { coresPerServer: inputs.cores });
    const terms = { licenses: [packs], price: 2 * inputs.perCore, support: inputs.saPct };
    const { paid, support } = firstYears(terms);
    return { packs, licenseCost: paid, saTotal: support * inputs.years, total: sum(costs(terms, inputs.years)) };
  },
  "rule:windows_cores": windows,
  "LIC-046": ({ inputs }) => {
    const stacks = licenseUnits(inputs.vms, { pack: 2 });
    return { stacks, coreLicenses: stacks * count("windows-server-standard", { coresPerServer: inputs.hostCores }, { pack: 1 }) };
  },
  "LIC-050": ({ inputs }) => ({
    twoCorePacks: licenseUnits(inputs.cores, { pack: 2 }),
    sixteenCorePacks: licenseUnits(inputs.cores, { pack: 16 }),
  }),
  // The cases are of hosts within a larger order.
  "rule:vmware_cores": ({ inputs }) => ({
    cores: count("vmware-vcf", { sockets: inputs.cpus, coresPerServer: inputs.cpus * inputs.coresPerCpu }, { minimumOrder: 0 }),
  }),
  "LIC-060": ({ inputs }) => ({ cores: licenseUnits(inputs.cores, { pack: inputs.pack }) * inputs.pack }),
  "LIC-061": ({ inputs }) => ({ corePairs: count("openshift", { coresPerServer: inputs.cores }) }),
  "LIC-062": ({ inputs }) => ({ corePairs: count("openshift", { coresPerServer: inputs.vcpu, virtual: true }) }),
  "LIC-064": (published) => {
    const [{ sockets, cores }] = given<readonly [{ sockets: number; cores: number }]>(published, "servers");
    return { socketPairs: count("openshift-socket-pair", { sockets, coresPerServer: cores }) };
  },
  "rule:escalator": escalated,
  "rule:escalator_cumulative": (published) => {
    const { inputs } = published;
    const firstUpliftYear = given<boolean>(published, "firstYearEscalated") ? 1 : 2;
    return { total: sum(costs({ price: inputs.base, model: "subscription", uplift: inputs.rate, firstUpliftYear }, inputs.years)) };
  },
});
