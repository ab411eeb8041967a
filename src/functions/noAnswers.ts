import { infeasibleWords, neverShardedWords } from "../engine/analysis/noPlanWords";
import type { FeasibleProjection, InfeasibleProjection } from "../engine/lines";
import { NoAnswer } from "./excelError";

/** That no plan carries the demand: from when on, what was needed and what the best shape offers. */
export const infeasible = (projection: InfeasibleProjection): NoAnswer => new NoAnswer(infeasibleWords(projection));

/** That the central system is not sharded within the plan, with how full it is at its end. */
export const neverSharded = (projection: FeasibleProjection): NoAnswer => new NoAnswer(neverShardedWords(projection));
