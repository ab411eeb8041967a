import { distance } from "fastest-levenshtein";

const FEWEST_EDITS = 2;
const MOST_SHARE = 0.4;

/** The word of a list that is nearest to a text in edits, the first of equals; undefined when none is near. */
export function nearestWord(text: string, words: readonly string[]): string | undefined {
  const wanted = text.trim().toLowerCase();
  let nearest: string | undefined;
  let most = Math.max(FEWEST_EDITS, Math.floor(wanted.length * MOST_SHARE));
  for (const word of words) {
    // Words of other lengths differ in at least so many letters: a text of thousands is not compared with each.
    if (Math.abs(word.length - wanted.length) > most) continue;
    const edits = distance(wanted, word.toLowerCase());
    if (edits > most) continue;
    nearest = word;
    most = edits - 1;
  }
  return nearest;
}
