import type { Effects } from "../effects";
import type { Action } from "../state";

/** What a view needs to answer the user. */
export interface Controls {
  readonly dispatch: (action: Action) => void;
  readonly effects: Effects;
  readonly locale: string;
}
