import { ModelError } from "../errors";
import { TOLERANCE } from "../units";
import type { Assumptions } from "../catalogue/resolved";
import { readFormula } from "./expression";
import type { UserFormula } from "./expression";
import type { Series } from "./expressionEvaluation";
import { planNames, TIME_NAMES } from "./formulaNames";

const FIELD = "demand.formula";

/** Formulas of volume that were read, by the scenario whose keys they follow. */
const volumeFormulas = new WeakMap<Assumptions, UserFormula>();

/**
 * The scenario's formula of volume in `t` (years), `month`, `volume`, `growth`, `sites` and any key.
 * @throws {ModelError} for one that can't be read.
 */
export function volumeFormula(a: Assumptions): UserFormula {
  const known = volumeFormulas.get(a);
  if (known) return known;
  const names: Readonly<Record<string, Series>> = {
    ...TIME_NAMES,
    volume: () => a["demand.volume"],
    growth: () => a["demand.growth"],
    sites: () => a["demand.sites"],
  };
  const find = (name: string): Series | undefined => (Object.hasOwn(names, name) ? names[name] : undefined);
  const formula = readFormula(FIELD, a[FIELD] ?? "", planNames(a, find, Object.keys(names)));
  volumeFormulas.set(a, formula);
  return formula;
}

/** Fills the organic volume by the scenario's formula; it is not below 0. */
export function formulaVolumes(a: Assumptions, out: Float64Array): void {
  const { value } = volumeFormula(a);
  for (let index = 0; index < out.length; index++) out[index] = Math.max(0, value(index));
}

/** What the formula gives for the start of the plan, month 0; undefined where that is no volume above 0. */
export function formulaAtStart(a: Assumptions): number | undefined {
  try {
    const volume = volumeFormula(a).value(-1);
    return volume > TOLERANCE ? volume : undefined;
  } catch (cause) {
    // Month 0 is not in the plan: a formula need not have a value there.
    if (cause instanceof ModelError) return undefined;
    throw cause;
  }
}
