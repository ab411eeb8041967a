import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileFunction } from "node:vm";
import { buildSync } from "esbuild";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const MODEL = join(ROOT, "src/engine/model");
const requireHere = createRequire(import.meta.url);

/**
 * What a text of TypeScript exports, and the files that it consists of.
 * @param {string} contents
 * @param {string} folder
 * @param {string} [sourcefile]
 */
function loaded(contents, folder, sourcefile) {
  const { outputFiles, metafile } = buildSync({
    stdin: { contents, resolveDir: folder, loader: "ts", ...(sourcefile ? { sourcefile } : {}) },
    absWorkingDir: ROOT,
    nodePaths: [join(ROOT, "node_modules")],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    metafile: true,
    logLevel: "silent",
  });
  const module = { exports: /** @type {any} */ ({}) };
  compileFunction(outputFiles[0].text, ["module", "exports", "require"])(module, module.exports, requireHere);
  const files = Object.keys(metafile.inputs).map((path) => join(ROOT, path));
  return { exports: module.exports, files: files.filter((path) => existsSync(path)) };
}

/** @type {{ check: (entries: readonly any[]) => readonly any[], files: readonly string[], stamp: string } | undefined} */
let kept;

const stampOf = (/** @type {readonly string[]} */ files) => files.map((path) => (existsSync(path) ? statSync(path).mtimeMs : 0)).join(" ");

/** The generator's checker with the names of the model as it is saved, loaded again when that has changed. */
function checker() {
  if (kept && kept.stamp === stampOf(kept.files)) return kept.check;
  const { exports, files } = loaded('export { mistakesAmong } from "./mistakes";', join(ROOT, "scripts/model"));
  kept = { check: exports.mistakesAmong, files, stamp: stampOf(files) };
  return kept.check;
}

/**
 * The entries with formulas that a file exports.
 * @param {string} text
 * @param {string} path
 */
function entriesOf(text, path) {
  const { exports } = loaded(text, dirname(path), basename(path));
  return [...new Set(Object.values(exports).flat())].filter((each) => typeof each?.id === "string" && "kind" in each);
}

const escaped = (/** @type {string} */ text) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");

/**
 * The texts of a string or a template, each with its place in the file, and the code between them.
 * @param {any} node
 */
function textsOf(node) {
  if (node.type === "Literal")
    return typeof node.value === "string" ? [{ text: node.value, raw: node.raw.slice(1, -1), at: node.range[0] + 1 }] : [];
  return node.quasis.map((/** @type {any} */ { value, range }) => ({ text: value.cooked, raw: value.raw, at: range[0] + 1 }));
}

/**
 * Maps a place in a formula to its place in a string or template of the file, with the number of letters there; undefined outside it.
 * @param {any} node
 * @param {string} formula
 * @param {number} place
 */
function foundIn(node, formula, place) {
  const texts = textsOf(node);
  const letters = texts.reduce((/** @type {number} */ sum, /** @type {any} */ { text }) => sum + text.length, 0);
  if (letters === 0) return undefined;
  const pattern = new RegExp(texts.map((/** @type {any} */ { text }) => `(${escaped(text)})`).join("([^]*?)"), "g");
  for (const match of formula.matchAll(pattern)) {
    let at = match.index;
    for (const [index, part] of match.slice(1).entries()) {
      const text = index % 2 === 0 ? texts[index / 2] : undefined;
      // Places differ between a text with escaped letters and its value.
      if (text && text.text === text.raw && place >= at && place < at + part.length) return { index: text.at + place - at, letters };
      at += part.length;
    }
  }
  return undefined;
}

/** Formulas as the file builds them, checked as `npm run generate` does, and underlined where their text stands.
 * @type {import("eslint").Rule.RuleModule} */
export const formulas = {
  meta: {
    type: "problem",
    docs: { description: "A formula of the model reads names and calls functions that there are." },
    schema: [],
    messages: { mistake: "{{message}}", unread: "The formulas can't be checked: {{message}}" },
  },
  create(context) {
    const { sourceCode } = context;
    /** @type {any[]} */
    const texts = [];
    const seen = new Set();
    const report = (/** @type {any} */ { id, formula, message, at, length }) => {
      const places = texts.flatMap((node) => foundIn(node, formula, at) ?? []);
      const [place] = places.sort((one, other) => other.letters - one.letters);
      const name = texts.find((node) => node.value === id) ?? sourceCode.ast;
      const loc = place
        ? { start: sourceCode.getLocFromIndex(place.index), end: sourceCode.getLocFromIndex(place.index + length) }
        : name.loc;
      const text = place ? message : `${id}: ${message}`;
      const key = JSON.stringify([loc, text]);
      if (!seen.has(key)) context.report({ loc, messageId: "mistake", data: { message: text } });
      seen.add(key);
    };
    return {
      Literal: (node) => void texts.push(node),
      TemplateLiteral: (node) => void texts.push(node),
      "Program:exit"(node) {
        try {
          checker()(entriesOf(sourceCode.text, context.filename)).forEach(report);
        } catch (error) {
          context.report({ node, messageId: "unread", data: { message: error instanceof Error ? error.message : String(error) } });
        }
      },
    };
  },
};

/** A stamp of all that formulas can name: what ESLint has found and kept does not hold when it has changed. */
export function stampOfNames() {
  const hash = createHash("sha256");
  const model = readdirSync(MODEL, { recursive: true, encoding: "utf8" }).map((name) => join(MODEL, name));
  const checked = readdirSync(join(ROOT, "scripts/model")).map((name) => join(ROOT, "scripts/model", name));
  for (const path of [...model, ...checked, join(ROOT, "src/engine/catalogue/assumptions.ts")].sort())
    if (path.endsWith(".ts")) hash.update(readFileSync(path));
  return hash.digest("hex").slice(0, 16);
}
