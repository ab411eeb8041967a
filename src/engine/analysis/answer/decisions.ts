/** The decisions that a scenario asks for, in fixed rows, so that what people write beside a row stays with it. */

import type { CalendarDate } from "../../catalogue/assumption";
import { labelOf } from "../../catalogue/keys";
import { serialOf } from "../../timeline";
import { splitReason } from "./answer";
import type { Findings } from "./answer";
import { isCloseCall } from "./comparison";
import type { ArchitectureComparison } from "./comparison";

export interface Decision {
  readonly decision: string;
  readonly date: CalendarDate | undefined;
  readonly reason: string;
  readonly applies: boolean;
}

type Found = Pick<Findings, "comparison" | "drivers">;

const NOT_NEEDED = { date: undefined, reason: "", applies: false } as const;

/** Each decision, with what a scenario without errors says of it. */
const DECISIONS: readonly (readonly [decision: string, of: (found: Found) => Omit<Decision, "decision">])[] = [
  ["Start the split", ({ comparison }) => splitDecision(comparison)],
  ["Start the move", ({ comparison }) => moveDecision(comparison)],
  ["Confirm what the answer rests on", confirmation],
  ["Plan the next integration", ({ comparison }) => nextIntegration(comparison)],
];

/** The architectures that the answer leaves open: one, or two that are too close to call. */
const open = (comparison: ArchitectureComparison) =>
  comparison.ranked.slice(0, isCloseCall(comparison) ? 2 : 1).map(({ architecture }) => architecture);

function splitDecision(comparison: ArchitectureComparison): Omit<Decision, "decision"> {
  const { split } = comparison;
  if (!split || !open(comparison).includes("vertical")) return NOT_NEEDED;
  return { date: split.decision, reason: sentence(splitReason(comparison, split)), applies: true };
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

function moveDecision(comparison: ArchitectureComparison): Omit<Decision, "decision"> {
  const { reference, moveStart } = comparison;
  if (open(comparison).every((architecture) => architecture === reference)) return NOT_NEEDED;
  return { date: moveStart, reason: "The figures assume that the move starts with the plan or before the first split.", applies: true };
}

function confirmation({ drivers }: Found): Omit<Decision, "decision"> {
  const driver = drivers.find(({ isDecision, isConfirmed, flip }) => !isDecision && !isConfirmed && flip !== undefined);
  if (!driver) return NOT_NEEDED;
  return {
    date: undefined,
    reason: `${labelOf(driver.key)} is a default and can change the answer.`,
    applies: true,
  };
}

/** The first acquisition that closes on the date that decisions are judged by or later; from the start of the plan where that date is today. */
function nextIntegration({ a }: ArchitectureComparison): Omit<Decision, "decision"> {
  const from = serialOf(a["plan.as_of"] ?? a["plan.start"]);
  const next = a.deals
    .filter(({ include, close }) => include && serialOf(close) >= from)
    .sort((one, other) => serialOf(one.close) - serialOf(other.close))
    .at(0);
  return next ? { date: next.close, reason: `${next.name} closes.`, applies: true } : NOT_NEEDED;
}

/** The four decisions; none applies where a scenario has an error. */
export function decisionsOf(found: Found | undefined): readonly Decision[] {
  return DECISIONS.map(([decision, of]) => ({ decision, ...(found && found.comparison.ranked.length > 0 ? of(found) : NOT_NEEDED) }));
}
