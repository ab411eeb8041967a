/* Rebuilds src/reference/*.json from data/raw. Deterministic: the same raw files give the same bytes, and a test compares. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("..", import.meta.url);
const HOURS_PER_MONTH = 730;
const MONTHS_PER_YEAR = 12;

/* The core on which CPU time is taken to be measured: a vCPU of r8i. */
const BASE_GHZ = 3.9;
const BASE_IPC_SCALE = 1.42;
/* One hyper-threaded core does more than one thread: the usual gain of 20 to 30 %, recalled. */
const HYPER_THREADING_GAIN = 1.25;

const raw = (file) => JSON.parse(readFileSync(new URL(`data/raw/${file}`, root), "utf8"));
const rounded = (value, digits) => Number(value.toFixed(digits));
const money = (value) => rounded(value, 6);

/** A table as columns and rows; what all rows share stands once in `defaults`, and a last object in a row overrides it. */
function table(defaults, columns, rows) {
  return { defaults, columns, rows: rows.map(([cells, overrides]) => (overrides ? [...cells, overrides] : cells)) };
}

// ---- servers -------------------------------------------------------------------------------------------------------------------------

const SERVER_DEFAULTS = {
  role: "both",
  storageTb: null,
  iops: null,
  sockets: 1,
  price: null,
  monthly: null,
  monthly1y: null,
  monthly3y: null,
  kw: 0.5,
  rackUnits: 2,
};
const AWS_SOURCE =
  "AWS list price, Linux, us-east-1: on demand from aws/karpenter-provider-aws; 3 years reserved from Netflix service-capacity-modeling (2026-06-09)";

function awsSpeed(row) {
  const clock = row.ghz / BASE_GHZ;
  if (row.cpu_maker === "aws")
    return [
      clock,
      { confidence: "medium", note: "Core speed assumed: clock alone. A Graviton vCPU is a whole core, so this may understate it." },
    ];
  if (row.ipc_scale === null)
    return [clock / BASE_IPC_SCALE, { confidence: "medium", note: "Core speed assumed: work per clock of an older x86 core (1/1.42)." }];
  return [(clock * row.ipc_scale) / BASE_IPC_SCALE, null];
}

function awsRow(row) {
  const [speed, overrides] = awsSpeed(row);
  const monthly = money(row.usd_per_hour_on_demand * HOURS_PER_MONTH);
  const monthly3y = row.usd_per_year_3yr_reserved === null ? null : money(row.usd_per_year_3yr_reserved / MONTHS_PER_YEAR);
  return [[row.name, row.vcpu, rounded(speed, 4), row.ram_gib, monthly, monthly3y], overrides];
}

function awsLadder(rows) {
  const defaults = { ...SERVER_DEFAULTS, unit: "USD/month", source: AWS_SOURCE, date: "2026-07-20", confidence: "good" };
  return sharedNotes(table(defaults, ["name", "cores", "speed", "memoryGib", "monthly", "monthly3y"], rows.map(awsRow)));
}

/* Azure's file names no clock: each series takes the speed of the AWS shape with processors of the same age. */
const AZURE_SPEEDS = [
  { is: (row) => /^Standard_M.*_v3$/.test(row.name) && row.vcpu > 176, like: "u7i", ghz: 1.9, ipc: 1 },
  { is: (row) => /_v6$/.test(row.name) || /^Standard_M.*_v3$/.test(row.name), like: "m7i", ghz: 3.2, ipc: 1.288 },
  { is: (row) => /_v5$/.test(row.name), like: "i4i", ghz: 3.5, ipc: 1.15 },
  { is: (row) => /_v2$/.test(row.name), like: "i3en", ghz: 3.1, ipc: 1 },
];

function azureSpeed(row) {
  const rule = AZURE_SPEEDS.find((candidate) => candidate.is(row));
  if (!rule) throw new Error(`azure_vm.json: no speed for ${row.name}`);
  return rule;
}

/* A few shapes are listed at 1.8 times their siblings' price per vCPU: kept as published, marked. */
function azureOutliers(rows) {
  const series = (row) => row.name.replace(/\d+/, "#");
  const perVcpu = (row) => row.usd_per_hour_on_demand_eastus / row.vcpu;
  const least = new Map();
  for (const row of rows) least.set(series(row), Math.min(least.get(series(row)) ?? Infinity, perVcpu(row)));
  return new Set(rows.filter((row) => /^Standard_E/.test(row.name) && perVcpu(row) > 1.5 * least.get(series(row))).map((row) => row.name));
}

