/** Room that text needs, estimated: a picture is laid out before it is in a page, where text could be measured. */

/** Width of an average letter of the interface's fonts over the size of the font; capitals and figures of wide fonts included. */
const LETTER_WIDTH = 0.6;

export const FONT_SIZE_PX = 11;

export function textWidthPx(text: string, fontSizePx: number = FONT_SIZE_PX): number {
  return text.length * fontSizePx * LETTER_WIDTH;
}

/** The text as far as it fits, with an ellipsis where it does not. */
export function fitted(text: string, widthPx: number): string {
  const letters = Math.floor(widthPx / (FONT_SIZE_PX * LETTER_WIDTH));
  return text.length <= letters ? text : `${text.slice(0, Math.max(1, letters - 1))}…`;
}

/** Room between two labels of an axis. */
const LABEL_GAP_PX = 6;

/** About how many labels an axis across has room for; none where two would not fit. */
export function fittingTicks(labels: readonly string[], widthPx: number, most: number): number {
  const longest = Math.max(0, ...labels.map((label) => textWidthPx(label)));
  const count = Math.min(most, Math.floor(widthPx / (longest + LABEL_GAP_PX)));
  return count < 2 ? 0 : count;
}

/** Steps between labelled categories: months are labelled by quarters, half-years and years. */
const STEPS = [1, 2, 3, 6, 12, 24, 36, 60];

/** Places of the categories that are labelled, so that their labels do not touch. */
export function labelledPlaces(categories: readonly string[], widthPx: number): readonly number[] {
  const longest = Math.max(0, ...categories.map((category) => textWidthPx(`${category}  `)));
  const room = widthPx / Math.max(1, categories.length);
  const step = STEPS.find((each) => each * room >= longest) ?? categories.length;
  return categories.map((_, place) => place).filter((place) => place % step === 0);
}

/** The text in lines that are not wider than the room; a word that is wider stands alone. */
export function wrapped(text: string, widthPx: number, fontSizePx: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && textWidthPx(`${last} ${word}`, fontSizePx) <= widthPx) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
