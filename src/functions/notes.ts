/** Remarks of a function on its answer, such as that it read zeros as blank cells: collected while it computes, and shown in the pane. */

const notes = new Set<string>();

/** Adds a remark on the answer that is being computed, once. */
export function note(words: string): void {
  if (words !== "") notes.add(words);
}

/** The remarks since the last call. */
export function takeNotes(): string {
  const words = [...notes].join(" ");
  notes.clear();
  return words;
}
