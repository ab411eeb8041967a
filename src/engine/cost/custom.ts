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
  return a.customLines.map((line) => customComponent(a, line, known));
}

function customComponent(a: Assumptions, line: CustomLine, known: ReadonlySet<string>): CostComponent {
  const field = `custom.${line.name}.formula`;
  // The months of the ledger's lines are known when the line is first written; until then names are only looked up.
  let months: Ledger = () => NO_MONTHS;
  const names = new Set<string>();
  const series = seriesOf(field, line.formula, (name) => {
    const found = seriesNamed(a, name, known, (id) => months(id));
    if (found && !TIME_NAMES.includes(name)) names.add(name);
    return found;
  });
  return costComponent({
    id: `custom.${line.name}`,
    label: line.name,
    costPool: poolNamed(line.pool),
    tower: "Application",
    spend: line.spend,
    from: [field, ...names],
    explanation: `Your own line: ${line.formula}`,
    write: (_plan, values, ledger) => {
      months = ledger;
      for (let m = 0; m < values.length; m++) values[m] = checked(line, m, series(m));
    },
    terms: (plan, t) => {
      t.because(quoted(field));
      return renamed(line.formula, (name) => (!known.has(name) && keySeries(plan.a, name) ? t.key(name) : undefined));
    },
  });
}

const NO_MONTHS = new Float64Array(0);
const TIME_NAMES: readonly string[] = ["t", "month"];

function poolNamed(text: string): CostPool {
  return COST_POOLS.find((pool) => pool.toLowerCase() === text.trim().toLowerCase()) ?? "Other";
}

function seriesNamed(a: Assumptions, name: string, known: ReadonlySet<string>, ledger: Ledger): Series | undefined {
  if (name === "t") return (index) => (index + 1) / MONTHS_PER_YEAR;
  if (name === "month") return (index) => index + 1;
  if (!known.has(name)) return keySeries(a, name);
  return (index) => ledger(name)[index];
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
