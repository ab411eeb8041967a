/** Writes the loops of the model from its formulas. `npm run generate` writes them to src/engine/model/generated; a test compares. */
import { treeOf } from "../../src/engine/demand/expressionTree";
import type { Entry, Quantity } from "../../src/engine/model/entry";
import { readsOf, readsOfGroup } from "../../src/engine/model/language/reads";
import { nameIn } from "../../src/engine/model/language/names";
import type { Names } from "../../src/engine/model/language/names";
import type { SetName } from "../../src/engine/model/rows";
import { mistakesIn } from "./check";
import { guardOf, isConstant } from "./constant";
import { compiled } from "./fast";
import { camel, FunctionCode } from "./functionCode";
import { summedIn } from "./summed";

/** The files of generated code, by their path. */
export function generatedFiles(
  entries: readonly Entry[],
  names: Names,
  subjects: Readonly<Record<string, readonly Entry[]>>,
): Readonly<Record<string, string>> {
  const twice = Object.values(subjects)
    .flat()
    .find((entry) => !entries.includes(entry));
  if (twice) throw new Error(`There are two entries ${twice.id}.`);
  const mistakes = entries.flatMap((entry) =>
    "formula" in entry ? mistakesIn(entry, names).map(({ message }) => `${entry.id}: ${message}`) : [],
  );
  if (mistakes.length > 0) throw new Error(mistakes.join("\n"));
  const groups = inOrder(entries, names);
  const summed = new Set(entries.flatMap((entry) => ("formula" in entry ? summedIn(entry, names) : [])));
  const subjectOf = new Map(Object.entries(subjects).flatMap(([subject, own]) => own.map(({ id }) => [id, subject] as const)));
  const files: Record<string, string> = {};
  for (const subject of Object.keys(subjects)) {
    const own = groups.filter((group) => subjectOf.get(group[0].id) === subject).filter(hasFormulas);
    if (own.length > 0) files[`${FOLDER}/${subject}.ts`] = subjectFile(own, names, summed);
  }
  files[`${FOLDER}/series.ts`] = seriesFile(entries, summed);
  files[`${FOLDER}/loops.ts`] = loopsFile(groups, names, subjectOf);
  return files;
}

/** What a map has under a key that is in it. */
function foundIn<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`There is no ${String(key)}.`);
  return value;
}

const FOLDER = "src/engine/model/generated";
const HEADER = "// Written by `npm run generate` from the formulas in src/engine/model: change those.\n";

type Group = readonly Entry[];

const hasFormulas = (group: Group): group is readonly Quantity[] => group.every((entry) => "formula" in entry);

/**
 * Entries in the order in which they are computed, those together that read each other.
 * @throws for entries that read each other in the same month.
 */
export function inOrder(entries: readonly Entry[], names: Names): readonly Group[] {
  const reads = new Map(entries.map((entry) => [entry.id, readsOf(names, entry)] as const));
  const byId = new Map(entries.map((entry) => [entry.id, entry] as const));
  const edges = (id: string, how: "ids" | "now"): readonly string[] => {
    const { ids, earlier } = foundIn(reads, id);
    return ids.filter((read) => byId.has(read) && (how === "ids" || !earlier.includes(read)));
  };
  return components(
    entries.map(({ id }) => id),
    (id) => edges(id, "ids"),
  ).map((ids) => {
    const within = new Set(ids);
    const sorted = components(ids, (id) => edges(id, "now").filter((read) => within.has(read)));
    const circle = sorted.find((each) => each.length > 1 || edges(each[0], "now").includes(each[0]));
    if (circle) throw new Error(`${circle.join(", ")} read each other in the same month.`);
    return sorted.flat().map((id) => foundIn(byId, id));
  });
}

/** The strongly connected components of a graph, each after those that it reads (Tarjan). */
function components(ids: readonly string[], readsOfId: (id: string) => readonly string[]): readonly (readonly string[])[] {
  const found: string[][] = [];
  const state = new Map<string, { index: number; low: number; isOpen: boolean }>();
  const open: string[] = [];
  const visit = (id: string): { index: number; low: number; isOpen: boolean } => {
    const own = { index: state.size, low: state.size, isOpen: true };
    state.set(id, own);
    open.push(id);
    for (const read of readsOfId(id)) {
      const known = state.get(read);
      if (!known) own.low = Math.min(own.low, visit(read).low);
      else if (known.isOpen) own.low = Math.min(own.low, known.index);
    }
    if (own.low === own.index) {
      const group = open.splice(open.indexOf(id));
      group.forEach((each) => (foundIn(state, each).isOpen = false));
      found.push(group);
    }
    return own;
  };
  for (const id of ids) if (!state.has(id)) visit(id);
  return found;
}

