/**
 * The rules of FOCUS 1.2 (FinOps Open Cost and Usage Specification, tag v1.2 of May 2025, specification/columns and specification/attributes) that a file of costs can
 * break by itself: columns that must be present, nulls, allowed values, formats, and what must go together in a row.
 */

export type Row = Readonly<Record<string, string>>;

const PERIOD = /^\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;
/** NumericFormat: an integer, a decimal, or mEn with a sign only where n is negative. */
const DECIMAL = /^-?\d+(\.\d+)?(E-?\d+)?$/;
/** UnitFormat: plural units, of which those of time are from its list. */
const UNIT = /^[A-Z]\w*s$/;

type Level = "Mandatory" | "Recommended";
type Nulls = "null" | "not null";

/** Columns that a data set must or should have, with their allowed nulls and the form of their values. */
const COLUMNS: Readonly<Record<string, readonly [Level, Nulls, RegExp?]>> = {
  AvailabilityZone: ["Recommended", "null"],
  BilledCost: ["Mandatory", "not null", DECIMAL],
  BillingAccountId: ["Mandatory", "not null"],
  BillingAccountName: ["Mandatory", "null"],
  BillingCurrency: ["Mandatory", "not null", /^[A-Z]{3}$/],
  BillingPeriodEnd: ["Mandatory", "not null", PERIOD],
  BillingPeriodStart: ["Mandatory", "not null", PERIOD],
  ChargeCategory: ["Mandatory", "not null", /^(Usage|Purchase|Tax|Credit|Adjustment)$/],
  ChargeClass: ["Mandatory", "null", /^Correction$/],
  ChargeDescription: ["Mandatory", "null"],
  ChargeFrequency: ["Recommended", "not null", /^(One-Time|Recurring|Usage-Based)$/],
  ChargePeriodEnd: ["Mandatory", "not null", PERIOD],
  ChargePeriodStart: ["Mandatory", "not null", PERIOD],
  ContractedCost: ["Mandatory", "not null", DECIMAL],
  EffectiveCost: ["Mandatory", "not null", DECIMAL],
  InvoiceId: ["Recommended", "null"],
  InvoiceIssuerName: ["Mandatory", "not null"],
  ListCost: ["Mandatory", "not null", DECIMAL],
  PricingQuantity: ["Mandatory", "null", DECIMAL],
  PricingUnit: ["Mandatory", "null", UNIT],
  ProviderName: ["Mandatory", "not null"],
  PublisherName: ["Mandatory", "not null"],
  ServiceCategory: ["Mandatory", "not null"],
  ServiceName: ["Mandatory", "not null"],
  ServiceSubcategory: ["Recommended", "not null"],
};

/** Of the allowed subcategories those that a plan may need, by their one parent. */
const SUBCATEGORIES: Readonly<Record<string, readonly string[]>> = {
  "Business Applications": ["Productivity and Collaboration", "Other (Business Applications)"],
  Compute: ["Containers", "End User Computing", "Quantum Compute", "Serverless Compute", "Virtual Machines", "Other (Compute)"],
  Databases: ["Caching", "Data Warehouses", "NoSQL Databases", "Relational Databases", "Other (Databases)"],
  "Management and Governance": [
    "Architecture",
    "Compliance",
    "Cost Management",
    "Data Governance",
    "Disaster Recovery",
    "Endpoint Management",
    "Observability",
    "Support",
    "Other (Management and Governance)",
  ],
  Networking: ["Content Delivery", "Network Connectivity", "Network Infrastructure", "Network Routing", "Other (Networking)"],
  Security: ["Secret Management", "Security Posture Management", "Threat Detection and Response", "Other (Security)"],
  Storage: ["Backup Storage", "Block Storage", "File Storage", "Object Storage", "Storage Platforms", "Other (Storage)"],
  Other: ["Other (Other)"],
};

const isPriced = (row: Row): boolean => ["Usage", "Purchase"].includes(row.ChargeCategory) && row.ChargeClass === "";

/** What must go together in a row: the words of a rule, and whether a row keeps it. */
const ROW_RULES: readonly (readonly [string, (row: Row) => boolean])[] = [
  ["PricingQuantity must not be null for Usage and Purchase", (row) => !isPriced(row) || row.PricingQuantity !== ""],
  ["PricingQuantity must be null for Tax", (row) => row.ChargeCategory !== "Tax" || row.PricingQuantity === ""],
  ["PricingUnit must be null where PricingQuantity is, and only there", (row) => (row.PricingUnit === "") === (row.PricingQuantity === "")],
  ["A Purchase must not be Usage-Based", (row) => row.ChargeCategory !== "Purchase" || row.ChargeFrequency !== "Usage-Based"],
  [
    "The costs of a Credit must match its BilledCost",
    (row) =>
      row.ChargeCategory !== "Credit" || [row.ListCost, row.ContractedCost, row.EffectiveCost].every((cost) => cost === row.BilledCost),
  ],
  [
    "ServiceSubcategory must belong to ServiceCategory",
    (row) => (SUBCATEGORIES[row.ServiceCategory] ?? []).includes(row.ServiceSubcategory),
  ],
  ["A billing period must end after it starts", (row) => row.BillingPeriodStart < row.BillingPeriodEnd],
  ["A charge period must end after it starts", (row) => row.ChargePeriodStart < row.ChargePeriodEnd],
  [
    "A charge period must be within its billing period",
    (row) => row.ChargePeriodStart >= row.BillingPeriodStart && row.ChargePeriodEnd <= row.BillingPeriodEnd,
  ],
  ["BillingCurrency must be a code of ISO 4217", (row) => Intl.supportedValuesOf("currency").includes(row.BillingCurrency)],
];

/** What is wrong with the header: columns that are missing, not ours to name, or out of order. */
function headerFaults(header: readonly string[]): readonly string[] {
  const missing = Object.keys(COLUMNS).filter((name) => !header.includes(name));
  const unknown = header.filter((name) => COLUMNS[name] === undefined && !/^x_[A-Z][A-Za-z]*$/.test(name));
  const repeated = header.filter((name, at) => header.indexOf(name) !== at);
  const firstOwn = header.findIndex((name) => name.startsWith("x_"));
  const late = firstOwn < 0 ? [] : header.slice(firstOwn).filter((name) => !name.startsWith("x_"));
  return [
    ...missing.map((name) => `${name} (${COLUMNS[name][0]}) must be present`),
    ...unknown.map((name) => `${name} is no column of FOCUS and has no prefix x_`),
    ...repeated.map((name) => `${name} is there twice`),
    ...late.map((name) => `${name} must be before the columns with the prefix x_`),
  ];
}

function cellFaults(row: Row): readonly string[] {
  return Object.entries(COLUMNS).flatMap(([name, [, nulls, form]]) => {
    const cell = row[name] ?? "";
    if (cell === "") return nulls === "null" ? [] : [`${name} must not be null`];
    if (cell.trim() === "") return [`${name} must not be blanks`];
    return form && !form.test(cell) ? [`${name} must not be ${cell}`] : [];
  });
}

/** Every rule of FOCUS 1.2 that a file of costs breaks, each once; nothing for a file that conforms. */
export function focusFaults(header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const named = rows.map((cells): Row => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ""])));
  const faults = named.flatMap((row) => [...cellFaults(row), ...ROW_RULES.flatMap(([words, keeps]) => (keeps(row) ? [] : [words]))]);
  return [...headerFaults(header), ...new Set(faults)];
}
