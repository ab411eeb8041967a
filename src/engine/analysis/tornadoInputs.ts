import { parseKey } from "../catalogue/keys";

/** Which keys a tornado moves where no ranges are stated: what is estimated, what is chosen, or both. */
export const TORNADO_INPUTS = ["uncertain", "decisions", "all"] as const;
export type TornadoInputs = (typeof TORNADO_INPUTS)[number];

/** Whether a key is chosen or set by a rule, such as standby servers or copies: a tenth more of it is another plan, not another outcome. */
export function isDecision(key: string): boolean {
  return parseKey(key)?.assumption.isDecision === true;
}

/** Whether a tornado of these inputs moves a key. */
export const isMoved = (key: string, inputs: TornadoInputs): boolean => inputs === "all" || isDecision(key) === (inputs === "decisions");
