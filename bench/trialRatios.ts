import { ARCHITECTURES } from "../src/engine/planSetting";
import { measureTrials, SAMPLE_RANGES, sampleMap } from "./trials";

const ROUNDS = 15;
const TRIALS = 200;
/** The best of some medians: what else runs on the machine only ever slows. */
const ATTEMPTS = 3;

const ratios = ARCHITECTURES.map((architecture) => {
  const attempts = Array.from({ length: ATTEMPTS }, () => measureTrials(sampleMap(), SAMPLE_RANGES, architecture, ROUNDS, TRIALS).ratio);
  return [architecture, Math.max(...attempts)] as const;
});
console.log(JSON.stringify(Object.fromEntries(ratios)));
