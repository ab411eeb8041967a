import { LexerTreeBuilder } from "@univerjs/preset-sheets-core";

/** What is read of the grid's lexer; its typings keep it to itself. */
interface Lexer {
  _resetTemp: () => void;
  _squareBracketState: number;
  _tableBracketState: boolean;
}

/**
 * Lets the grid's lexer begin every formula with no square bracket open. It forgets to (Univer 0.25.1): a structured reference as far as it has been typed,
 * `Deals[#Al`, leaves its bracket open, and from then on the commas of every formula are part of its first argument.
 */
export function closeBracketsOfUnfinishedFormulas() {
  const lexer = LexerTreeBuilder.prototype as unknown as Lexer;
  const { _resetTemp: resetOthers } = lexer;
  lexer._resetTemp = function reset(this: Lexer) {
    resetOthers.call(this);
    this._squareBracketState = 0;
    this._tableBracketState = false;
  };
}
