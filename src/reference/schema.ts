/** The format of the reference files. Tests validate the files against it; it isn't part of the product. */

import * as v from "valibot";
import { ModelError } from "../engine/errors";
import type { Fact, LicenseProduct, Reference, RoleRow, ServerRow, Tier, TransferRates } from "../engine/catalogue/reference";
import { expanded } from "./load";
import type { CompactTable, ReferenceFiles } from "./load";

const text = v.pipe(v.string(), v.nonEmpty());
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));
const orNull = <S extends v.GenericSchema>(schema: S) => v.nullable(schema);

const confidence = v.picklist(["good", "medium", "low", "assumption", "recalled"]);
const date = v.pipe(v.string(), v.regex(/\d{4}/, "needs a year"));
const share = v.pipe(amount, v.maxValue(1));
const provenance = {
  source: text,
  date,
  confidence,
  note: v.exactOptional(text),
};
const priced = { ...provenance, unit: text };
const applies = v.picklist(["vertical", "horizontal", "both", "none"]);

const serverRow = v.strictObject({
  name: text,
  role: v.picklist(["vertical", "horizontal", "both"]),
  cores: positive,
  speed: positive,
  memoryGib: positive,
  storageTb: orNull(positive),
  localDiskTb: amount,
  iops: orNull(positive),
  sockets: v.pipe(positive, v.integer()),
  price: orNull(positive),
  monthly: orNull(positive),
  monthly1y: orNull(positive),
  monthly3y: orNull(positive),
  kw: positive,
  rackUnits: positive,
  date1y: v.exactOptional(date),
  date3y: v.exactOptional(date),
  upfront1y: v.exactOptional(share),
  upfront3y: v.exactOptional(share),
  confidence1y: v.exactOptional(orNull(confidence)),
  ...priced,
}) satisfies v.GenericSchema<unknown, ServerRow>;

const transferRates = v.strictObject({
  ...priced,
  unit: v.picklist(["GB", "GiB"]),
  tiers: v.pipe(
    v.array(v.tuple([amount, amount])),
    v.nonEmpty(),
    v.check((tiers) => tiers.every(([from], index) => (index === 0 ? from === 0 : from > tiers[index - 1][0])), "tiers must rise from 0"),
    v.transform((tiers): Tier[] => tiers.map(([from, price]) => ({ from, price }))),
  ),
}) satisfies v.GenericSchema<unknown, TransferRates>;

const roleRow = v.strictObject({
  role: text,
  applies: v.picklist(["vertical", "horizontal", "both"]),
  driver: text,
  ratio: orNull(positive),
  fixed: amount,
  minimum: amount,
  salary: positive,
  oncall: v.boolean(),
  ...priced,
}) satisfies v.GenericSchema<unknown, RoleRow>;

const virtualRule = v.strictObject({
  factor: positive,
  pack: positive,
  minimum: amount,
  maxCores: orNull(positive),
  metric: v.exactOptional(v.literal("server")),
});

const licenseProduct = v.pipe(
  v.strictObject({
    name: text,
    label: text,
    applies,
    metric: v.picklist(["core", "processor", "socket", "server", "vcpu", "user", "site", "node", "instance", "tb"]),
    model: v.picklist(["perpetual", "subscription"]),
    price: orNull(amount),
    factor: positive,
    pack: positive,
    minimum: amount,
    minimumServer: amount,
    minimumPerProcessor: amount,
    minimumOrder: amount,
    coresPerLicense: orNull(positive),
    pooled: v.boolean(),
    support: amount,
    standby: share,
    maxCores: orNull(positive),
    maxSockets: orNull(positive),
    maxMemoryGib: orNull(positive),
    virtual: orNull(virtualRule),
    ask: orNull(text),
    ...priced,
  }),
  v.check(
    (product) => (product.price === null) === (product.ask !== null),
    "price: a product without a price says what to ask for, and only such a one",
  ),
) satisfies v.GenericSchema<unknown, LicenseProduct>;

const fact = v.strictObject({
  name: text,
  topic: text,
  label: text,
  value: v.pipe(v.number(), v.finite()),
  low: orNull(v.number()),
  high: orNull(v.number()),
  ...priced,
}) satisfies v.GenericSchema<unknown, Fact>;

/** The value if it fits the schema, else a ModelError that names the file, the row and the field. */
function checked<S extends v.GenericSchema>(file: string, row: string, schema: S, value: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const field = v.getDotPath(issue) ?? "row";
  throw new ModelError("wrong-type", field, `${file}, row "${row}", ${field}: ${issue.message}`);
}

function checkedRows<S extends v.GenericSchema>(file: string, schema: S, table: CompactTable): v.InferOutput<S>[] {
  const names = new Set<string>();
  return expanded(table).map((row, index) => {
    const { name = row["role"] } = row;
    if (typeof name !== "string") throw new ModelError("missing", "name", `${file}, row ${index + 1}, name: it has none`);
    if (names.has(name)) throw new ModelError("conflict", "name", `${file}, row "${name}", name: it stands twice`);
    names.add(name);
    return checked(file, name, schema, row);
  });
}

/** The reference data of these files, every row checked; a broken row is an error with file, row and field. */
export function checkedReference(files: ReferenceFiles): Reference {
  const ladders = Object.entries(files.servers).map(
    ([name, table]) => [name, checkedRows(`servers.json ${name}`, serverRow, table)] as const,
  );
  const rates = Object.entries(files.transfer).map(([name, row]) => [name, checked("transfer.json", name, transferRates, row)] as const);
  return {
    ladders: Object.fromEntries(ladders),
    transferRates: Object.fromEntries(rates),
    roles: checkedRows("roles.json", roleRow, files.roles),
    licenses: checkedRows("licenses.json", licenseProduct, files.licenses),
    facts: checkedRows("facts.json", fact, files.facts),
  };
}
