import type { TemplateResult } from "lit";
import type { nothing } from "lit";
import type { Effects } from "../effects";
import type { Action, PaneState } from "../state";

export type View = TemplateResult | typeof nothing;

/** What a view needs to answer the user. */
export interface Controls {
  readonly dispatch: (action: Action) => void;
  readonly effects: Effects;
  readonly locale: string;
}

/** A screen of the pane. */
export interface Screen {
  readonly body: (state: PaneState, controls: Controls) => View;
  /** The action for which one came, always in sight at the bottom. */
  readonly primary?: (state: PaneState, controls: Controls) => View;
}
