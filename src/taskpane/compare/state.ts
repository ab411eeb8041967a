/** What Compare shows: the two sides that were chosen and what the functions say about them. Pure. */

import type { ReportSide } from "../../workbook/edit/report";
import type { ScenarioBlock } from "../../workbook/sheets/scenariosSheet";
import type { ResultCell, ResultRows } from "../functions/protocol";
import { sideLabel } from "../functions/side";
import type { Side } from "../functions/side";
import type { SideFigures } from "./figures";
import type { Slice } from "../shell/screen";

export interface VarianceRow {
  readonly item: string;
  /** The item in words. */
  readonly label: string;
  readonly from: ResultCell;
  readonly to: ResultCell;
  readonly difference: ResultCell;
  readonly effect: string;
}

export interface Comparison {
  readonly rows: readonly VarianceRow[];
  readonly total: VarianceRow | undefined;
  /** Month of the plan from which the second side has cost no more, or the error that says that there is none. */
  readonly breakEven: ResultCell;
  /** Keys that differ, with both values, under a header. */
  readonly differences: ResultRows;
  /** The difference in steps, under a header: label, base, up, down, total. */
  readonly bridge: ResultRows;
  /** Costs of both sides month by month. */
  readonly months: { readonly from: readonly number[]; readonly to: readonly number[] };
  /** What each side costs per year, and what it needs and has of servers. */
  readonly sides: { readonly from: SideFigures; readonly to: SideFigures };
}

export interface CompareState {
  readonly from: Side;
  readonly to: Side;
  /** A value of the function's parameter `by`. */
  readonly by: string;
  readonly parts: readonly string[];
  readonly comparison: Comparison | undefined;
  /** Why there is no comparison. */
  readonly problem: string | undefined;
}

export const INITIAL_COMPARE: CompareState = {
  from: { scenario: "Base", architecture: "vertical" },
  to: { scenario: "Base", architecture: "horizontal" },
  by: "component",
  parts: [],
  comparison: undefined,
  problem: undefined,
};

export type CompareAction =
  | { readonly type: "compare/side"; readonly which: "from" | "to"; readonly side: Side }
  | { readonly type: "compare/swapped" }
  | { readonly type: "compare/by"; readonly by: string }
  | { readonly type: "compare/parts"; readonly parts: readonly string[] }
  /** The answer to the question that these sides and this part asked: one that comes after another was asked is not shown. */
  | {
      readonly type: "compare/answered";
      readonly asked: Pick<CompareState, "from" | "to" | "by">;
      readonly comparison: Comparison | undefined;
      readonly problem: string | undefined;
    };

const isSame = (one: Side, other: Side): boolean => one.scenario === other.scenario && one.architecture === other.architecture;

/** What was answered before, where the new answer says the same: its pictures stay as they are drawn. */
function keptWhereSame(before: Comparison | undefined, answer: Comparison | undefined): Comparison | undefined {
  return JSON.stringify(before) === JSON.stringify(answer) ? before : answer;
}

/** The state of Compare after an action. */
export function updateCompare(state: CompareState, action: CompareAction): CompareState {
  switch (action.type) {
    case "compare/side":
      return { ...state, [action.which]: action.side };
    case "compare/swapped":
      return { ...state, from: state.to, to: state.from };
    case "compare/by":
      return { ...state, by: action.by };
    case "compare/parts":
      return { ...state, parts: action.parts };
    case "compare/answered": {
      const { asked, comparison, problem } = action;
      const isCurrent = isSame(asked.from, state.from) && isSame(asked.to, state.to) && asked.by === state.by;
      return isCurrent ? { ...state, comparison: keptWhereSame(state.comparison, comparison), problem } : state;
    }
  }
}

/** A side as a report names it; undefined while its scenario has no place in the workbook. */
export function reportSide(side: Side, blocks: readonly ScenarioBlock[]): ReportSide | undefined {
  const block = blocks.find(({ header }) => header === side.scenario);
  return block && { label: sideLabel(side), definedName: block.definedName, architecture: side.architecture };
}

export const COMPARE: Slice<CompareState, CompareAction> = {
  initial: INITIAL_COMPARE,
  update: updateCompare,
  reread: (state, { orBase }) => {
    const side = (chosen: Side): Side => ({ ...chosen, scenario: orBase(chosen.scenario) });
    return { ...state, from: side(state.from), to: side(state.to) };
  },
};
