import { seriesOf } from "../demand/expression";
import type { Series } from "../demand/expression";
import { renamed } from "../demand/growthTerms";
import { ModelError } from "../errors";
import { keySeries } from "../keyValue";
import { COST_POOLS } from "../lines";
import type { CostPool, Ledger } from "../lines";
import type { Assumptions, CustomLine } from "../resolved";
import { quoted } from "../terms";
import { MONTHS_PER_YEAR } from "../units";
import { costComponent } from "./component";
import type { CostComponent } from "./component";

/** The user's own cost lines: formulas over stock lines, built-in cost lines and keys, with `t` in years and `month`. */
export function customComponents(a: Assumptions, known: ReadonlySet<string>): readonly CostComponent[] {
  return a.customLines.map((line) =>
    costComponent({
      id: `custom.${line.name}`,
      label: line.name,
      costPool: poolNamed(line.pool),
      tower: "Application",
      spend: line.spend,
      from: [`custom.${line.name}.formula`],
      explanation: `Your own line: ${line.formula}`,
      write: ({ a: assumptions }, values, ledger) => {
        const series = seriesOf(`custom.${line.name}.formula`, line.formula, (name) => seriesNamed(assumptions, name, known, ledger));
        for (let m = 0; m < values.length; m++) values[m] = checked(line, m, series(m));
      },
      terms: (plan, t) => {
        t.because(quoted(`custom.${line.name}.formula`));
        return renamed(line.formula, (name) => (!known.has(name) && keySeries(plan.a, name) ? t.key(name) : undefined));
      },
    }),
  );
}

function poolNamed(text: string): CostPool {
  return COST_POOLS.find((pool) => pool.toLowerCase() === text.trim().toLowerCase()) ?? "Other";
}

function seriesNamed(a: Assumptions, name: string, known: ReadonlySet<string>, ledger: Ledger): Series | undefined {
  if (name === "t") return (index) => (index + 1) / MONTHS_PER_YEAR;
  if (name === "month") return (index) => index + 1;
  if (!known.has(name)) return keySeries(a, name);
  const values = ledger(name);
  return (index) => values[index];
}

function checked({ name }: CustomLine, m: number, amount: number): number {
  const field = `custom.${name}.formula`;
  if (Number.isFinite(amount) && amount >= 0) return amount;
  throw new ModelError(
    "expression",
    field,
    `${field} gives ${Number.isNaN(amount) ? "no number" : amount} in month ${m + 1}; allowed is an amount of 0 or more.`,
  );
}
