import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "./run.mjs";

/** The file of a built folder with the licenses of the packages in it. */
export const NOTICES = "THIRD-PARTY-NOTICES.txt";

/**
 * @typedef {{ name: string, version: string, license?: string, author?: string | { name: string }, repository?: string | { url: string },
 *   dependencies?: Record<string, string> }} PackageJson
 */

/** @param {string} folder @returns {PackageJson} */
const packageIn = (folder) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/**
 * The folder of a package as Node finds it from another one.
 * @param {string} name
 * @param {string} from
 * @returns {string}
 */
function folderOf(name, from) {
  const folder = join(from, "node_modules", name);
  if (existsSync(join(folder, "package.json"))) return folder;
  if (from === dirname(from)) throw new Error(`The package ${name} is not installed.`);
  return folderOf(name, dirname(from));
}

/**
 * Folders of the packages on which the one in a folder depends, directly or through others.
 * @param {string} [root]
 * @returns {readonly string[]}
 */
export function productionFolders(root = ROOT) {
  /** @type {Set<string>} */
  const found = new Set();
  const visit = (/** @type {string} */ from) => {
    for (const name of Object.keys(packageIn(from).dependencies ?? {})) {
      const folder = folderOf(name, from);
      if (found.has(folder)) continue;
      found.add(folder);
      visit(folder);
    }
  };
  visit(root);
  return [...found];
}

const PACKAGE = /^(.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;

/**
 * Folders of the packages from which a bundle took files.
 * @param {readonly string[]} inputs paths of the files, from the project's folder
 */
export function bundledFolders(inputs) {
  const folders = inputs.flatMap((input) => PACKAGE.exec(input)?.[1] ?? []);
  return [...new Set(folders)].map((folder) => join(ROOT, folder));
}

const LICENSE_FILE = /^(licen[cs]e|notice|copying|unlicense|third-party)/i;

/** Texts of licenses and notices at the top of a package, or of what it ships. @param {string} folder */
function licenseTexts(folder) {
  const files = [folder, join(folder, "dist")]
    .filter((place) => existsSync(place))
    .flatMap((place) => readdirSync(place, { withFileTypes: true }).map((entry) => ({ entry, path: join(place, entry.name) })));
  return files
    .filter(({ entry }) => entry.isFile() && LICENSE_FILE.test(entry.name) && !/\.(m?js|ts)$/.test(entry.name))
    .map(({ path }) => readFileSync(path, "utf8").replaceAll("\r\n", "\n").trim());
}

/** What a package without a text of its license says about it. @param {PackageJson} described */
function statement({ author, repository }) {
  const by = typeof author === "object" ? author.name : author;
  const at = typeof repository === "object" ? repository.url : repository;
  return `The package has no text of its license. ${[by && `Author: ${by}.`, at && `Source: ${at}`].filter(Boolean).join(" ")}`.trim();
}

/** @param {string} folder */
function noticeOf(folder) {
  const described = packageIn(folder);
  const { name, version, license } = described;
  const texts = [...new Set(licenseTexts(folder))];
  if (license === undefined && texts.length === 0)
    throw new Error(`The package ${name} states no license: find out whether it may be shipped.`);
  const id = license === undefined ? "" : ` (${license})`;
  return { name, version, text: `${name} ${version}${id}\n\n${(texts.length > 0 ? texts : [statement(described)]).join("\n\n")}` };
}

const LINE = `\n\n${"-".repeat(80)}\n\n`;

/**
 * The notices of packages, by name.
 * @param {readonly string[]} folders
 */
export function noticesOf(folders) {
  const notices = folders.map(noticeOf).sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
  return `Parts of this program are the work of others, under these licenses.${LINE}${notices.map(({ text }) => text).join(LINE)}\n`;
}

/**
 * Writes the notices of packages into a built folder.
 * @param {string} outdir
 * @param {readonly string[]} folders
 */
export function writeNotices(outdir, folders) {
  writeFileSync(join(outdir, NOTICES), noticesOf(folders));
}
