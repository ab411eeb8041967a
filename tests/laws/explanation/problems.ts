import { explanation } from "../../../src/engine/analysis/explain/explain";
import { WEIGHED } from "../../../src/engine/analysis/explain/termBook";
import type { ExplainedTerm } from "../../../src/engine/analysis/explain/explain";
import { annualValues } from "../../../src/engine/analysis/annual";
import { namedLine, SUM_NAMES } from "../../../src/engine/analysis/namedLine";
import { COST_POOLS } from "../../../src/engine/lines";
import { parseKey } from "../../../src/engine/catalogue/keys";
import type { FeasibleProjection, Line } from "../../../src/engine/lines";
import { reference } from "../../../src/reference/load";
import { areClose } from "../generator";
import type { Complaints } from "../generator";
import { printedValue } from "./printedTerms";

const linesOf = ({ lines }: FeasibleProjection): readonly string[] => lines.map(({ id }) => id);

const SUMS: readonly string[] = [...SUM_NAMES, ...COST_POOLS];

/** The number of a reference row that a leaf names: table.row.field, as TCO.REFERENCE has them. */
function referenceNumber(name: string): unknown {
  const end = name.lastIndexOf(".");
  const ladder = Object.keys(reference.ladders).find((each) => name.startsWith(`${each}.`));
  if (ladder !== undefined) {
    const row = reference.ladders[ladder].find((each) => each.name === name.slice(ladder.length + 1, end));
    return row?.[name.slice(end + 1) as keyof typeof row];
  }
  const [table, row, ...fields] = name.split(".");
  if (table === "transfer") return reference.transferRates[row].tiers[Number(fields[1]) - 1][fields[0] as "from" | "price"];
  const product: unknown = table === "licenses" ? reference.licenses.find((each) => name.startsWith(`licenses.${each.name}.`)) : undefined;
  return fields.reduce((value: unknown, field) => (value as Record<string, unknown> | undefined)?.[field], product);
}

/** What is wrong with a row that has no formula: it has to be a key, a number of the reference data, or a choice with its evidence. */
function leafProblem({ name, value, source }: ExplainedTerm): string | undefined {
  if (source === "chosen" || source === WEIGHED) return undefined;
  if (source === "") return `${name} has neither a formula nor a source`;
  if (parseKey(name.replace(/ \(key\)$/, ""))) return undefined;
  return referenceNumber(name) === value ? undefined : `${name} is neither a key nor a number of the reference data`;
}

/** What a comparison that stands as evidence has to give: the chosen one fits, the refused one does not. */
function evidenceProblems(rows: readonly ExplainedTerm[]): readonly string[] {
  return rows
    .filter(({ source }) => source === "chosen")
    .flatMap(({ name, calculation }) => {
      const evidence = calculation.split("; ").map((text) => text.split(" = "));
      const [verdicts, costs] = ["fits.", "cost_over_plan."].map((start) =>
        evidence.filter(([term]) => term.startsWith(start)).map(([, value]) => Number(value)),
      );
      const isRight = verdicts.length === 0 || (verdicts.at(-1) === 1 && !verdicts.slice(0, -1).includes(1));
      return [
        ...(isRight ? [] : [`${name}: fits ${verdicts.join(", ")}`]),
        ...(costs.length === 2 && costs[0] > costs[1] * (1 + 1e-9) ? [`${name}: costs ${costs.join(" and ")}`] : []),
      ];
    });
}

/** What is wrong with a report by itself: its leaves, and the comparisons that stand as evidence. */
const reportProblems = (rows: readonly ExplainedTerm[]): readonly string[] => [
  ...rows.filter(({ formula }) => formula === "").flatMap((row) => leafProblem(row) ?? []),
  ...evidenceProblems(rows),
];

/** What is wrong with what the printed terms of a report give for a line in a year. */
function valueProblems(valueIn: (name: string, month: number) => number, { id, kind, values }: Line, year: number): readonly string[] {
  const months = Array.from({ length: kind === "flow" ? 12 : 1 }, (_, back) => year * 12 - back);
  const printed = months.reduce((sum, month) => sum + valueIn(id, month), 0);
  const actual = annualValues(kind, values)[year - 1];
  return areClose(printed, actual) ? [] : [`the terms give ${printed} for ${id}, the line is ${actual}`];
}

/** What is wrong with the explanation of a line in a year. */
function problems(projection: FeasibleProjection, name: string, year: number): readonly string[] {
  const line = namedLine(projection, name);
  const rows = explanation(projection, name, year, String);
  if (!line || !rows) return [`${name} has no explanation`];
  const actual = annualValues(line.kind, line.values)[year - 1];
  return [
    ...valueProblems(printedValue(rows), { ...line, id: rows[0].name }, year),
    ...(areClose(Number(rows[0].value), actual) ? [] : [`the report says ${rows[0].value}, the line is ${actual}`]),
    ...reportProblems(rows),
  ].map((problem) => `${name}, year ${year}: ${problem}`);
}

const problemsOf = (projection: FeasibleProjection, names: readonly string[], years: readonly number[]): Complaints =>
  names.flatMap((name) => years.flatMap((year) => problems(projection, name, year)));

/**
 * What is wrong with the explanations of all lines in these years: the printed terms have to give the line within 1e-9, and every leaf has to be a key or a
 * number of the reference data.
 */
const lineProblems = (projection: FeasibleProjection, years: readonly number[]): Complaints =>
  problemsOf(projection, linesOf(projection), years);

/** The same of what is added up from lines: sums and pools. */
export const sumProblems = (projection: FeasibleProjection, years: readonly number[]): Complaints => problemsOf(projection, SUMS, years);

export const allProblems = (projection: FeasibleProjection, years: readonly number[]): Complaints => [
  ...lineProblems(projection, years),
  ...sumProblems(projection, years),
];

/** What is wrong with the explanations of all lines in a year, by as few reports as have a row of each: most stand in that of the total. */
export function problemsInFewReports(projection: FeasibleProjection, year: number): Complaints {
  const seen = new Set<string>();
  return ["total", "pnl", ...linesOf(projection)].flatMap((name) => {
    if (seen.has(name)) return [];
    const rows = explanation(projection, name, year, String);
    if (!rows) return [`${name} has no explanation`];
    const valueIn = printedValue(rows);
    const names = new Set(rows.map((row) => row.name));
    const lines = projection.lines.filter(({ id }) => names.has(id) && !seen.has(id));
    for (const each of names) seen.add(each);
    const found = [...lines.flatMap((line) => valueProblems(valueIn, line, year)), ...reportProblems(rows)];
    return found.map((problem) => `in the report of ${name}, year ${year}: ${problem}`);
  });
}
