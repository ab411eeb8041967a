/** Takes snapshots, and says what is different since one. */

import { hashOf } from "../../workbook/exchange/hash";
import { keepSnapshot, readEntries, readSnapshot } from "../../workbook/exchange/logSheet";
import { readContent } from "../../workbook/exchange/readContent";
import { freeTime } from "../../workbook/exchange/snapshots";
import type { Entry, KeptFigure, Snapshot } from "../../workbook/exchange/snapshots";
import { differenceSince } from "../shell/difference";
import { failedWith } from "../shell/failure";
import type { Controls } from "../shell/screen";
import { perform, run, timeNow, whenCalculated } from "../shell/host";
import type { EffectContext } from "../shell/host";
import type { Shell } from "../shell/state";
import type { SnapshotsAction, SnapshotsState } from "./state";

export type SnapshotContext = EffectContext<{ readonly snapshots: SnapshotsState }, SnapshotsAction>;

export interface SnapshotEffects {
  /** Reads which snapshots there are. */
  readonly refresh: () => Promise<void>;
  readonly take: () => Promise<void>;
  readonly compare: (entry: Entry) => Promise<void>;
}

/** What its views answer the user with. */
export type SnapshotControls = Controls<SnapshotsAction, { readonly snapshots: SnapshotEffects }>;

/** The figures of the scenarios as Compare shows them now. */
export function figuresNow({ reading }: Shell): readonly KeptFigure[] {
  if (reading?.kind !== "model") return [];
  return reading.model.scenarios.flatMap(({ name, figures }) => [...figures].map(([id, { value }]) => ({ scenario: name, id, value })));
}

async function read({ dispatch }: SnapshotContext): Promise<void> {
  try {
    dispatch({ type: "snapshots/read", entries: await run(readEntries) });
  } catch (error) {
    // A model without its table has nothing to compare; that is said as damage.
    console.warn(error);
    dispatch({ type: "snapshots/read", entries: [] });
  }
}

async function take(context: SnapshotContext): Promise<void> {
  const { state, dispatch } = context;
  const why = state().snapshots.why.trim();
  const isDone = await perform(
    context,
    "Taking the snapshot",
    whenCalculated(async (excel) => {
      await context.read();
      const { content } = await readContent(excel);
      const when = freeTime(timeNow(), await readEntries(excel));
      const snapshot: Snapshot = { when, why, hash: await hashOf(content), content, figures: figuresNow(state()) };
      await keepSnapshot(excel, snapshot);
      return { notice: `Snapshot taken${why === "" ? "" : `: ${why}`}. It stands as values on the sheet Log.` };
    }),
  );
  if (!isDone) return;
  dispatch({ type: "snapshots/why", why: "" });
  await read(context);
}

async function compare({ dispatch }: SnapshotContext, entry: Entry): Promise<void> {
  try {
    await run(async (excel) => {
      dispatch({ type: "snapshots/opened", difference: await differenceSince(excel, await readSnapshot(excel, entry)) });
    });
  } catch (error) {
    dispatch(failedWith(error));
  }
}

/** The effects of Snapshots. */
export function snapshotEffects(context: SnapshotContext): SnapshotEffects {
  return { refresh: () => read(context), take: () => take(context), compare: (entry) => compare(context, entry) };
}
