import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { functionHelp } from "./docs/functionHelp.mjs";
import { LOCALES, localizedMetadata, metadataFile } from "./locales.mjs";

/** Excel on the desktop ignores a functions.json above 1 MB without a word; five times below that is room enough for every function. */
const MAX_BYTES = 200_000;

/** Autocomplete and the formula parser take these for cells: A1 style up to XFD, and R1C1 style. */
const CELL_REFERENCE = /^([A-Z]{1,3}\d+|R\d*C\d*)$/i;

const TAG = /^[ \t/]*\*+[ \t]*@customfunction\b[ \t]*([\w.]*)/gim;

/**
 * The parsed functions.json.
 * @typedef {{ description?: string, name: string, dimensionality?: string, optional?: boolean, repeating?: boolean, type: string, customEnumId?: string }} Parameter
 * @typedef {{ id: string, name: string, description?: string, options?: Record<string, boolean>, parameters: Parameter[], result: Record<string, string> }} CustomFunction
 * @typedef {{ id: string, type: string, values: Record<string, string | number>[] }} CustomEnum
 * @typedef {{ functions: CustomFunction[], enums?: CustomEnum[] }} Metadata
 * @typedef {{ path: string, text: string }} Source
 */

/**
 * The finished functions.json for what the generator of Microsoft wrote, and every reason why it must not ship (none: empty).
 * Adds what the generator does not write: errors as arguments of `any`, one order whatever the order of the files, an enum once
 * although each file must declare its own.
 * @param {string} generated
 * @param {readonly Source[]} sources
 * @returns {{ json: string, problems: string[] }}
 */
export function finishMetadata(generated, sources) {
  const { functions, enums = [] } = /** @type {Metadata} */ (JSON.parse(generated || '{"functions":[]}'));
  const finished = {
    allowCustomDataForDataTypeAny: true,
    allowErrorForDataTypeAny: true,
    enums: distinctById(enums).sort(byId),
    functions: functions.map(asShown).sort(byId),
  };
  const json = `${JSON.stringify(finished, null, 2)}\n`;
  const problems = [
    ...missingFunctions(functions, sources),
    ...functions.flatMap(functionProblems),
    ...repeated(functions).map((id) => `${id}: two functions have this name`),
    ...repeated(distinctById(enums)).map((id) => `enum ${id}: declared with different values in two files`),
  ];
  if (Buffer.byteLength(json) > MAX_BYTES) problems.push(`functions.json has ${Buffer.byteLength(json)} bytes, more than ${MAX_BYTES}`);
  return { json, problems };
}

/**
 * Every TypeScript file below a folder that declares a custom function, in alphabetical order.
 * @param {string} folder
 * @returns {Source[]}
 */
export function functionSources(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .sort()
    .map((file) => ({ path: path.resolve(folder, file), text: readFileSync(path.join(folder, file), "utf8") }))
    .filter(({ text }) => tags(text).length > 0);
}

/**
 * A webpack plugin that finishes the functions.json of CustomFunctionsMetadataPlugin, writes the same in other languages and the help of every
 * function beside it, and fails the build on any problem.
 * @param {{ folder: string, output: string, helpOutput: string }} options
 * @returns {(compiler: import("webpack").Compiler) => void}
 */
export function functionsMetadataCheck({ folder, output, helpOutput }) {
  return (compiler) => {
    const { Compilation, WebpackError, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap("FunctionsMetadataCheck", (compilation) => {
      // Taken before modules are merged into one, when each file is still a separate module.
      const bundled = new Set();
      compilation.hooks.finishModules.tap("FunctionsMetadataCheck", (modules) => {
        for (const each of modules) bundled.add(each.nameForCondition());
      });
      compilation.hooks.processAssets.tap({ name: "FunctionsMetadataCheck", stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONS }, () => {
        const files = functionSources(folder);
        const generated = compilation.getAsset(output)?.source.source().toString() ?? "";
        const { json, problems } = finishMetadata(generated, files);
        const help = functionHelp(json, files);
        const left = files.filter((file) => !bundled.has(file.path)).map((file) => `${file.path} is not imported by the entry`);
        for (const problem of [...problems, ...help.problems, ...left]) compilation.errors.push(new WebpackError(`${output}: ${problem}`));
        if (compilation.getAsset(output)) compilation.updateAsset(output, new sources.RawSource(json));
        for (const locale of LOCALES)
          compilation.emitAsset(metadataFile(locale.locale), new sources.RawSource(localizedMetadata(json, locale)));
        compilation.emitAsset(helpOutput, new sources.RawSource(JSON.stringify({ functions: help.functions })));
      });
    });
  };
}

/**
 * The generator skips a tagged arrow function, a method or a nested function without a word.
 * @param {readonly CustomFunction[]} functions
 * @param {readonly Source[]} sources
 */
function missingFunctions(functions, sources) {
  const known = new Set(functions.map((each) => each.id));
  const stated = sources.flatMap(({ path: file, text }) => tags(text).map((id) => ({ file, id })));
  const missing = stated.filter(({ id }) => id === "" || !known.has(id));
  return missing.map(({ file, id }) =>
    id === ""
      ? `${file}: @customfunction without a name`
      : `${file}: ${id} is tagged but missing; only a function declaration at the top of a file becomes a custom function`,
  );
}

/** @param {CustomFunction} each */
function functionProblems({ id, name, description, parameters }) {
  const checks = /** @type {[boolean, string][]} */ ([
    [!description?.trim(), "no description"],
    [name.length < 3, "the name is shorter than 3 characters"],
    [CELL_REFERENCE.test(name), "the name looks like a cell reference"],
    [/^TCO\./i.test(id), "the namespace belongs to the manifest, not to the name"],
    [id !== name, `id and name differ (${name})`],
    ...parameters.map((parameter) => [!parameter.description?.trim(), `parameter ${parameter.name} has no description`]),
    ...parameters.slice(0, -1).map((parameter) => [parameter.repeating, `parameter ${parameter.name} repeats but is not the last one`]),
  ]);
  return checks.filter(([wrong]) => wrong).map(([, problem]) => `${id}: ${problem}`);
}

/**
 * Excel shows line breaks of a description as in the source, and names as they are: `return_` is the argument `return`, which
 * TypeScript keeps for itself.
 * @param {CustomFunction} each
 * @returns {CustomFunction}
 */
function asShown(each) {
  const oneLine = (/** @type {string | undefined} */ text) => text?.replace(/\s+/g, " ").trim();
  const parameters = each.parameters.map((parameter) => ({
    ...parameter,
    name: parameter.name.replace(/_$/, ""),
    description: oneLine(parameter.description),
  }));
  return { ...each, description: oneLine(each.description), parameters };
}

/** @param {string} text */
function tags(text) {
  return [...text.matchAll(TAG)].map(([, id = ""]) => id.toUpperCase());
}

/** @param {readonly { id: string }[]} items */
function repeated(items) {
  const ids = items.map((item) => item.id);
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

/**
 * @param {readonly CustomEnum[]} enums
 */
function distinctById(enums) {
  return [...new Map(enums.map((each) => [JSON.stringify(each), each])).values()];
}

/**
 * @param {{ id: string }} a
 * @param {{ id: string }} b
 */
function byId(a, b) {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
