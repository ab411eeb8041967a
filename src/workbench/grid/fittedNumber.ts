/** Numbers as Excel paints them into a cell that is too narrow: rounded where their format is General, else as a row of number signs. */

/** Whether a text has room in the cell. */
type Fits = (text: string) => boolean;

/** Digits that General shows behind the point at most, and characters of the whole number. */
const MOST_DECIMALS = 9;
const MOST_CHARACTERS = 11;

/** Below, General shows powers of ten. */
const LEAST = 1e-4;

/** Digits that a number in powers of ten shows behind the point at most. */
const MOST_SCIENTIFIC = 5;

const withoutZeros = (text: string): string => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);

/** With fewer decimals, from the most to none; never so few that nothing is left of a number. */
function rounded(value: number): string[] {
  if (Math.abs(value) >= 10 ** MOST_CHARACTERS || Math.abs(value) < LEAST) return [];
  const texts = Array.from({ length: MOST_DECIMALS + 1 }, (_, index) => withoutZeros(value.toFixed(MOST_DECIMALS - index)));
  return texts.filter((text) => text.replace("-", "").length <= MOST_CHARACTERS && Number(text) !== 0);
}

/** In powers of ten, as 1.2E+11. */
function scientific(value: number): string[] {
  return Array.from({ length: MOST_SCIENTIFIC + 1 }, (_, index) => {
    const [mantissa = "", exponent = ""] = value.toExponential(MOST_SCIENTIFIC - index).split("e");
    return `${withoutZeros(mantissa)}E${exponent.replace(/^([+-])(\d)$/, "$10$2")}`;
  });
}

/** As many number signs as have room, and one at least. */
function signs(fits: Fits): string {
  let text = "#";
  while (text.length < MOST_CHARACTERS * 2 && fits(`${text}#`)) text += "#";
  return text;
}

/**
 * What a cell shows of a number.
 * @param text as it would be painted with room enough
 * @param value the number where the format is General, which may round it
 * @param decimal the sign between its digits and its decimals
 */
export function fittedNumber(text: string, value: number | undefined, decimal: string, fits: Fits): string {
  const isShort = value === undefined || text.replace("-", "").length <= MOST_CHARACTERS;
  if (isShort && fits(text)) return text;
  if (value === undefined || value === 0) return signs(fits);
  const found = [...rounded(value), ...scientific(value)].map((each) => each.replace(".", decimal)).find(fits);
  return found ?? signs(fits);
}