function azureLadder(rows) {
  const outliers = azureOutliers(rows);
  const cells = rows
    .filter((row) => row.ram_gib !== null)
    .sort((a, b) => a.ram_gib - b.ram_gib || a.vcpu - b.vcpu || (a.name < b.name ? -1 : 1))
    .map((row) => {
      const speed = azureSpeed(row);
      const monthly = money(row.usd_per_hour_on_demand_eastus * HOURS_PER_MONTH);
      const note = `Core speed taken from ${speed.like} of the same age.`;
      const overrides = outliers.has(row.name)
        ? { confidence: "low", note: `${note} Published price per vCPU is far above its siblings': check it.` }
        : { note };
      return [[row.name, row.vcpu, rounded((speed.ghz * speed.ipc) / (BASE_GHZ * BASE_IPC_SCALE), 4), row.ram_gib, monthly], overrides];
    });
  const defaults = {
    ...SERVER_DEFAULTS,
    unit: "USD/month",
    source: "Azure list price, Linux pay as you go, East US, from Azure/karpenter-provider-azure",
    date: "2026-06-18",
    confidence: "medium",
  };
  return sharedNotes(table(defaults, ["name", "cores", "speed", "memoryGib", "monthly"], cells));
}

/** Moves the override that most rows share into the defaults. */
function sharedNotes({ defaults, columns, rows }) {
  const counts = new Map();
  const last = (row) => (row.length > columns.length ? JSON.stringify(row.at(-1)) : null);
  for (const row of rows) if (last(row)) counts.set(last(row), (counts.get(last(row)) ?? 0) + 1);
  const [common] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [];
  if (!common || counts.get(common) < rows.length / 2 || rows.some((row) => !last(row))) return { defaults, columns, rows };
  return {
    defaults: { ...defaults, ...JSON.parse(common) },
    columns,
    rows: rows.map((row) => (last(row) === common ? row.slice(0, -1) : row)),
  };
}

/* Owned shapes: cores and memory are ours, every price follows from a published one. No row is a quote. */
/** @type {[sockets: number, cores: number, gib: number][]} */
const OWNED_SHAPES = [
  [1, 16, 128],
  [1, 32, 256],
  [2, 32, 512],
  [2, 64, 512],
  [2, 64, 1024],
  [2, 96, 1536],
  [4, 96, 2048],
  [4, 128, 3072],
  [4, 224, 4096],
  [8, 224, 6144],
  [8, 448, 12288],
];
const OWNED_SPEED = ((3.2 * 1.288) / (BASE_GHZ * BASE_IPC_SCALE)) * HYPER_THREADING_GAIN;

function ownedRow(facts, [sockets, cores, gib]) {
  const name = `x86-${sockets}s-${cores}c-${gib}g`;
  if (sockets <= 4) {
    const generic = facts.find((fact) => fact.model === `AWS-TCO generic ${sockets}S`);
    const price = generic.base_usd + generic.usd_per_core * cores + generic.usd_per_gb * gib;
    const sum = `${generic.base_usd} + ${generic.usd_per_core} x ${cores} cores + ${generic.usd_per_gb} x ${gib} GiB`;
    return [
      [name, cores, gib, sockets, price, generic.kw, generic.rack_u],
      { note: `${sum}, list price of ${generic.year} before discount.` },
    ];
  }
  const appliance = facts.find((fact) => fact.sockets === sockets && fact.ram_gb === gib);
  const fourSockets = facts.find((fact) => fact.model === "AWS-TCO generic 4S");
  const chassis = facts.find((fact) => fact.model === "HP DL785 G5");
  return [
    [name, cores, gib, sockets, appliance.usd, 2 * fourSockets.kw, chassis.rack_u],
    {
      source: "blogs.sap.com, S/4HANA large-scale hardware options",
      date: String(appliance.year),
      note: `Price of a ${gib / 1024} TB appliance of ${appliance.year} (${appliance.kind}): likely high today. Power: twice four sockets.`,
    },
  ];
}

function ownedLadder() {
  const defaults = {
    ...SERVER_DEFAULTS,
    speed: rounded(OWNED_SPEED, 4),
    unit: "USD",
    source: "kgururaj/cloud_cost_model, from the AWS TCO calculator",
    date: "2016",
    confidence: "assumption",
  };
  const { servers } = raw("onprem_price_facts.json");
  const columns = ["name", "cores", "memoryGib", "sockets", "price", "kw", "rackUnits"];
  return table(
    defaults,
    columns,
    OWNED_SHAPES.map((shape) => ownedRow(servers, shape)),
  );
}

function servers() {
  const aws = raw("aws_vertical_ladders.json");
  const azure = raw("azure_vm.json");
  return {
    "aws-memory": awsLadder(aws.composite_memory_max),
    "aws-general": awsLadder(aws.x86_general_gen8),
    "aws-arm": awsLadder(aws.arm_memory_r8g),
    "aws-nodes": awsLadder(raw("aws_commodity_nodes.json").nodes),
    "azure-m": azureLadder(azure.m_series),
    "azure-e": azureLadder(azure.e_series),
    "owned-x86": ownedLadder(),
  };
}

// ---- transfer ------------------------------------------------------------------------------------------------------------------------

