import { readFormula } from "../demand/expression";
import type { Series } from "../demand/expressionEvaluation";
import { planNames, TIME_NAMES } from "../demand/formulaNames";
import { keySeries } from "../catalogue/keyValue";
import { COST_POOLS } from "../lines";
import type { CostPool, Ledger } from "../lines";
import type { Assumptions, CustomLine } from "../catalogue/resolved";
import { quoted } from "../terms";
import { costComponent } from "./component";
import type { CostComponent } from "./component";

/** The user's own cost lines: formulas over stock lines, built-in cost lines and keys, with `t` in years and `month`; below 0 a credit. */
export function customComponents(a: Assumptions, known: ReadonlySet<string>): readonly CostComponent[] {
  return a.customLines.map((line) => customComponent(a, line, known));
}

function customComponent(a: Assumptions, line: CustomLine, known: ReadonlySet<string>): CostComponent {
  const field = `custom.${line.name}.formula`;
  // The months of the ledger's lines are known when the line is first written; until then names are only looked up.
  let months: Ledger = () => NO_MONTHS;
  const find = (name: string): Series | undefined => {
    if (Object.hasOwn(TIME_NAMES, name)) return TIME_NAMES[name];
    return known.has(name) ? (index) => months(name)[index] : undefined;
  };
  const formula = readFormula(field, line.formula, planNames(a, find, [...Object.keys(TIME_NAMES), ...known]));
  return costComponent({
    id: `custom.${line.name}`,
    label: line.name,
    costPool: poolNamed(line.pool),
    tower: "Application",
    spend: line.spend,
    from: [field, ...formula.names.filter((name) => !Object.hasOwn(TIME_NAMES, name))],
    explanation: `Your own line: ${line.formula}`,
    write: (_plan, values, ledger) => {
      months = ledger;
      for (let m = 0; m < values.length; m++) values[m] = formula.value(m);
    },
    terms: (plan, t) => {
      t.because(quoted(field));
      return formula.text((name) => (!known.has(name) && keySeries(plan.a, name) ? t.key(name) : quoted(name)));
    },
  });
}

const NO_MONTHS = new Float64Array(0);

function poolNamed(text: string): CostPool {
  return COST_POOLS.find((pool) => pool.toLowerCase() === text.trim().toLowerCase()) ?? "Other";
}
