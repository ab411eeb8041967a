/** What can be damaged in a model, as it is told to a person and put right. Pure: finding damage reads nothing, and repairing is asked for first. */

import type { CellArea, CellContent, NamePlan, SheetPlan } from "../plan";

/** One request of a repair. The requests of a damage are carried out in their order. */
export type RepairStep =
  | {
      readonly kind: "write";
      readonly sheet: string;
      readonly row: number;
      readonly column: number;
      readonly cells: readonly (readonly CellContent[])[];
      /** The cells are not the add-in's yet: nothing may stand in them. */
      readonly isOntoBlank?: true;
    }
  | { readonly kind: "clear"; readonly sheet: string; readonly area: CellArea }
  | { readonly kind: "insertColumns"; readonly sheet: string; readonly column: number; readonly count: number }
  | { readonly kind: "renameSheet"; readonly sheet: string; readonly name: string }
  | { readonly kind: "table"; readonly sheet: string; readonly name: string; readonly area: CellArea }
  | {
      readonly kind: "resize";
      readonly table: string;
      readonly area: CellArea;
      /** What a person does instead where Excel cannot resize a table from here. */
      readonly byHand: string;
    }
  | { readonly kind: "define"; readonly names: readonly NamePlan[] }
  | { readonly kind: "forget"; readonly names: readonly string[] }
  | { readonly kind: "plans"; readonly plans: readonly SheetPlan[] }
  | { readonly kind: "calculate" };

/** Something that is not as the add-in left it, so that a part of the model cannot be read or calculated. */
export interface Damage {
  /** The same for the same damage at the same place, so that a choice outlives another reading. */
  readonly id: string;
  /** What is damaged, and what follows from it. */
  readonly words: string;
  /** A cell to look at, as Sheet!A1. */
  readonly address?: string;
  /** What a repair would do, a line per step; empty where nobody but a person can repair it. */
  readonly preview: readonly string[];
  readonly steps: readonly RepairStep[];
  /** What a person can do instead, or where there is no repair. */
  readonly advice?: string;
  /** It may be what a person wants: it is repaired only where somebody has chosen that. */
  readonly isOptional?: true;
  /** Ids of damage without whose repair this one cannot be repaired, such as a sheet that the formulas name. */
  readonly after?: readonly string[];
}

/** Whether a repair of it waits for that of other damage, which is there and not chosen. */
export function isWaiting({ after = [] }: Damage, present: readonly Damage[], isChosen: (id: string) => boolean): boolean {
  return after.some((id) => !isChosen(id) && present.some((other) => other.id === id));
}

/** The first of a list that may be long, and how many more there are. */
export function firstFew(items: readonly string[], most = 4): string {
  const shown = items.slice(0, most).join(", ");
  return items.length > most ? `${shown} and ${String(items.length - most)} more` : shown;
}

export const UNDO = "Undo (Ctrl+Z) brings it back as it was, as long as the file is open.";
