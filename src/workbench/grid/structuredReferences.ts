/** Rewriting of structured references such as Inputs[[#All],[Growth]] in the text of a formula. */

function escapeColumn(name: string): string {
  return name.replace(/['#[\]@]/g, (character) => `'${character}`);
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Index behind the bracket that closes the one at `open`; an apostrophe takes the next character out of the count. */
function closingBracket(formula: string, open: number): number {
  let depth = 0;
  for (let i = open; i < formula.length; i += 1) {
    if (formula[i] === "'") i += 1;
    else if (formula[i] === "[") depth += 1;
    else if (formula[i] === "]") depth -= 1;
    if (depth === 0) return i + 1;
  }
  return formula.length;
}

function renameIn(reference: string, from: string, to: string): string {
  const [old, renamed] = [escapeColumn(from), escapeColumn(to)];
  if (reference.toLowerCase() === `[${old}]`.toLowerCase()) return `[${renamed}]`;
  const inner = new RegExp(`\\[(@?)${escapePattern(old)}\\]`, "gi");
  return reference.replace(inner, (_, at: string) => `[${at}${renamed}]`);
}

/** Parts of a formula outside text in double quotes, with their places. */
function isInText(formula: string, index: number): boolean {
  return (formula.slice(0, index).match(/"/g)?.length ?? 0) % 2 === 1;
}

/** The formula with a table's column named anew in every structured reference to that table; text in quotes stays. */
export function renameColumn(formula: string, table: string, from: string, to: string): string {
  const start = new RegExp(`(?<![\\p{L}\\p{N}_.])${escapePattern(table)}\\[`, "giu");
  let result = "";
  let done = 0;
  for (let match = start.exec(formula); match !== null; match = start.exec(formula)) {
    const open = match.index + match[0].length - 1;
    if (isInText(formula, match.index)) continue;
    const end = closingBracket(formula, open);
    result += formula.slice(done, open) + renameIn(formula.slice(open, end), from, to);
    done = end;
    start.lastIndex = end;
  }
  return result + formula.slice(done);
}
