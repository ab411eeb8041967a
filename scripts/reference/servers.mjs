/* The ladders of server shapes: clouds as published, owned servers by a formula over published prices. */
import { raw, table } from "./tables.mjs";

const HOURS_PER_MONTH = 730;
const MONTHS_PER_YEAR = 12;

/* The core on which CPU time is taken to be measured: a vCPU of r8i. */
const BASE_GHZ = 3.9;
const BASE_IPC_SCALE = 1.42;
/* One hyper-threaded core does more than one thread: the usual gain of 20 to 30 %, recalled. */
const HYPER_THREADING_GAIN = 1.25;

const rounded = (value, digits) => Number(value.toFixed(digits));
const money = (value) => rounded(value, 6);

const SERVER_DEFAULTS = {
  role: "both",
  storageTb: null,
  localDiskTb: 0,
  iops: null,
  sockets: 1,
  price: null,
  monthly: null,
  monthly1y: null,
  monthly3y: null,
  kw: 0.5,
  rackUnits: 2,
};
/* How far to trust a committed price: as printed, by the ratio of its family, or by the ratio of another family. */
const TRUST = { direct: "good", family: "medium", linear: "medium", sibling: "low" };

/** Rows of a raw file by name: the cells after the name. */
const byName = (rows) => new Map(rows.map(([name, ...cells]) => [name, cells]));

// ---- AWS -----------------------------------------------------------------------------------------------------------------------------

const AWS_SOURCE =
  "AWS list price, Linux, us-east-1: on demand from aws/karpenter-provider-aws (2026-07-20); 1 year standard, no upfront, from a Vantage export or by its ratio (2024-11); 3 years standard, all upfront, per month, from Netflix service-capacity-modeling (2026-06-09)";

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

function awsLadder(rows) {
  const reserved = raw("aws_reserved_1y.json");
  const [oneYear, disks] = [byName(reserved.prices), byName(raw("aws_local_disks.json").disks)];
  const cells = rows.map((row) => {
    const [speed, overrides] = awsSpeed(row);
    const monthly = money(row.usd_per_hour_on_demand * HOURS_PER_MONTH);
    const monthly3y = row.usd_per_year_3yr_reserved === null ? null : money(row.usd_per_year_3yr_reserved / MONTHS_PER_YEAR);
    const [monthly1y = null, method] = oneYear.get(row.name) ?? [];
    const [localDiskTb = 0] = disks.get(row.name) ?? [];
    return [
      [row.name, row.vcpu, rounded(speed, 4), row.ram_gib, monthly, monthly1y, monthly3y, TRUST[method] ?? null, localDiskTb],
      overrides,
    ];
  });
  const provenance = { unit: "USD/month", source: AWS_SOURCE, date: "2026-07-20", confidence: "good" };
  const commitments = { date1y: reserved.meta.date, date3y: "2026-06-09", upfront1y: 0, upfront3y: 1 };
  const columns = ["name", "cores", "speed", "memoryGib", "monthly", "monthly1y", "monthly3y", "confidence1y", "localDiskTb"];
  return sharedNotes(withoutEmpty(table({ ...SERVER_DEFAULTS, ...provenance, ...commitments }, columns, cells)));
}

/** Without the columns that hold the default in every row. */
function withoutEmpty({ defaults, columns, rows }) {
  const kept = columns.map((column, at) => !(column in defaults) || rows.some((row) => row[at] !== defaults[column]));
  return { defaults, columns: columns.filter((_, at) => kept[at]), rows: rows.map((row) => row.filter((_, at) => kept[at] ?? true)) };
}

// ---- Azure ---------------------------------------------------------------------------------------------------------------------------

/* Azure's file names no clock: each series takes the speed of the AWS shape with processors of the same age. */
const AZURE_SPEEDS = [
  { is: (row) => /^Standard_M.*_v3$/.test(row.name) && row.vcpu > 176, like: "u7i", ghz: 1.9, ipc: 1 },
  { is: (row) => /_v6$/.test(row.name) || /^Standard_M.*_v3$/.test(row.name), like: "m7i", ghz: 3.2, ipc: 1.288 },
  { is: (row) => /_v5$/.test(row.name), like: "i4i", ghz: 3.5, ipc: 1.15 },
  { is: (row) => /_v2$/.test(row.name), like: "i3en", ghz: 3.1, ipc: 1 },
];

function speedRule(file, rules, row) {
  const rule = rules.find((candidate) => candidate.is(row));
  if (!rule) throw new Error(`${file}: no speed for ${row.name}`);
  return rule;
}

const speedOf = ({ ghz, ipc }) => rounded((ghz * ipc) / (BASE_GHZ * BASE_IPC_SCALE), 4);

function azureLadder(rows) {
  const { meta, prices } = raw("azure_reserved.json");
  const reserved = byName(prices);
  const cells = rows
    .filter((row) => row.ram_gib !== null)
    .sort((a, b) => a.ram_gib - b.ram_gib || a.vcpu - b.vcpu || (a.name < b.name ? -1 : 1))
    .map((row) => {
      const speed = speedRule("azure_vm.json", AZURE_SPEEDS, row);
      const monthly = money(row.usd_per_hour_on_demand_eastus * HOURS_PER_MONTH);
      const [monthly1y = null, monthly3y = null, method] = reserved.get(row.name) ?? [];
      const corrected =
        row.printed === undefined ? "" : " The printed price was that of Windows: corrected to Linux, linear in its series.";
      const note = `Core speed taken from ${speed.like} of the same age.${corrected}`;
      const price = [monthly, monthly1y, monthly3y, TRUST[method] ?? null];
      return [[row.name, row.vcpu, speedOf(speed), row.ram_gib, ...price], { note }];
    });
  const defaults = {
    ...SERVER_DEFAULTS,
    unit: "USD/month",
    source: `Azure list price, Linux, East US: pay as you go from Azure/karpenter-provider-azure (2026-06-18); reservations, paid monthly, from ${meta.source.split(" ")[0]} or by the ratio of Esv5 (${meta.date})`,
    date: "2026-06-18",
    confidence: "medium",
    confidence1y: null,
    date1y: meta.date,
    date3y: meta.date,
    upfront1y: 0,
    upfront3y: 0,
  };
  const columns = ["name", "cores", "speed", "memoryGib", "monthly", "monthly1y", "monthly3y", "confidence1y"];
  return sharedNotes(withoutEmpty(table(defaults, columns, cells)));
}

