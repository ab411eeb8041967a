/** Chance with a seed. This is the one file that knows pure-rand. */

import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** The generator needs some steps to leave a seed with few bits behind. */
const WARM_UP = 20;

/** A whole number of 32 bits that depends on every letter of a name and on the seed. */
function hashed(name: string, seed: number): number {
  let hash = FNV_OFFSET;
  for (const letter of `${seed} ${name}`) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), FNV_PRIME);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}

/**
 * Probabilities above 0 and below 1 for some trials, by Latin hypercube sampling: one in each of as many equal parts, in an order by chance. They
 * depend on the name and the seed alone, so that the order of a simulation's inputs, and other inputs, change nothing.
 */
export function stratified(name: string, seed: number, trials: number): Float64Array {
  const generator = xoroshiro128plus(hashed(name, seed));
  for (let step = 0; step < WARM_UP; step++) generator.next();
  const out = Float64Array.from({ length: trials }, (_, stratum) => stratum);
  for (let last = trials - 1; last > 0; last--) {
    const other = uniformInt(generator, 0, last);
    const kept = out[last];
    out[last] = out[other];
    out[other] = kept;
  }
  for (let trial = 0; trial < trials; trial++) out[trial] = (out[trial] + inside(uniformFloat64(generator))) / trials;
  return out;
}

/** 0 would be a quantile without end. */
const inside = (share: number): number => Math.max(share, Number.EPSILON);
