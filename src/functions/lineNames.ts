import { SUM_NAMES } from "../engine/analysis/namedLine";
import { ModelError } from "../engine/errors";
import { COST_POOLS } from "../engine/lines";
import type { FeasibleProjection } from "../engine/lines";
import { nearestWord } from "../engine/catalogue/nearest";

/** That a name is no line: what is allowed, `further` words too, and the nearest. */
export function unknownLine(projection: FeasibleProjection, name: string, ...further: readonly string[]): ModelError {
  const names = [...SUM_NAMES, ...further, ...COST_POOLS, ...projection.lines.map(({ id }) => id)];
  const nearest = nearestWord(name, names);
  const hint = nearest === undefined ? "." : `; did you mean ${nearest}?`;
  return new ModelError(
    "not-allowed",
    "line",
    `line is "${name}". Use ${[...SUM_NAMES, ...further].join(", ")}, a cost pool, or the id of a line such as cloud.compute or tb${hint}`,
  );
}
