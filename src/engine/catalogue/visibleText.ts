/** Signs that nobody sees: soft hyphens, zero-width spaces, marks of direction, and byte order marks, as they come with text of web pages. */
const INVISIBLE = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu;
/** Joiners join emoji and the letters of some languages; beside a Latin letter or at an end they join nothing. */
const JOINERS = /(?<![^ -~])[\u200c\u200d]|[\u200c\u200d](?![^ -~])/gu;
const PLAIN = /^[!-~]*$/;

/** A text as a person sees it: without signs that nobody sees, each kind of space a plain one, none at its ends. */
export function visibleText(text: string): string {
  return PLAIN.test(text) ? text : text.replace(INVISIBLE, "").replace(JOINERS, "").replace(/\s/gu, " ").trim();
}
