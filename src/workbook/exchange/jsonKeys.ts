/** Keys that an object of a JSON text has twice: a reader of JSON keeps the last one and says nothing. Pure. */

export interface RepeatedKey {
  /** Keys and places from the root to the object. */
  readonly path: readonly string[];
  readonly key: string;
}

/** An object or a list whose end is still to come. */
interface Open {
  /** The keys so far; undefined for a list. */
  readonly keys: Set<string> | undefined;
  /** The key or place whose value comes next. */
  at: string;
  isKeyNext: boolean;
}

function isEscaped(json: string, quote: number): boolean {
  let slashes = 0;
  while (json[quote - 1 - slashes] === "\\") slashes += 1;
  return slashes % 2 === 1;
}

/** The quote that ends the text which starts at a place. */
function endOfText(json: string, start: number): number {
  let end = json.indexOf('"', start + 1);
  while (isEscaped(json, end)) end = json.indexOf('"', end + 1);
  return end;
}

/** Goes on to the next key of an object, or the next place of a list. */
function next(open: Open): void {
  open.isKeyNext = open.keys !== undefined;
  if (!open.keys) open.at = String(Number(open.at) + 1);
}

const NONE: readonly RepeatedKey[] = [];

/** Notes a key of the innermost object; the key as repeated where it has it already. */
function noteKey(opened: readonly Open[], open: Open, key: string): readonly RepeatedKey[] {
  const isRepeated = open.keys?.has(key) ?? false;
  open.keys?.add(key);
  open.at = key;
  open.isKeyNext = false;
  return isRepeated ? [{ path: opened.slice(0, -1).map(({ at }) => at), key }] : NONE;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const LIST = 0x5b;
const LIST_END = 0x5d;
const OBJECT = 0x7b;
const OBJECT_END = 0x7d;

/** The key between two quotes; only one with a backslash has to be parsed. */
function keyBetween(json: string, start: number, end: number): string {
  const key = json.slice(start + 1, end);
  return key.includes("\\") ? (JSON.parse(`"${key}"`) as string) : key;
}

/** Opens or closes an object or a list; whether the sign does either. */
function isBracket(opened: Open[], sign: number): boolean {
  if (sign === OBJECT) opened.push({ keys: new Set(), at: "", isKeyNext: true });
  else if (sign === LIST) opened.push({ keys: undefined, at: "0", isKeyNext: false });
  else if (sign === OBJECT_END || sign === LIST_END) opened.pop();
  else return false;
  return true;
}

/** Every key that is in its object again, in the order of the text, which must be valid JSON. */
export function repeatedKeys(json: string): readonly RepeatedKey[] {
  const repeated: RepeatedKey[] = [];
  const opened: Open[] = [];
  for (let at = 0; at < json.length; at += 1) {
    const sign = json.charCodeAt(at);
    if (isBracket(opened, sign)) continue;
    const open = opened.at(-1);
    if (sign === COMMA && open) next(open);
    if (sign !== QUOTE) continue;
    const end = endOfText(json, at);
    if (open?.isKeyNext) repeated.push(...noteKey(opened, open, keyBetween(json, at, end)));
    at = end;
  }
  return repeated;
}
