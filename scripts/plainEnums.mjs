import ts from "typescript";

/**
 * Enums of words as plain objects: what TypeScript writes for one is a function that fills it in. Every function of sheets declares its own, because
 * their metadata are read file by file.
 * @type {ts.TransformerFactory<ts.SourceFile>}
 */
export const plainEnums = ({ factory }) => {
  /** @param {ts.EnumDeclaration} declaration */
  const objectOf = ({ name, members, modifiers }) => {
    const words = members.map((member) => factory.createPropertyAssignment(member.name, member.initializer ?? factory.createVoidZero()));
    const variable = factory.createVariableDeclaration(name, undefined, undefined, factory.createObjectLiteralExpression(words));
    return factory.createVariableStatement(modifiers, factory.createVariableDeclarationList([variable], ts.NodeFlags.Const));
  };
  return (file) =>
    factory.updateSourceFile(
      file,
      file.statements.map((each) => (isOfWords(each) ? objectOf(each) : each)),
    );
};

/** @param {ts.Statement} statement @returns {statement is ts.EnumDeclaration} */
const isOfWords = (statement) =>
  ts.isEnumDeclaration(statement) &&
  statement.members.every(({ initializer }) => initializer !== undefined && ts.isStringLiteral(initializer));