function subjectFile(groups: readonly (readonly Quantity[])[], names: Names, summed: ReadonlySet<string>): string {
  const imports = new Map<string, Set<string>>();
  const functions = groups.map((group) => functionText(group, names, summed, imports));
  const importLines = [...imports].sort().map(([from, imported]) => `import { ${[...imported].sort().join(", ")} } from "${from}";`);
  return [
    HEADER,
    ...importLines,
    `import type { Plan } from "../../lines";`,
    `import type { ModelSeries } from "./series";`,
    "",
    ...functions,
  ].join("\n");
}

const functionName = (group: Group): string => camel(group[0].id);

function functionText(group: readonly Quantity[], names: Names, summed: ReadonlySet<string>, imports: Map<string, Set<string>>): string {
  const code = sumOverRows(group, names, summed) ?? loopsOf(group, names, summed);
  for (const [name, from] of code.imports) imports.set(from, (imports.get(from) ?? new Set()).add(name));
  const text = code.body.join("\n");
  const parameters = /(^|[^.\w])a\[/.test(text)
    ? /\bp\./.test(text)
      ? ["p", "const { a } = p;"]
      : ["{ a }", ""]
    : [/\bp\./.test(text) ? "p" : "_p", ""];
  return `${group.map(({ id, formula }) => `/** ${id} = ${formula.replaceAll("*/", "* /")} */`).join("\n")}\nexport function ${functionName(group)}(${parameters[0]}: Plan, s: ModelSeries): void {\n${parameters[1]}\n${text}\n}\n`;
}

/** What a function does, and what it imports. */
interface FunctionBody {
  readonly body: readonly string[];
  readonly imports: ReadonlyMap<string, string>;
}

/** A sum over the rows of a set: each row adds its months, which are read one after the other. */
function sumOverRows(group: readonly Quantity[], names: Names, summed: ReadonlySet<string>): FunctionBody | undefined {
  const [entry, ...others] = group;
  const tree = treeOf(entry.formula);
  if (others.length > 0 || entry.over !== undefined || summed.has(entry.id) || tree.kind !== "call" || tree.name !== "sum")
    return undefined;
  const [set, each] = tree.args;
  const over = nameIn(set) as SetName;
  const code = new FunctionCode(names, over, new Set());
  const out = code.free(camel(entry.id));
  const value = compiled({ ...entry, over }, each, code);
  const { row } = names.sets[over];
  const loop = [`for (let m = 0; m < ${out}.length; m++) {`, ...code.inMonth, `${out}[m] += ${value};`, "}"];
  const reads = readsRow(row, [...code.beforeRow, ...loop]) ? [`const ${row} = rows[i];`] : [];
  const body = [
    `const rows = ${code.rowsOf(over)};`,
    ...code.beforeAll,
    `const ${out} = s[${JSON.stringify(entry.id)}].fill(0);`,
    "for (let i = 0; i < rows.length; i++) {",
    ...reads,
    ...code.beforeRow,
    ...loop,
    "}",
  ];
  return { body, imports: code.imports };
}

const readsRow = (row: string, lines: readonly string[]): boolean => lines.some((line) => new RegExp(`\\b${row}\\.`).test(line));

function loopsOf(group: readonly Quantity[], names: Names, summed: ReadonlySet<string>): FunctionBody {
  const [{ over }] = group;
  if (group.some((entry) => entry.over !== over))
    throw new Error(`${group.map(({ id }) => id).join(", ")} read each other over different rows.`);
  const code = new FunctionCode(names, over, new Set(group.map(({ id }) => id)));
  const guards = group.map(guardOf);
  const [zero] = guards;
  const isGuarded = zero !== undefined && guards.every((guard) => guard?.zeroWhen === zero.zeroWhen);
  const statements = group.flatMap((entry, at) => {
    const before = code.inMonth.length;
    // Where all is 0 the loop does not run.
    const value = compiled(entry, (isGuarded && guards[at]?.formula) || treeOf(entry.formula), code);
    const preparing = code.inMonth.splice(before);
    const out = code.seriesOf(entry.id, over);
    const sums = summed.has(entry.id) ? [`${code.sumsOf(entry.id, over)}[m + 1] = ${code.sumsOf(entry.id, over)}[m] + ${out}[m];`] : [];
    return [...preparing, `${out}[m] = ${value};`, ...sums];
  });
  const first = code.seriesOf(group[0].id, over);
  const loop = isOneNumber(group, names, summed)
    ? [statements[0].replace("[m] = ", ".fill(").replace(/;$/, ");")]
    : [`for (let m = 0; m < ${first}.length; m++) {`, ...statements, "}"];
  const body = over === undefined ? [...code.beforeAll, ...loop] : rowsText(group, over, names, code, loop, summed);
  return { body, imports: code.imports };
}

/** Whether a function computes one number for all months. */
function isOneNumber([entry, ...others]: readonly Quantity[], names: Names, summed: ReadonlySet<string>): boolean {
  return others.length === 0 && !summed.has(entry.id) && isConstant(entry, names);
}

/** A loop over the rows of a set, each with its months. */
function rowsText(
  group: readonly Quantity[],
  over: string,
  names: Names,
  code: FunctionCode,
  loop: readonly string[],
  summed: ReadonlySet<string>,
): readonly string[] {
  const { row } = names.sets[over];
  const rooms = group.flatMap(({ id }) => [
    `roomFor(${code.allRows(id)}, rows.length, p.timeline.months);`,
    ...(summed.has(id) ? [`roomFor(s[${JSON.stringify(`${id} (sums)`)}], rows.length, p.timeline.months + 1);`] : []),
  ]);
  code.uses("roomFor", "../functions");
  const reads = readsRow(row, [...code.beforeRow, ...loop]) ? [`const ${row} = rows[i];`] : [];
  return [
    `const rows = ${code.rowsOf(over)};`,
    ...code.beforeAll,
    ...rooms,
    "for (let i = 0; i < rows.length; i++) {",
    ...reads,
    ...code.beforeRow,
    ...loop,
    "}",
  ];
}

function seriesFile(entries: readonly Entry[], summed: ReadonlySet<string>): string {
  const fields = entries.flatMap(({ id, over }) => (summed.has(id) ? [id, `${id} (sums)`] : [id]).map((name) => [name, over] as const));
  return [
    HEADER,
    "/** The series of the model: one number per month each, and for the entries of a set one series for each row. */",
    "export interface ModelSeries {",
    ...fields.map(([name, over]) => `${JSON.stringify(name)}: ${over === undefined ? "Float64Array" : "Float64Array[]"};`),
    "}",
    "",
    "/** The entries that have a series of their sums so far, 0 first. */",
    `export const SUMMED: readonly string[] = ${JSON.stringify(entries.flatMap(({ id }) => (summed.has(id) ? [id] : [])))};`,
    "",
  ].join("\n");
}

/** When all entries of a group are 0 in all months, whatever the series. */
function isZero(group: readonly Quantity[]): string {
  const [zeroWhen, ...others] = new Set(group.map((entry) => guardOf(entry)?.zeroWhen));
  if (zeroWhen === undefined || others.length > 0) return "";
  return `isZero: (${/\bp\./.test(zeroWhen) ? "p" : "{ a }"}) => ${zeroWhen}, `;
}

function loopsFile(groups: readonly Group[], names: Names, subjectOf: ReadonlyMap<string, string>): string {
  const imports = new Set<string>();
  const rows = groups.map((group) => {
    const ids = JSON.stringify(group.map(({ id }) => id));
    const reads = `// reads ${readsOfGroup(group, names).join(", ") || "nothing"}`;
    if (!hasFormulas(group)) return `${reads}\n{ ids: ${ids} },`;
    const subject = foundIn(subjectOf, group[0].id);
    imports.add(subject);
    return `${reads}\n{ ids: ${ids}, ${isZero(group)}compute: ${subject}.${functionName(group)} },`;
  });
  return [
    HEADER,
    `import type { Loop } from "../computation";`,
    ...[...imports].map((subject) => `import * as ${subject} from "./${subject}";`),
    "",
    "/** What is computed, in its order: entries, and by which loop; those without one are taken from the plan. */",
    "export const LOOPS: readonly Loop[] = [",
    ...rows,
    "];",
    "",
  ].join("\n");
}
