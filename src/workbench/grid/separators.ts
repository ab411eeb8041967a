/** The signs with which people of a language write numbers. To ask the browser costs more than to paint a number, so they are remembered. */

export interface Separators {
  readonly decimal: string;
  readonly group: string;
}

const known = new Map<string, Separators>();

const MANY_DIGITS = 1234567.5;

function readSeparators(language: string): Separators {
  const parts = new Intl.NumberFormat(language).formatToParts(MANY_DIGITS);
  const sign = (wanted: string, usual: string) => parts.find(({ type }) => type === wanted)?.value ?? usual;
  return { decimal: sign("decimal", "."), group: sign("group", "") };
}

export function separatorsOf(language: string): Separators {
  const found = known.get(language) ?? readSeparators(language);
  known.set(language, found);
  return found;
}

/** The number in a text as a program writes it, with the decimal sign of a language. */
export function withDecimalSign(text: string, { decimal }: Separators): string {
  return decimal === "." ? text : text.replace(".", decimal);
}
