import { it } from "vitest";
import { explanation } from "../../src/engine/analysis/explain/explain";
import { ARCHITECTURES } from "../../src/engine/planSetting";
import { annualValues } from "../../src/engine/analysis/annual";
import { projectionOf } from "../engine/projected";
import { drawn } from "./generator";
it("x", () => {
  const seen = new Map<string, number>();
  let n = 0, bad = 0, ms = 0, most=0;
  drawn(Number(process.env.N ?? 10)).forEach((given, g) => {
    for (const arch of ARCHITECTURES) {
      const p = projectionOf(given, arch);
      if (!p.feasible) continue;
      for (const line of [...p.lines]) {
        const years = annualValues(line.kind, line.values);
        for (const year of [years.length]) {
          n++;
          try {
            const t0 = performance.now();
            const rows = explanation(p, line.id, year, (v) => String(v))!;
            ms += performance.now() - t0; most=Math.max(most, rows.length);
            const value = rows[0].value as number;
            if (Math.abs(value - years[year - 1]) > 1e-9 * Math.max(1, Math.abs(value))) {
              bad++;
              const k = line.id.replace(/^fte\..*/, "fte.*");
              if (!seen.has(k)) console.log(g, arch, line.id, year, value, years[year - 1]);
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