/** Graduated tiers [from, price], the free allowance as a first tier that shifts the bounds. */
function tiers(prices, edges, free) {
  const paid = prices.map((price, index) => [(index === 0 ? 0 : edges[index - 1]) + free, price]);
  return free > 0 ? [[0, 0], ...paid] : paid;
}

function transfer() {
  const { aws, azure, gcp } = raw("bandwidth_rates.json").rates;
  const recalled = { unit: "GiB", date: "2026-11", confidence: "recalled" };
  return {
    "aws-internet": {
      unit: "GiB",
      source: aws.source,
      date: aws.date,
      confidence: "good",
      tiers: tiers(aws.internet, aws.edges_gb, aws.free_gb),
    },
    "azure-internet": { ...recalled, source: azure.source, tiers: tiers(azure.internet, azure.edges_gb, azure.free_gb) },
    "gcp-premium": {
      unit: "GiB",
      source: gcp.premium_source,
      date: "2024",
      confidence: "medium",
      tiers: tiers(gcp.premium, gcp.premium_edges_gib, 0),
    },
    "gcp-standard": { ...recalled, source: gcp.standard_source, tiers: tiers(gcp.standard, gcp.standard_edges_gib, 0) },
    none: {
      unit: "GB",
      source: "no charge for transfer, stated by the user",
      date: "2026",
      confidence: "assumption",
      tiers: tiers([0], [], 0),
    },
  };
}

// ---- licences, roles, facts ----------------------------------------------------------------------------------------------------------

/** The listed price at a path: a number, or the first of a range such as "1,069-1,176". */
function listedPrice(prices, path) {
  const dot = path.indexOf(".");
  const listed = prices[path.slice(0, dot)][path.slice(dot + 1)];
  const price = typeof listed === "number" ? listed : Number(listed.split("-")[0].replaceAll(",", ""));
  if (!(price > 0)) throw new Error(`licenses.json: no price at ${path}`);
  return price;
}

function licenses() {
  const { defaults, products, ...catalogue } = raw("licenses.json");
  const prices = raw("licence_prices.json");
  return {
    defaults,
    rows: products.map(({ from, per = 1, ...product }) => {
      const price = typeof product.price === "string" ? listedPrice(prices, product.price) / per : product.price;
      return { name: product.name, ...(from ? catalogue[from] : {}), ...product, price };
    }),
  };
}

function roles() {
  const [header, ...lines] = readFileSync(new URL("data/raw/roles.csv", root), "utf8").trim().split(/\r?\n/);
  const names = header.split(",");
  const rows = lines.map((line) => {
    const row = Object.fromEntries(line.split(",").map((cell, index) => [names[index], cell]));
    const number = (text) => (text === "" ? null : Number(text));
    const confidence = /recalled|proxy/.test(row.source) ? "recalled" : "medium";
    const cells = [
      row.role,
      row.applies,
      row.driver,
      number(row.ratio),
      Number(row.fixed),
      Number(row.minimum),
      Number(row.salary),
      row.oncall === "TRUE",
    ];
    return [[...cells, row.source, confidence], null];
  });
  const columns = ["role", "applies", "driver", "ratio", "fixed", "minimum", "salary", "oncall", "source", "confidence"];
  return table({ date: "2024-05", unit: "USD/year" }, columns, rows);
}

function facts() {
  const rows = raw("facts.json").facts.map(({ from, ...fact }) => {
    raw(from);
    return { low: null, high: null, ...fact };
  });
  const columns = ["name", "topic", "label", "value", "low", "high", "unit", "source", "date", "confidence"];
  return table(
    {},
    columns,
    rows.map((row) => [columns.map((column) => row[column]), row.note ? { note: row.note } : null]),
  );
}

// ---- output --------------------------------------------------------------------------------------------------------------------------

/** JSON with one table row per line, so that a changed price is a one-line difference. */
function text(value, indent = "") {
  const inner = `${indent}  `;
  const flat = JSON.stringify(value);
  if (typeof value !== "object" || value === null || flat.length <= 140 - indent.length) return flat;
  if (Array.isArray(value)) return `[\n${value.map((item) => inner + JSON.stringify(item)).join(",\n")}\n${indent}]`;
  const members = Object.entries(value).map(([key, member]) => `${inner}${JSON.stringify(key)}: ${text(member, inner)}`);
  return `{\n${members.join(",\n")}\n${indent}}`;
}

/** Every reference file by name, as text. */
export function referenceFiles() {
  const tables = { servers: servers(), transfer: transfer(), licenses: licenses(), roles: roles(), facts: facts() };
  return Object.fromEntries(Object.entries(tables).map(([name, value]) => [`${name}.json`, `${text(value)}\n`]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(new URL("src/reference/", root), { recursive: true });
  for (const [name, content] of Object.entries(referenceFiles())) writeFileSync(new URL(`src/reference/${name}`, root), content);
}
