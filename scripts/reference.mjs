/* Rebuilds src/reference/*.json from data/raw. Deterministic: the same raw files give the same bytes, and a test compares. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { servers } from "./reference/servers.mjs";
import { raw, root, table } from "./reference/tables.mjs";

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

// ---- licenses, roles, facts ----------------------------------------------------------------------------------------------------------

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

/** The lines of a raw CSV file as objects; its cells may be quoted. */
function csv(file) {
  const [names, ...lines] = readFileSync(new URL(`data/raw/${file}`, root), "utf8")
    .trim()
    .split(/\r?\n/)
    .map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain));
  return lines.map((cells) => Object.fromEntries(names.map((name, at) => [name, cells[at]])));
}

/** Date of the wages in use: the last survey that is published. */
const WAGE_DATE = "2025-05";

function roles() {
  const wages = new Map(csv("wages_oews.csv").flatMap((row) => (row.date === WAGE_DATE ? [[row.soc, row]] : [])));
  const rows = csv("roles.csv").map((row) => {
    const wage = wages.get(row.soc);
    if (!wage) throw new Error(`wages_oews.csv: no wage of ${WAGE_DATE} for ${row.soc}`);
    const number = (text) => (text === "" ? null : Number(text));
    const source = `BLS OEWS ${row.soc} ${wage.occupation.toLowerCase()}, median${row.note && `, ${row.note}`}; ratio an assumption`;
    const numbers = [number(row.ratio), Number(row.fixed), Number(row.minimum), Number(wage.median)];
    return [[row.role, row.applies, row.driver, ...numbers, row.oncall === "TRUE", source], wage.note ? { note: wage.note } : null];
  });
  const columns = ["role", "applies", "driver", "ratio", "fixed", "minimum", "salary", "oncall", "source"];
  return table({ date: WAGE_DATE, unit: "USD/year", confidence: "medium" }, columns, rows);
}

function facts() {
  const rows = raw("facts.json").facts.map(({ from, ...fact }) => {
    readFileSync(new URL(`data/raw/${from}`, root));
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
