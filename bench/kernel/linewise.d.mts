/** NPV of the central and the distributed architecture after a run. */
export const out: Float64Array;
/** Runs the stand-in model with 15 parameters, in the order of NAMES. */
export function runLinewise(parameters: Float64Array): void;
