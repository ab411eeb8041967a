import { describe, expect, it } from "vitest";
import { evaluationOf } from "../../../src/engine/analysis/explain/evaluation";
import { termBook } from "../../../src/engine/analysis/explain/termBook";
import { COMPONENTS } from "../../../src/engine/cost/components";
import { customComponents } from "../../../src/engine/cost/custom";
import { withSources } from "../../../src/engine/plan/dependents";
import { emptyLedger } from "../../../src/engine/plan/ledger";
import type { FeasibleProjection, Plan } from "../../../src/engine/lines";
import { BOOKS } from "../../../src/engine/model/fleets";
import type { Entry, Named } from "../../../src/engine/model/entry";
import { termName } from "../../../src/engine/model/language/print";
import { ENTRIES, MODEL_NAMES } from "../../../src/engine/model/model";
import { ARCHITECTURES } from "../../../src/engine/plan/setting";
import type { PlanDraft } from "../../../src/engine/plan/draft";
import { stockLines } from "../../../src/engine/plan/stockLines";
import { quoted } from "../../../src/engine/terms";
import { projected, projectionOf } from "../../engine/projected";
import { areClose, drawn, SEED } from "../generator";
import type { Complaints } from "../generator";
import { ALIVE, SPECIAL } from "./special";

/** A series of the model, and what it is called in reports. */
interface Computed {
  readonly id: string;
  readonly name: string;
  readonly values: Float64Array;
}

/** The series of an entry; what cells name has its own. */
function seriesOf(entry: Exclude<Entry, Named>, { plan, series }: FeasibleProjection): readonly Computed[] {
  const { id, over } = entry;
  const all = series as unknown as Record<string, Float64Array & Float64Array[]>;
  if (over === undefined) return [{ id, name: id, values: all[id] }];
  const { rows, name } = MODEL_NAMES.sets[over];
  return rows(plan).map((row, at) => ({ id, name: termName(entry, name(row)), values: all[id][at] }));
}

function definitionsOf(plan: Plan): Parameters<typeof termBook>[1] {
  const stocks = stockLines(plan);
  const known = new Set([...stocks, ...COMPONENTS].map(({ id }) => id));
  return [...stocks, ...COMPONENTS, ...customComponents(plan.a, known)];
}

const FORMULAS: readonly Exclude<Entry, Named>[] = [...ENTRIES.values()].flatMap((entry) => ("names" in entry ? [] : [entry]));

/** The entries that some scenario has computed, and those of them that were compared. */
const [computed, compared] = [new Set<string>(), new Set<string>()];

/** Where the formulas by which the lines of a plan, and its books, are explained give other months than the loops. */
function differing(projection: FeasibleProjection): Complaints {
  const { plan, timeline, lines } = projection;
  const shown = [...lines.map(({ id }) => id), ...BOOKS];
  // Some entries are read only in parts of formulas that the plan leaves out, and some only by what is printed.
  const needed = withSources(emptyLedger(plan as PlanDraft).parts, shown);
  const book = termBook(plan, definitionsOf(plan), { name: "all lines", formula: () => shown.map(quoted).join(" + ") }, timeline.months);
  const { valueIn } = evaluationOf(book);
  const series = FORMULAS.filter(({ id }) => needed.has(id)).flatMap((entry) => seriesOf(entry, projection));
  return series.flatMap(({ id, name, values }) => {
    computed.add(id);
    if (!book.has(name)) return [];
    compared.add(id);
    // Rounding is that of the largest month: what is written off to nothing leaves some of it.
    const scale = Math.max(...values.map(Math.abs).filter(Number.isFinite), 0);
    const m = values.findIndex((value, at) => value !== valueIn(name, at + 1) && !areClose(value, valueIn(name, at + 1), scale));
    return m < 0 ? [] : [`${name} month ${m + 1}: the loop gives ${values[m]}, the formula ${valueIn(name, m + 1)}`];
  });
}

describe("every entry that the lines of a plan read is in each month what its printed formula gives", () => {
  it.each([...ALIVE, ...SPECIAL])("%s", (_what, given) => {
    expect(ARCHITECTURES.flatMap((architecture) => differing(projected(given, architecture)))).toEqual([]);
  });

  it.each(drawn(40).map((given, index) => [`${index} of seed ${SEED}`, given] as const))("the generated scenario %s", (_name, given) => {
    const found = ARCHITECTURES.flatMap((architecture) => {
      const projection = projectionOf(given, architecture);
      return projection.feasible ? differing(projection).map((complaint) => `${architecture}: ${complaint}`) : [];
    });
    expect(found).toEqual([]);
  });

  it("and each entry that some scenario computes was compared in one of them", () => {
    expect([...computed].filter((id) => !compared.has(id))).toEqual([]);
    expect(compared.size).toBeGreaterThan(0);
  });
});
