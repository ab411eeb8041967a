import { distance } from "fastest-levenshtein";

const FEWEST_EDITS = 2;
const MOST_SHARE = 0.4;

/** The word of a list that is nearest to a text in edits; undefined when none is near. */
export function nearestWord(text: string, words: readonly string[]): string | undefined {
  const wanted = text.trim().toLowerCase();
  const byDistance = words.map((word) => ({ word, edits: distance(wanted, word.toLowerCase()) })).sort((a, b) => a.edits - b.edits);
  const nearest = byDistance.at(0);
  return nearest && nearest.edits <= Math.max(FEWEST_EDITS, wanted.length * MOST_SHARE) ? nearest.word : undefined;
}
