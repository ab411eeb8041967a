/** Formulas that show #NAME?, because they were entered before Excel knew the add-in's functions: to calculate them again does not help, to write them again does. Pure. */

import { isFormula } from "../contents";
import { cellAddress, quotedSheet } from "../layout";
import type { CellValue } from "../plan";
import type { InputTable } from "../standing";
import type { Damage, RepairStep } from "./repairDamage";

/** The formulas of a sheet with what they show. */
export interface ShownFormulas extends InputTable {
  readonly shown: readonly (readonly CellValue[])[];
}

type Write = Extract<RepairStep, { kind: "write" }>;

function unknownIn({ sheet, row, column, values, shown }: ShownFormulas): readonly Write[] {
  return values.flatMap((line, i) =>
    line.flatMap((formula, j): Write[] => {
      const value = shown[i]?.[j];
      return value === "#NAME?" && isFormula(formula, value)
        ? [{ kind: "write", sheet, row: row + i, column: column + j, cells: [[formula]] }]
        : [];
    }),
  );
}

/** Formulas of a sheet that Excel has to be given again, each as it is. */
export function nameDamage(formulas: ShownFormulas): readonly Damage[] {
  const steps = unknownIn(formulas);
  const [first] = steps;
  if (!first) return [];
  const { sheet } = formulas;
  const are = steps.length === 1 ? "1 formula" : `${String(steps.length)} formulas`;
  return [
    {
      id: `names:${sheet}`,
      words: `${are} of ${sheet} ${steps.length === 1 ? "shows" : "show"} #NAME?: entered before the add-in was loaded.`,
      address: `${quotedSheet(sheet)}!${cellAddress(first.row, first.column)}`,
      preview: [`Writes ${steps.length === 1 ? "it" : "them"} again, unchanged.`],
      steps,
    },
  ];
}
