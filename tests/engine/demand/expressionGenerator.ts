/** Formulas drawn with a seed: the same on every machine. */

type Draw = (count: number) => number;

/** Whole numbers from 0 below a count, by a linear congruential generator. */
function drawing(seed: number): Draw {
  let state = seed;
  return (count) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
}

/** What formulas are drawn from. */
export interface Vocabulary {
  readonly operands: readonly string[];
  readonly operators: readonly string[];
  /** Texts with a, b, c where parts go. */
  readonly frames: readonly string[];
  /** What no drawn formula may have. */
  readonly without?: RegExp;
}

function formula(draw: Draw, words: Vocabulary, depth: number): string {
  const { operands, operators, frames } = words;
  const part = (): string => formula(draw, words, depth - 1);
  if (depth === 0 || draw(4) === 0) return operands[draw(operands.length)];
  if (draw(3) > 0) return `${part()}${operators[draw(operators.length)]}${part()}`;
  return frames[draw(frames.length)].replace(/[abc]/g, part);
}

/** Different formulas over a vocabulary. */
export function drawnFormulas(seed: number, count: number, words: Vocabulary): readonly string[] {
  const draw = drawing(seed);
  const drawn = new Set<string>();
  while (drawn.size < count) {
    const next = formula(draw, words, 3);
    if (words.without?.test(next) !== true) drawn.add(next);
  }
  return [...drawn];
}
