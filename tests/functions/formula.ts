/** Evaluates the formulas of examples: literals, array constants, TCO functions, and the few functions of Excel that examples use around them. */

export type Scalar = number | string | boolean | null;
export type Matrix = readonly (readonly Scalar[])[];
export type Operand = Scalar | Matrix;

type Caller = (id: string, args: readonly Operand[]) => Operand;

const TOKEN = /\s*(?:(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)|"((?:[^"]|"")*)"|(#N\/A|#VALUE!)|([A-Z][A-Z0-9_.]*)|([(){},;]))/iy;

interface Token {
  readonly kind: "number" | "text" | "error" | "name" | "mark";
  readonly text: string;
}

const KINDS = ["number", "text", "error", "name", "mark"] as const;

function tokens(formula: string): readonly Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(formula);
    if (!match) throw new Error(`Cannot read "${formula.slice(at)}" in ${formula}`);
    const index = match.slice(1).findIndex((group) => group !== undefined);
    const text = match[index + 1];
    found.push({ kind: KINDS[index], text: KINDS[index] === "text" ? text.replaceAll('""', '"') : text });
  }
  return found;
}

const asMatrix = (operand: Operand): Matrix => (Array.isArray(operand) ? (operand as Matrix) : [[operand as Scalar]]);
const cells = (operand: Operand): readonly Scalar[] => asMatrix(operand).flat();

const EXCEL: Readonly<Record<string, (...args: readonly Operand[]) => Operand>> = {
  INDEX: (table, row, column = 1) => asMatrix(table)[Number(row) - 1][Number(column) - 1],
  ROWS: (table) => asMatrix(table).length,
  COLUMNS: (table) => asMatrix(table)[0].length,
  SUM: (table) => cells(table).reduce((sum: number, cell) => sum + (typeof cell === "number" ? cell : 0), 0),
  ROUND: (value, digits) => Number(Number(value).toFixed(Number(digits))),
};

/** The value of a formula or literal; `call` evaluates the functions of the namespace TCO. */
export function evaluate(formula: string, call: Caller): Operand {
  const list = tokens(formula.replace(/^=/, ""));
  let at = 0;

  const isMark = (text: string): boolean => list[at]?.kind === "mark" && list[at].text === text;
  const skip = (text: string): void => {
    if (!isMark(text)) throw new Error(`Expected ${text} in ${formula}`);
    at++;
  };

  function operand(): Operand {
    const token = list[at];
    if (token === undefined) throw new Error(`${formula} ends too early`);
    if (isMark("{")) return array();
    at++;
    if (token.kind === "number") return Number(token.text);
    if (token.kind === "text" || token.kind === "error") return token.text;
    if (token.kind === "name") return named(token.text);
    throw new Error(`Unexpected ${token.text} in ${formula}`);
  }

  function named(name: string): Operand {
    if (!isMark("(")) return name.toUpperCase() === "TRUE";
    const args = argumentList();
    if (name.startsWith("TCO.")) return call(name.slice("TCO.".length), args);
    return EXCEL[name](...args);
  }

  function argumentList(): readonly Operand[] {
    skip("(");
    const args: Operand[] = [];
    while (!isMark(")")) {
      args.push(isMark(",") ? null : operand());
      if (isMark(",")) {
        at++;
        if (isMark(")")) args.push(null);
      }
    }
    skip(")");
    return args;
  }

  function array(): Matrix {
    skip("{");
    const rows: Scalar[][] = [[]];
    while (!isMark("}")) {
      if (isMark(";")) rows.push([]);
      else if (!isMark(",")) {
        rows.at(-1)?.push(operand() as Scalar);
        continue;
      }
      at++;
    }
    skip("}");
    return rows;
  }

  const value = operand();
  if (at < list.length) throw new Error(`${list[at].text} is left over in ${formula}`);
  return value;
}
