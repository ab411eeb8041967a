import type { DemandDraft } from "../demand/demand";
import type { Plan } from "../lines";

/** A plan while its steps fill it. */
export type PlanDraft = { -readonly [K in keyof Plan]: Plan[K] } & {
  demand: DemandDraft;
  /** A node type that is not offered. */
  readonly without: string | undefined;
};
