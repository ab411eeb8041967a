/** THE list of functions that formulas of the model may call, beside max, min, abs, floor, ceil, round, exp, log and sqrt of users' formulas. */

/** What an argument has to be. */
export type ArgumentKind =
  /** A number that may change from month to month. */
  | "number"
  /** The name of an entry: its other months are read. */
  | "series"
  /** The name of a set of rows. */
  | "rows"
  /** The name of a key. */
  | "key"
  /** One of the words that a key or a row may have. */
  | "word";

export interface VocabularyFunction {
  readonly args: readonly ArgumentKind[];
  /** Any number of further words, each with its number, before the last number. */
  readonly hasCases?: true;
  /** Any number of further numbers. */
  readonly hasMore?: true;
  /** Whether it differs from month to month though what it is given does not. */
  readonly followsMonth?: true;
}

const numbers = (count: number): VocabularyFunction => ({ args: Array.from({ length: count }, () => "number") });

export const VOCABULARY = {
  /** Rounded up, ignoring an excess of less than 1e-9. */
  roundup: numbers(1),
  /** x / y; 0 if x is 0, whatever y is. */
  ratio: numbers(2),
  /** 1 when a need is at most a capacity (to 1e-9 of it), else 0. */
  fits: numbers(2),
  /** The n-th of the values that follow. */
  pick: { args: ["number"], hasMore: true },
  /** Share of a change done by a month, from a start over some months: 0 to 1; all at once if there are no months. */
  ramp: numbers(3),
  /** 1 + a rate, to the power of the years since the year before a first one: an index with one step a year */
  yearly: { ...numbers(2), followsMonth: true },
  /** 1 in the months from one to another, else 0 */
  within: numbers(3),
  /** A total in proportion to a part of a sum; in equal shares if the sum is 0. */
  pro_rata: numbers(4),
  /** Capacity of n nodes, in nodes, at a contention and coherency. */
  usl: numbers(3),
  /** The fewest nodes that reach a capacity at a contention and coherency. */
  usl_nodes: numbers(3),
  /** The fewest nodes that reach a share of the highest capacity at a contention and coherency. */
  usl_limit: numbers(3),
  /** Chance of waiting for one of so many servers under a load. */
  erlang_c: numbers(2),
  /** Chance that fewer than k of n nodes are up, each with an availability. */
  cluster_down: numbers(3),
  /** An entry in the month before; a start in the first month. */
  previous: { args: ["series", "number"] },
  /** An entry in another month; 0 outside the plan. `month - n` is an earlier month: n is 1 or more. */
  at: { args: ["series", "number"] },
  /** Sum of an entry over the months from one to another, as far as the plan has them. */
  window: { args: ["series", "number", "number"] },
  /** Sum of an entry from the first month on. */
  so_far: { args: ["series"] },
  /** The largest value of an entry from the first month on. */
  highest: { args: ["series"] },
  /** Cost of a quantity when each tier's price applies to the part in that tier. */
  graduated: { args: ["number", "rows"] },
  /** Sum over the rows of a set. */
  sum: { args: ["rows", "number"] },
  /** The largest over the rows of a set; 0 without rows. */
  largest: { args: ["rows", "number"] },
  /** Sum of the central and the distributed part; a part that the plan doesn't have counts as 0. */
  parts: numbers(2),
  /** The larger of the central and the distributed part. */
  largest_part: numbers(2),
  /** 1 when a key, or a field of the row, is a word, else 0 */
  is: { args: ["key", "word"] },
  /** The number after the word that a key, or a field of the row, has; the last number for any other word. */
  by: { args: ["key", "number"], hasCases: true },
  /** A key whose name is also that of an entry. */
  key: { args: ["key"] },
} as const satisfies Readonly<Record<string, VocabularyFunction>>;

export type FunctionName = keyof typeof VOCABULARY;

/** What an argument of a call has to be, by its place. */
export function argumentKind(name: string, at: number, count: number): ArgumentKind {
  if (!isFunctionName(name)) return "number";
  const { args, hasCases }: VocabularyFunction = VOCABULARY[name];
  if (hasCases && at > 0) return at % 2 === 1 && at < count - 1 ? "word" : "number";
  return args[at] ?? "number";
}

/** Whether a word is a function of the vocabulary. */
export const isFunctionName = (name: string): name is FunctionName => Object.hasOwn(VOCABULARY, name);
