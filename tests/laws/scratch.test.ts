import { it } from "vitest";
import { explanation } from "../../src/engine/analysis/explain/explain";
import { ARCHITECTURES } from "../../src/engine/planSetting";
import { COST_POOLS } from "../../src/engine/lines";
import { annualValues } from "../../src/engine/analysis/annual";
import { namedLine, SUM_NAMES } from "../../src/engine/analysis/namedLine";
import { projectionOf } from "../engine/projected";
import { drawn } from "./generator";
import { printedValue } from "./printedTerms";
it("x", () => {
  const seen = new Map<string, number>();
  let n = 0, bad = 0, ms = 0, most=0;
  drawn(Number(process.env.N ?? 10)).forEach((given, g) => {
    for (const arch of ARCHITECTURES) {
      const p = projectionOf(given, arch);
      if (!p.feasible) continue;
      for (const name of [...p.lines.map(l=>l.id), ...SUM_NAMES, ...COST_POOLS]) {
        const line = namedLine(p, name)!;
        const years = annualValues(line.kind, line.values);
        for (const year of [years.length]) {
          n++;
          try {
            const t0 = performance.now();
            const rows = explanation(p, line.id, year, (v) => String(v))!;
            ms += performance.now() - t0; most=Math.max(most, rows.length);
            const value = rows[0].value as number;
            let other = value;
            if (process.env.MJ) { const f = printedValue(rows); other = 0; for (let m = line.kind === "flow" ? year*12-11 : year*12; m <= year*12; m++) other += f(line.id, m); }
            if (!(Math.abs(value - years[year - 1]) <= 1e-9 * Math.max(1, Math.abs(value)) && Math.abs(other - years[year - 1]) <= 1e-9 * Math.max(1, Math.abs(value)))) {
              bad++;
              const k = line.id.replace(/^fte\..*/, "fte.*");
              if (!seen.has(k)) console.log(g, arch, line.id, year, value, other, years[year - 1]);
              seen.set(k, (seen.get(k) ?? 0) + 1);
            }
          } catch (e) {
            bad++;
            const k = line.id + " " + String(e).slice(0, 100);
            if (!seen.has(k)) console.log(g, arch, line.id, String((e as Error).stack).slice(0, 600));
            seen.set(k, (seen.get(k) ?? 0) + 1);
          }
        }
      }
    }
  });
  console.log(n, bad, ms / n, most, [...seen]);
}, 600000);
