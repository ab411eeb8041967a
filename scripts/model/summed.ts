import { nodesOf, treeOf } from "../../src/engine/demand/expressionTree";
import type { Quantity } from "../../src/engine/model/entry";
import type { Names } from "../../src/engine/model/language/names";
import { nameIn } from "../../src/engine/model/language/names";

/** The entries whose sums so far a formula reads. */
export function summedIn({ formula }: Quantity, names: Names): readonly string[] {
  const calls = [...nodesOf(treeOf(formula))].filter((node) => node.kind === "call");
  const summed = calls.filter(({ name }) => name === "window" || name === "so_far").map(({ args }) => nameIn(args[0]));
  return summed.filter((id) => names.entries.has(id));
}
