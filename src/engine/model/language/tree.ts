import { treeOf } from "../../demand/expressionTree";
import type { Expression } from "../../demand/expressionTree";
import type { Quantity } from "../entry";

const known = new WeakMap<Quantity, Expression>();

/** The tree of the formula of an entry, read once. */
export function treeOfEntry(entry: Quantity): Expression {
  const tree = known.get(entry) ?? treeOf(entry.formula);
  known.set(entry, tree);
  return tree;
}
