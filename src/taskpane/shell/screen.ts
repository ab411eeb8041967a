/** What a screen is to the shell: a slice of the state, effects, and a view of them. */

import type { TemplateResult } from "lit";
import type { nothing } from "lit";
import type { WorkbookReading } from "../../workbook/readScenarios";
import type { Names } from "./names";
import type { Preferences } from "./preferences";
import type { Shell, ShellAction, Undo } from "./state";

export type View = TemplateResult | typeof nothing;

/** What a screen remembers: all of it in one part of the state, which no other screen reads. */
export interface Slice<State, Action> {
  readonly initial: State;
  readonly update: (state: State, action: Action) => State;
  /** Whether the user begins something else with an action: what was done before is not said any more. */
  readonly begins?: (action: Action) => boolean;
  /** The state after another reading of the workbook: what it has chosen of scenarios follows their names. */
  readonly reread?: (state: State, names: Names, reading: WorkbookReading) => State;
}

/** What the pane does for any screen; `Place` are the screens that the caller may open. */
export interface ShellEffects<Place extends string = never> {
  /** Opens a screen, loading its code when it has not been open yet. */
  readonly go: (place: Place) => Promise<void>;
  /** Selects a cell of the workbook. */
  readonly show: (address: string) => Promise<void>;
  readonly calculate: () => Promise<void>;
  /** Stops what the functions are computing. */
  readonly cancel: () => void;
  readonly prefer: (change: Partial<Preferences>) => void;
  readonly undo: (undo: Undo) => Promise<void>;
  /** Copies what a report of the last failure needs. */
  readonly copyDetails: () => Promise<void>;
}

/**
 * What a view needs to answer the user.
 *
 * A screen names what it sends: actions of its own, and those by which it opens another screen at a certain thing. It does not import them from there: the
 * registry compares them with what that screen takes.
 */
export interface Controls<Action = never, Effects = unknown, Place extends string = never> {
  readonly dispatch: (action: ShellAction<Place> | Action) => void;
  readonly effects: ShellEffects<Place> & Effects;
  readonly locale: string;
}

/** How a screen is drawn, from its slice and from what every screen may read. */
export interface ScreenView<State, Controls> {
  readonly body: (slice: State, shell: Shell, controls: Controls) => View;
  /** The action for which one came, always in sight at the bottom. */
  readonly primary?: (slice: State, shell: Shell, controls: Controls) => View;
}
