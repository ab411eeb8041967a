/** What the pane and the ribbon do with the model as a whole. */

import { insertModel } from "../../workbook/insertModel";
import type { ModelContent } from "../../workbook/modelPlan";
import { readWorkbook } from "../../workbook/readScenarios";
import { compareScenarios, planRefresh, refreshModel } from "../../workbook/refreshModel";
import type { Insertion } from "../shell/state";
import type { HomeContext, HomeState } from "./state";
import { failedWith } from "../shell/failure";
import { perform, run, whenCalculated } from "../shell/host";
import type { Work } from "../shell/host";

export interface ModelEffects {
  readonly insert: (insertion: Insertion) => Promise<void>;
  /** Shows what a refresh would write; one that would write nothing is carried out, for what the charts show of the plan. */
  readonly proposeRefresh: () => Promise<void>;
  readonly refreshModel: () => Promise<void>;
  readonly compareSheet: () => Promise<void>;
}

/** The model that is asked for: the sample, an empty one, or that of the answers. */
async function contentOf(home: HomeState, insertion: Insertion, locale: string): Promise<ModelContent> {
  const { contentOfInsertion } = await import("./questions");
  return contentOfInsertion(insertion, home, locale);
}

function insertWork({ state, locale }: HomeContext, insertion: Insertion): Work {
  return async (excel) => {
    const { conflicts } = await insertModel(excel, await contentOf(state().home, insertion, locale));
    if (conflicts.length > 0) throw new Error(`Nothing was changed. ${conflicts.join(" ")}`);
    return {};
  };
}

const refreshWork: Work = whenCalculated(async (excel) => {
  const { added, hindrance } = await refreshModel(excel);
  if (hindrance !== undefined) throw new Error(hindrance);
  // Somebody may delete a sheet while it is refreshed, or have deleted it before.
  const after = await readWorkbook(excel);
  const [missing] = after.kind === "model" ? after.model.damage : ["The model was deleted while it was refreshed. Ctrl+Z brings it back."];
  if (missing !== undefined) throw new Error(`Only a part of the model is refreshed. ${missing} Repair writes it again.`);
  return { notice: added.length > 0 ? `Added to the comparison: ${added.join(", ")}.` : "The model is up to date." };
});

async function refresh(context: HomeContext): Promise<void> {
  const isDone = await perform(context, "Refreshing the model", refreshWork);
  if (isDone) context.dispatch({ type: "home/refresh", isProposed: false });
}

async function proposeRefresh(context: HomeContext): Promise<void> {
  const { dispatch, read } = context;
  try {
    const { sheets } = await run(whenCalculated(planRefresh));
    if (sheets.length === 0) {
      await refresh(context);
      return;
    }
    await read();
    dispatch({ type: "went", place: "home" });
    dispatch({ type: "home/refresh", isProposed: true });
  } catch (error) {
    dispatch(failedWith(error));
  }
}

/** The effects on the model. */
export function modelEffects(context: HomeContext): ModelEffects {
  const doing = async (words: string, work: Work): Promise<void> => {
    await perform(context, words, work);
  };
  return {
    insert: (insertion) => doing(insertion === "sample" ? "Writing the sample" : "Writing the model", insertWork(context, insertion)),
    proposeRefresh: () => proposeRefresh(context),
    refreshModel: () => refresh(context),
    compareSheet: () => doing("Preparing the comparison", (excel) => compareScenarios(excel).then(() => ({}))),
  };
}
