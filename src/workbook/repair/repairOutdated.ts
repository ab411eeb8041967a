/** Formulas in cells of the add-in that are of another form than it writes them: of an earlier version, or changed by a person. Pure. */

import { pickedFormula, scenarioFormula, tablesOfFormula } from "../formulas";
import { cellAddress, SHEETS } from "../layout";
import { listed } from "../preview";
import { sheetsNamed, skeleton } from "../references";
import { captionYears, grownCaption } from "../sheets/chartCaption";
import { isBrokenFormula, pickBlockOf, standingBlocks } from "../standing";
import type { InputTable, ModelParts } from "../standing";
import { earlierForms, isOfShorterPlans } from "./earlierForms";
import type { Damage } from "./repairDamage";
import type { Own } from "./ownFormulas";

interface Differing {
  readonly row: number;
  readonly column: number;
  readonly standing: string;
  /** What the add-in writes there now. */
  readonly formula: string;
  /** The standing formula is one that an earlier version has written. */
  readonly isEarlier: boolean;
}

/** The one formula that belongs in a cell; undefined where there is none, or where another may belong there too. */
function ownIn(own: readonly Own[], row: number, column: number): Own | undefined {
  const here = own.filter((each) => each.row === row && each.column === column);
  return new Set(here.map(({ formula }) => formula)).size === 1 ? here[0] : undefined;
}

/** A formula that differs in its form: references, which follow what moves, do not count, nor does the number of years that a caption speaks of. */
function differing(standing: string, { row, column, formula, written, isCertain = false }: Own): Differing | undefined {
  const years = captionYears(standing);
  const form = (text: string) => (years === undefined ? text : (grownCaption(text, years) ?? text));
  const isStanding = (text: string) => skeleton(form(text)) === skeleton(standing);
  const isShort = isOfShorterPlans(standing, formula);
  if (written === undefined || (isStanding(formula) && !isShort) || isBrokenFormula(standing) || isBrokenFormula(formula)) return undefined;
  const isEarlier = isShort || earlierForms(written).some(isStanding);
  // The form of an earlier version says itself that it belongs there.
  return isEarlier || isCertain ? { row, column, standing, formula: form(formula), isEarlier } : undefined;
}

function differingIn(cells: InputTable, own: readonly Own[]): readonly Differing[] {
  return cells.values.flatMap((line, i) =>
    line.flatMap((cell, j): Differing[] => {
      const standing = String(cell);
      const here = standing.startsWith("=") ? ownIn(own, cells.row + i, cells.column + j) : undefined;
      const found = here && differing(standing, here);
      return found ? [found] : [];
    }),
  );
}

/** A line for each formula and what is written instead, with all cells of which both are true. */
function linesOf(found: readonly Differing[]): readonly string[] {
  const cells = new Map<string, string[]>();
  for (const { row, column, standing, formula } of found) {
    const change = `${standing} becomes ${formula}`;
    cells.set(change, [...(cells.get(change) ?? []), cellAddress(row, column)]);
  }
  return [...cells].map(([change, addresses]) => `${listed(addresses)}: ${change}`);
}

const WORDS = {
  earlier: (sheet: string, count: number) =>
    `An earlier version of the add-in has written ${count === 1 ? "1 formula" : `${String(count)} formulas`} of ${sheet} differently.`,
  changed: (sheet: string, count: number) => {
    const [formulas, them] = count === 1 ? ["1 formula", "it"] : [`${String(count)} formulas`, "them"];
    const are = `${formulas} of ${sheet} ${count === 1 ? "is" : "are"} of another form than the add-in writes`;
    return `${are}: you have changed ${them}, or a version that is not known here has written ${them}.`;
  },
} as const;

function damageFrom(kind: keyof typeof WORDS, sheet: string, found: readonly Differing[]): readonly Damage[] {
  const [first] = found;
  if (!first) return [];
  return [
    {
      id: `${kind}:${sheet}`,
      words: WORDS[kind](sheet, found.length),
      address: `${sheet}!${cellAddress(first.row, first.column)}`,
      preview: linesOf(found),
      steps: found.map(({ row, column, formula }) => ({ kind: "write", sheet, row, column, cells: [[formula]] })),
      ...(kind === "earlier" ? {} : { isOptional: true, advice: "Nothing is changed unless you tick it: what is yours stays." }),
    },
  ];
}

function damageOf(sheet: string, found: readonly Differing[], { sheets }: ModelParts): readonly Damage[] {
  // What would name a sheet that is gone waits until that is there again.
  const ready = found.filter(({ formula }) => sheetsNamed(formula).every((name) => sheets.includes(name)));
  const [earlier, changed] = [ready.filter(({ isEarlier }) => isEarlier), ready.filter(({ isEarlier }) => !isEarlier)];
  return [...damageFrom("earlier", sheet, earlier), ...damageFrom("changed", sheet, changed)];
}

/** Formulas of a sheet that differ from those that the add-in has there. */
export function outdatedDamage(cells: InputTable, own: readonly Own[], parts: ModelParts): readonly Damage[] {
  return damageOf(cells.sheet, differingIn(cells, own), parts);
}

/** Formulas of blocks that differ from those that the add-in writes, such as one with changes of a person around it. */
export function outdatedBlocks(parts: ModelParts): readonly Damage[] {
  const row = parts.blockRow;
  const scenarios = standingBlocks(parts)
    .filter(({ isBroken }) => !isBroken)
    .map(({ column, formula, header }) => ({ column, standing: formula, formula: scenarioFormula(header, tablesOfFormula(formula)) }));
  const picks = (["from", "to"] as const).flatMap((pick) => {
    const block = pickBlockOf(pick, parts);
    const isOwn = block?.formula.startsWith("=TCO.SCENARIO(") === true;
    return isOwn ? [{ column: block.column, standing: block.formula, formula: pickedFormula(pick, tablesOfFormula(block.formula)) }] : [];
  });
  const found = [...scenarios, ...picks].flatMap(({ column, standing, formula }): Differing[] => {
    const differs = differing(standing, { row, column, formula, written: formula, isCertain: true });
    return differs ? [differs] : [];
  });
  return damageOf(SHEETS.scenarios, found, parts);
}
