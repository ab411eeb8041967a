/** How the workbook differs from a snapshot: Snapshots shows it of any, Home of the latest. */

import { changesBetween } from "../../workbook/exchange/content";
import type { Change } from "../../workbook/exchange/content";
import { hashOf } from "../../workbook/exchange/hash";
import { readContent } from "../../workbook/exchange/readContent";
import type { Entry, KeptFigure, Snapshot } from "../../workbook/exchange/snapshots";

export interface Difference {
  readonly entry: Entry;
  readonly changes: readonly Change[];
  /** The figures that the snapshot kept. */
  readonly figures: readonly KeptFigure[];
  /** Whether the kept values are still those that were taken: their hash says so. */
  readonly isIntact: boolean;
}

export async function differenceSince(excel: Excel.RequestContext, snapshot: Snapshot): Promise<Difference> {
  const { when, why, hash } = snapshot;
  const { content } = await readContent(excel);
  const isIntact = (await hashOf(snapshot.content)) === hash;
  return { entry: { when, why, hash }, changes: changesBetween(snapshot.content, content), figures: snapshot.figures, isIntact };
}
