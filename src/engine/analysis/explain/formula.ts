import { nodesOf, treeOf } from "../../demand/expressionTree";

/** The words in the formula of a term that may be names, in their order. */
export function wordsIn(formula: string): readonly string[] {
  const words = new Set<string>();
  for (const node of nodesOf(treeOf(formula))) if (node.kind === "name" || node.kind === "call") words.add(node.name);
  return [...words];
}
