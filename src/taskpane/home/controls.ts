import type { Controls } from "../shell/screen";
import type { ModelEffects } from "./model";
import type { ScenarioEffects } from "./scenarios";
import type { HomeAction } from "./state";

/** Opens Inputs at the values in which a scenario differs from Base. */
interface ShowOverrides {
  readonly type: "inputs/shown";
  readonly shown: { readonly scenario: string; readonly onlyOverrides: boolean; readonly search: string; readonly section: string };
}

/** What the views of Home answer the user with. */
export type HomeControls = Controls<
  HomeAction | ShowOverrides,
  { readonly home: ModelEffects & ScenarioEffects },
  "exchange" | "inputs" | "repair" | "snapshots"
>;