// ---- Google --------------------------------------------------------------------------------------------------------------------------

/* Google's file names no clock either. */
const GCP_SPEEDS = [
  { is: (row) => /^c3-/.test(row.name), like: "m7i", ghz: 3.2, ipc: 1.288 },
  { is: (row) => /^(n2|m3)-/.test(row.name), like: "i4i", ghz: 3.5, ipc: 1.15 },
  { is: (row) => /^m1-/.test(row.name), like: "i3en", ghz: 3.1, ipc: 1 },
];

function gcpLadder(ladder) {
  const { meta, machines } = raw("gcp_machines.json");
  const cells = machines
    .map((cells) => Object.fromEntries(meta.columns.map((column, at) => [column, cells[at]])))
    .filter((row) => row.ladder === ladder)
    .sort((a, b) => a.ram_gib - b.ram_gib || a.vcpu - b.vcpu || (a.name < b.name ? -1 : 1))
    .map((row) => {
      const speed = speedRule("gcp_machines.json", GCP_SPEEDS, row);
      const sustained = row.monthly_sustained === null ? "" : " With the automatic discount for a server that runs all month.";
      const monthly = row.monthly_sustained ?? row.monthly;
      return [
        [row.name, row.vcpu, speedOf(speed), row.ram_gib, monthly, row.monthly_1y, row.monthly_3y, TRUST[row.method]],
        { note: `Core speed taken from ${speed.like} of the same age.${sustained}` },
      ];
    });
  const defaults = {
    ...SERVER_DEFAULTS,
    unit: "USD/month",
    source: `Google list price, Linux, us-central1: on demand and committed use, paid monthly, from ${meta.source}`,
    date: meta.date,
    confidence: "medium",
    upfront1y: 0,
    upfront3y: 0,
  };
  const columns = ["name", "cores", "speed", "memoryGib", "monthly", "monthly1y", "monthly3y", "confidence1y"];
  return sharedNotes(table(defaults, columns, cells));
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

// ---- owned ---------------------------------------------------------------------------------------------------------------------------

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
/* Eight sockets are two chassis of four side by side: prices of 2015 for appliances of 6 and 12 TB made a step of seven times that no server of today has. */
function chassisOf(facts, sockets) {
  const count = sockets === 8 ? 2 : 1;
  const generic = facts.find((fact) => fact.model === `AWS-TCO generic ${sockets / count}S`);
  const rackUnits = count === 2 ? facts.find((fact) => fact.model === "HP DL785 G5").rack_u : generic.rack_u;
  return { base: count * generic.base_usd, perCore: generic.usd_per_core, year: generic.year, kw: count * generic.kw, rackUnits };
}

function ownedRow({ servers: facts, memory }, [sockets, cores, gib]) {
  const name = `x86-${sockets}s-${cores}c-${gib}g`;
  const { base, perCore, year, kw, rackUnits } = chassisOf(facts, sockets);
  const price = money(base + perCore * cores + memory.usd_per_gib * gib);
  const sum = `${base} + ${perCore} x ${cores} cores (list price of ${year}) + ${memory.usd_per_gib} x ${gib} GiB (${memory.date})`;
  return [[name, cores, gib, sockets, price, kw, rackUnits], { note: `${sum}, before discount.` }];
}

function ownedLadder() {
  const facts = raw("onprem_price_facts.json");
  const defaults = {
    ...SERVER_DEFAULTS,
    speed: rounded(((3.2 * 1.288) / (BASE_GHZ * BASE_IPC_SCALE)) * HYPER_THREADING_GAIN, 4),
    unit: "USD",
    source: `kgururaj/cloud_cost_model, from the AWS TCO calculator; memory: ${facts.memory.source}`,
    date: "2016",
    confidence: "assumption",
  };
  const columns = ["name", "cores", "memoryGib", "sockets", "price", "kw", "rackUnits"];
  return table(
    defaults,
    columns,
    OWNED_SHAPES.map((shape) => ownedRow(facts, shape)),
  );
}

/** Every ladder by name. */
export function servers() {
  const aws = raw("aws_vertical_ladders.json");
  const azure = raw("azure_vm.json");
  return {
    "aws-memory": awsLadder(aws.composite_memory_max),
    "aws-general": awsLadder(aws.x86_general_gen8),
    "aws-arm": awsLadder(aws.arm_memory_r8g),
    "aws-nodes": awsLadder(raw("aws_commodity_nodes.json").nodes),
    "azure-m": azureLadder(azure.m_series),
    "azure-e": azureLadder(azure.e_series),
    "gcp-memory": gcpLadder("gcp-memory"),
    "gcp-nodes": gcpLadder("gcp-nodes"),
    "owned-x86": ownedLadder(),
  };
}
