// Texts of the engine that functions.js does not need: docs and reports have them from the sources (docs/decisions/0100).
import ts from "typescript";

/** What declares entries of the model that may be no lines. */
const DECLARE = new Set(["quantity", "decided", "namedByCell"]);

/** @param {ts.ObjectLiteralElementLike} property @param {string} name */
const isCalled = ({ name: own }, name) => own !== undefined && ts.isIdentifier(own) && own.text === name;

/**
 * Whether an object is that of an entry which no function shows: not what may be a line because another object is spread into it.
 * @param {ts.ObjectLiteralExpression} object
 */
function isOfHiddenEntry({ parent, properties }) {
  if (!ts.isCallExpression(parent) || !ts.isIdentifier(parent.expression) || !DECLARE.has(parent.expression.text)) return false;
  return !properties.some((property) => ts.isSpreadAssignment(property) || isCalled(property, "isLine"));
}

/**
 * Leaves out the explanations of cost lines and metrics, and the labels of entries that are no lines.
 * @type {ts.TransformerFactory<ts.SourceFile>}
 */
export const withoutUnshownTexts = (context) => {
  /** @type {ts.Visitor} */
  const visit = (node) => {
    const visited = ts.visitEachChild(node, visit, context);
    if (!ts.isObjectLiteralExpression(node) || !ts.isObjectLiteralExpression(visited)) return visited;
    const isHidden = isOfHiddenEntry(node);
    const kept = visited.properties.filter((property) => !isCalled(property, "explanation") && !(isHidden && isCalled(property, "label")));
    return kept.length === visited.properties.length ? visited : context.factory.updateObjectLiteralExpression(visited, kept);
  };
  return (file) => (/[\\/]src[\\/]engine[\\/]/.test(file.fileName) ? ts.visitEachChild(file, visit, context) : file);
};
