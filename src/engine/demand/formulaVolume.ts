import { ModelError } from "../errors";
import { keySeries } from "../keyValue";
import type { Assumptions } from "../resolved";
import { MONTHS_PER_YEAR } from "../units";
import { seriesOf } from "./expression";
import type { Series } from "./expression";

const FIELD = "demand.formula";

/** Formulas of volume that were read, by the scenario whose keys they follow. */
const volumeFormulas = new WeakMap<Assumptions, Series>();

function volumeFormula(a: Assumptions): Series {
  const known = volumeFormulas.get(a);
  if (known) return known;
  const names: Readonly<Record<string, Series>> = {
    t: (index) => (index + 1) / MONTHS_PER_YEAR,
    month: (index) => index + 1,
    volume: () => a["demand.volume"],
    growth: () => a["demand.growth"],
    sites: () => a["demand.sites"],
  };
  const series = seriesOf(FIELD, a[FIELD] ?? "", (name) => (Object.hasOwn(names, name) ? names[name] : keySeries(a, name)));
  volumeFormulas.set(a, series);
  return series;
}

/** Fills the organic volume by the scenario's formula in `t` (years), `month`, `volume`, `growth`, `sites` and any key. */
export function formulaVolumes(a: Assumptions, out: Float64Array): void {
  const series = volumeFormula(a);
  for (let index = 0; index < out.length; index++) {
    const volume = series(index);
    if (!Number.isFinite(volume))
      throw new ModelError("expression", FIELD, `${FIELD} gives no number in month ${index + 1}; allowed is a number of at least 0.`);
    out[index] = Math.max(0, volume);
  }
}
