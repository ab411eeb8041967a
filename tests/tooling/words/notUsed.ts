/** The words of notUsed.csv in a passage: regular expressions of whole words, each for texts (t), documentation (d), comments (c) or all (*). */
import { readFileSync } from "node:fs";
import type { Kind, Passage } from "./passages";

interface NotUsed {
  readonly pattern: RegExp;
  readonly use: string;
  readonly kinds: readonly Kind[];
}

const ALL: readonly Kind[] = ["text", "docs", "comment"];

const NOT_USED: readonly NotUsed[] = readFileSync(new URL("notUsed.csv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((row) => {
    const [pattern, use, scope] = row.split(";");
    return { pattern: wholeWords(pattern), use, kinds: scope === "*" ? ALL : ALL.filter((kind) => scope.includes(kind.charAt(0))) };
  });

/** A letter or an underscore next to a match makes it part of a longer word, or of an id. */
function wholeWords(pattern: string): RegExp {
  return new RegExp(`(?<![A-Za-z_])(?:${pattern})${/\w[)?]?$/.test(pattern) ? "(?![A-Za-z_])" : ""}`, "gi");
}

/** Each word that is not used, as "line: word (use ...)". */
export function notUsedIn({ kind, text: written, line }: Passage): readonly string[] {
  const text = written.replaceAll(QUOTED_IDS, (ids) => " ".repeat(ids.length));
  return NOT_USED.filter(({ kinds }) => kinds.includes(kind)).flatMap(({ pattern, use }) =>
    [...text.matchAll(pattern)]
      .filter(({ 0: word, index }) => !isId(text.slice(0, index), word, text.slice(index + word.length)))
      .map(({ 0: word, index }) => `${line + text.slice(0, index).split("\n").length - 1}: ${word} (use ${use})`),
  );
}

/** A word in quotation marks or backticks, or a comparison of such words: "vertical", "vertical < horizontal". */
const QUOTED_IDS = /["'`“][\w.]+(?: [<>=] [\w.]+)*["'`”]/g;

/** Released ids outside quotation marks: next to the sign that joins the parts of a key or a path, or a function's name in capitals. */
function isId(before: string, word: string, after: string): boolean {
  const isJoined = /[\w*…][./$]$/.test(before) || /^[./][\w*…]|^\(/.test(after);
  return isJoined || /^[A-Z]{4,}$/.test(word);
}
