/** What a function has to say about its answer beside it, such as that it took zeros for blank cells: gathered while it computes, kept for the pane. */

const notes = new Set<string>();

/** Says something about the answer that is being computed; the same thing once. */
export function note(words: string): void {
  if (words !== "") notes.add(words);
}

/** What has been said since it was last asked for. */
export function takeNotes(): string {
  const words = [...notes].join(" ");
  notes.clear();
  return words;
}
