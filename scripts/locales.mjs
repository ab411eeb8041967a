import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../assets/locales", import.meta.url));

/**
 * The texts of the add-in in another language, by the English ones: those of the manifest, and those that Excel shows of functions.
 * @typedef {{ locale: string, manifest: Record<string, string>, functions: Record<string, string> }} Locale
 * @typedef {import("./functionsMetadata.mjs").Metadata} Metadata
 */

/** Every language but English, each from its file in assets/locales. */
export const LOCALES = /** @type {readonly Locale[]} */ (
  readdirSync(FOLDER).map((file) => ({
    locale: path.basename(file, ".json"),
    ...JSON.parse(readFileSync(path.join(FOLDER, file), "utf8")),
  }))
);

/**
 * The name of a language's functions.json.
 * @param {string} locale
 */
export function metadataFile(locale) {
  return `functions-${locale}.json`;
}

/**
 * Every text that Excel shows of functions: descriptions of functions, of their arguments and of the words that these take.
 * @param {Metadata} metadata
 * @returns {string[]}
 */
export function functionTexts({ functions, enums = [] }) {
  const texts = [
    ...functions.flatMap(({ description, parameters }) => [description, ...parameters.map((parameter) => parameter.description)]),
    ...enums.flatMap(({ values }) => values.map(({ tooltip }) => tooltip)),
  ];
  return [...new Set(texts.flatMap((text) => (typeof text === "string" && text !== "" ? [text] : [])))];
}

/**
 * functions.json in another language: names stay as they are, for workbooks hold them. A text that is not translated yet stays English.
 * @param {string} json
 * @param {Locale} locale
 */
export function localizedMetadata(json, { functions: texts }) {
  const translated = (/** @type {string} */ key, /** @type {unknown} */ value) =>
    (key === "description" || key === "tooltip") && typeof value === "string" ? (texts[value] ?? value) : value;
  return `${JSON.stringify(JSON.parse(json, translated), null, 2)}\n`;
}

/**
 * The manifest with its texts, and the address of functions.json, in every language beside English.
 * @param {string} xml
 */
export function localizedManifest(xml) {
  return xml.replace(/<((?:bt:)?(?:String|Url|Description))( [^>]*?DefaultValue="([^"]*)") \/>/g, (element, name, attributes, text) => {
    const overrides = LOCALES.flatMap(({ locale, manifest }) => {
      const value = text.endsWith("/functions.json") ? text.replace("functions.json", metadataFile(locale)) : manifest[text];
      const prefix = name.startsWith("bt:") ? "bt:" : "";
      return value === undefined ? [] : [`<${prefix}Override Locale="${locale}" Value="${escaped(value)}" />`];
    });
    return overrides.length === 0 ? element : `<${name}${attributes}>${overrides.join("")}</${name}>`;
  });
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
