/** Takes snapshots, and says what is different since one. */

import { changesBetween } from "../../workbook/exchange/content";
import type { Content } from "../../workbook/exchange/content";
import { hashOf } from "../../workbook/exchange/hash";
import { keepSnapshot, readEntries, readSnapshot } from "../../workbook/exchange/logSheet";
import { readContent } from "../../workbook/exchange/readContent";
import { freeTime } from "../../workbook/exchange/snapshots";
import type { Entry, KeptFigure, Snapshot } from "../../workbook/exchange/snapshots";
import type { PaneState } from "../state";
import type { Difference } from "../states/snapshots";
import { failedWith } from "./failure";
import { perform, run, timeNow, whenCalculated } from "./host";
import type { EffectContext } from "./host";

export interface SnapshotEffects {
  /** Reads which snapshots there are and what is different since the latest. */
  readonly read: () => Promise<void>;
  readonly take: () => Promise<void>;
  readonly compare: (entry: Entry) => Promise<void>;
}

/** The figures of the scenarios as Compare shows them now. */
export function figuresNow({ reading }: PaneState): readonly KeptFigure[] {
  if (reading?.kind !== "model") return [];
  return reading.model.scenarios.flatMap(({ name, figures }) => [...figures].map(([id, { value }]) => ({ scenario: name, id, value })));
}

async function differenceSince(snapshot: Snapshot, content: Content): Promise<Difference> {
  const { when, why, hash } = snapshot;
  const isIntact = (await hashOf(snapshot.content)) === hash;
  return { entry: { when, why, hash }, changes: changesBetween(snapshot.content, content), figures: snapshot.figures, isIntact };
}

/** The latest snapshot as it was last read: its values are many, and Home asks for them with every change of the workbook. */
let latest: Snapshot | undefined;

async function latestSnapshot(excel: Excel.RequestContext, entry: Entry): Promise<Snapshot> {
  const isKnown = latest?.when === entry.when && latest.hash === entry.hash;
  latest = isKnown && latest ? latest : await readSnapshot(excel, entry);
  return latest;
}

async function read({ dispatch }: EffectContext): Promise<void> {
  try {
    await run(async (excel) => {
      const entries = await readEntries(excel);
      const [last] = entries;
      const since = last && (await differenceSince(await latestSnapshot(excel, last), (await readContent(excel)).content));
      dispatch({ type: "snapshots/read", entries, latest: since });
    });
  } catch (error) {
    // A model without its table has nothing to compare; that is said as damage.
    console.warn(error);
    dispatch({ type: "snapshots/read", entries: [], latest: undefined });
  }
}

async function take(context: EffectContext): Promise<void> {
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

async function compare({ dispatch }: EffectContext, entry: Entry): Promise<void> {
  try {
    await run(async (excel) => {
      const { content } = await readContent(excel);
      dispatch({ type: "snapshots/opened", difference: await differenceSince(await readSnapshot(excel, entry), content) });
    });
  } catch (error) {
    dispatch(failedWith(error));
  }
}

/** The effects of Snapshots. */
export function snapshotEffects(context: EffectContext): SnapshotEffects {
  return { read: () => read(context), take: () => take(context), compare: (entry) => compare(context, entry) };
}
