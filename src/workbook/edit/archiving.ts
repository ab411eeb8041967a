/** Puts scenarios aside and brings them back. Archived is a status: what it was before stands in the log, where a colleague can read it too. */

import { CATALOGUE } from "../../engine/catalogue/assumptions";
import { hashOf } from "../exchange/hash";
import { keepEvent, readEvents, requireLog } from "../exchange/logSheet";
import { readContent } from "../exchange/readContent";
import type { LogEvent } from "../exchange/snapshots";
import { STATUS_KEY } from "../mapping";
import { ARCHIVED, statusOf } from "./inputTable";
import type { Inputs } from "./inputTable";
import { writeInputs } from "./writeInputs";
import type { InputEdit } from "./writeInputs";

const PUT_ASIDE = "Scenario archived";
const BROUGHT_BACK = "Scenario brought back";
const UNTIL_THEN = ", until then ";
const { choices = [], default: FIRST_STATUS } = CATALOGUE[STATUS_KEY];

type Note = Pick<LogEvent, "what" | "why">;

/** The status that a scenario had before it was archived, as the events say; undefined where nobody has noted it since it last came back. */
export function statusBefore(events: readonly Note[], scenario: string): string | undefined {
  const opening = `${scenario}${UNTIL_THEN}`;
  const isAside = ({ what, why }: Note) => what === PUT_ASIDE && why.startsWith(opening);
  const isBack = ({ what, why }: Note) => what === BROUGHT_BACK && choices.some((choice) => why === `${scenario}, ${choice}`);
  const last = events.filter((event) => isAside(event) || isBack(event)).at(-1);
  const status = last && isAside(last) ? last.why.slice(opening.length) : undefined;
  return choices.find((choice) => choice === status && choice !== ARCHIVED);
}

interface StatusChange {
  readonly scenario: string;
  readonly before: string;
  readonly after: string;
  readonly what: string;
  readonly why: string;
  readonly when: string;
}

/** Writes a status and its note, or neither; gives the edits that bring back the status before. */
async function changeStatus(context: Excel.RequestContext, change: StatusChange): Promise<readonly InputEdit[]> {
  const { scenario, before, after, what, why, when } = change;
  await requireLog(context);
  const outcome = await writeInputs(context, [{ key: STATUS_KEY, scenario, before, after }]);
  if (outcome.kind === "formula")
    throw new Error(`The status of ${scenario} is the formula ${outcome.formula}: change it on the sheet. Nothing was changed.`);
  if (outcome.kind === "changed")
    throw new Error(`The status of ${scenario} changed while you were working. Nothing was saved; try again.`);
  const { content } = await readContent(context);
  await keepEvent(context, { when, what, why, hash: await hashOf(content) });
  return outcome.inverse;
}

/**
 * Keeps a scenario without comparing it, and notes the status that it had.
 * @param when time of the note, such as 2026-11-03 14:05:33
 * @returns the edits that bring it back
 */
export async function archiveScenario(
  context: Excel.RequestContext,
  inputs: Inputs,
  scenario: string,
  when: string,
): Promise<readonly InputEdit[]> {
  const before = statusOf(inputs, scenario);
  const why = `${scenario}${UNTIL_THEN}${before}`;
  return changeStatus(context, { scenario, before, after: ARCHIVED, what: PUT_ASIDE, why, when });
}

/** A scenario that is compared again: its status now, and whether it is the one that it had before. */
interface BroughtBack {
  /** The edits that put it aside again. */
  readonly inverse: readonly InputEdit[];
  readonly status: string;
  readonly isKnown: boolean;
}

/** Compares a scenario again, with the status that it had before it was archived, or as a new one where that is not known. */
export async function bringBackScenario(
  context: Excel.RequestContext,
  inputs: Inputs,
  scenario: string,
  when: string,
): Promise<BroughtBack> {
  const known = statusBefore(await readEvents(context), scenario);
  const status = known ?? FIRST_STATUS;
  const before = statusOf(inputs, scenario);
  const inverse = await changeStatus(context, { scenario, before, after: status, what: BROUGHT_BACK, why: `${scenario}, ${status}`, when });
  return { inverse, status, isKnown: known !== undefined };
}
