/** What Home does: with the model, with scenarios, and what it reads when it is opened. */

import { readEntries, readSnapshot } from "../../workbook/exchange/logSheet";
import type { Entry, Snapshot } from "../../workbook/exchange/snapshots";
import { differenceSince } from "../shell/difference";
import { failedWith } from "../shell/failure";
import { run } from "../shell/host";
import { modelEffects } from "./model";
import type { ModelEffects } from "./model";
import { scenarioEffects } from "./scenarios";
import type { ScenarioEffects } from "./scenarios";
import type { HomeContext } from "./state";
import { loadBeginning } from "./view";

export interface HomeEffects extends ModelEffects, ScenarioEffects {
  /** Reads what is different since the latest snapshot; where there is no model, what it takes to begin. */
  readonly refresh: () => Promise<void>;
}

/** Loads what a workbook without a model needs: the questions, and the products that they offer with their prices. */
async function begin({ dispatch, state }: HomeContext): Promise<void> {
  if (state().reading?.kind !== "absent" || state().home.products) return;
  try {
    await loadBeginning();
    dispatch({ type: "loaded", place: "home" });
    const [{ reference }, { databasesOf }] = await Promise.all([import("../../reference/load"), import("./questions")]);
    dispatch({ type: "home/products", products: databasesOf(reference.licenses) });
  } catch (error) {
    console.error(error);
    dispatch(failedWith(error));
  }
}

/** The latest snapshot as it was last read: its values are many, and they are asked for with every change of the workbook. */
let latest: Snapshot | undefined;

async function latestSnapshot(excel: Excel.RequestContext, entry: Entry): Promise<Snapshot> {
  const isKnown = latest?.when === entry.when && latest.hash === entry.hash;
  latest = isKnown && latest ? latest : await readSnapshot(excel, entry);
  return latest;
}

async function readSince({ dispatch }: HomeContext): Promise<void> {
  try {
    await run(async (excel) => {
      const [last] = await readEntries(excel);
      dispatch({ type: "home/since", since: last && (await differenceSince(excel, await latestSnapshot(excel, last))) });
    });
  } catch (error) {
    // A model without its table has nothing to compare; that is said as damage.
    console.warn(error);
    dispatch({ type: "home/since", since: undefined });
  }
}

/** The effects of Home. */
export function homeEffects(context: HomeContext): HomeEffects {
  return {
    ...modelEffects(context),
    ...scenarioEffects(context),
    refresh: async () => {
      await begin(context);
      await readSince(context);
    },
  };
}
