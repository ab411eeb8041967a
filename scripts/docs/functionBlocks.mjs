/**
 * The documentation block of a custom function: its tags with their texts, in one line each.
 * @typedef {{ id: string, tags: ReadonlyMap<string, readonly string[]> }} Block
 */

const BLOCK = /\/\*\*((?:(?!\*\/)[\s\S])*?@customfunction ([\w.]+)(?:(?!\*\/)[\s\S])*)\*\//g;

/**
 * The blocks of the custom functions that a source file declares, in its order.
 * @param {string} text
 * @returns {Block[]}
 */
export function functionBlocks(text) {
  return [...text.matchAll(BLOCK)].map(([, content, id]) => ({ id, tags: tagsOf(content) }));
}

/** @param {string} content */
function tagsOf(content) {
  const tags = /** @type {Map<string, string[]>} */ (new Map());
  const parts = content.replace(/\n\s*\* ?/g, "\n").split(/\n(?=@)/);
  for (const part of parts.slice(1)) {
    const [, name = "", text = ""] = /^@(\w+)\s*([\s\S]*)$/.exec(part) ?? [];
    tags.set(name, [...(tags.get(name) ?? []), text.replace(/\s+/g, " ").trim()]);
  }
  return tags;
}

/**
 * The examples of a block: a formula and what it gives.
 * @param {Block} block
 * @returns {{ formula: string, result: string }[]}
 */
export function examplesOf({ id, tags }) {
  return (tags.get("example") ?? []).map((text) => {
    const at = text.lastIndexOf(" -> ");
    if (at < 0) throw new Error(`The example of ${id} has no result: ${text}`);
    return { formula: text.slice(0, at), result: text.slice(at + " -> ".length) };
  });
}
