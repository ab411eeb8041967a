/** The text of a file of scenarios from its bytes: UTF-8 as JSON is written, or UTF-16 as older editors save it; anything else is refused, as letters would be lost. Pure. */

export type TextReading = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: string };

/** What a reader puts where a letter could not be read. */
export const LOST = "\uFFFD";
const SAVE_AS = "Save it as UTF-8, then import it again.";

type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "utf-32";

/** First bytes by which an encoding is known, any byte where there is a gap: a byte order mark, or the 0 beside the first sign of any JSON text. */
const BEGINNINGS: readonly (readonly [Encoding, readonly (number | undefined)[]])[] = [
  ["utf-32", [0xff, 0xfe, 0, 0]],
  ["utf-32", [0, 0, 0xfe, 0xff]],
  ["utf-32", [undefined, 0, 0, 0]],
  ["utf-32", [0, 0, 0]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
  ["utf-16le", [undefined, 0]],
  ["utf-16be", [0]],
];

function encodingOf(bytes: Uint8Array): Encoding {
  const begins = BEGINNINGS.find(([, signs]) => signs.every((sign, at) => at < bytes.length && (sign === undefined || bytes[at] === sign)));
  return begins?.[0] ?? "utf-8";
}

/** Where the first letter is lost that the encoding does not have: its line, and what stands before it. */
function placeOfLoss(text: string): string {
  const before = text.slice(0, text.indexOf(LOST));
  const line = before.slice(before.lastIndexOf("\n") + 1);
  return `line ${String(before.split("\n").length)}, after ${JSON.stringify(line.trimStart().slice(-20))}`;
}

/** The text of a file; a file of which letters cannot be read is refused, with the place of the first one. */
export function textOfBytes(bytes: Uint8Array): TextReading {
  const encoding = encodingOf(bytes);
  if (encoding === "utf-32") return { ok: false, problem: `The file is in UTF-32, which isn't read. ${SAVE_AS}` };
  try {
    return { ok: true, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    const place = placeOfLoss(new TextDecoder(encoding).decode(bytes));
    return { ok: false, problem: `The file isn't in UTF-8: letters would be lost (${place}). ${SAVE_AS}` };
  }
}
