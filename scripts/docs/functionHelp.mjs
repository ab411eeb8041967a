import { examplesOf, functionBlocks } from "./functionBlocks.mjs";

/** Namespace of the functions, as the manifest states it. */
export const NAMESPACE = "TCO";

/** Functions whose name does not start with that of their family. */
const FAMILIES = {
  model:
    /^(ADVISE|ANSWER|ARCHITECTURES(\..*)?|CHARTDATA|COST|DECISIONS|DRIVERS|EXPLAIN|FIGURES|HORIZONTAL|HYBRID|METRIC|PERIODS|SWITCHMONTH|VERTICAL)$/,
  analysis: /^(CROSSOVER|PROBABILITY|SENSITIVITY\..*|SIMULATE|SOLVE)$/,
};

/** Tags without which a block does not say what its function does. */
const NEEDED_TAGS = ["returns", "errors", "example", "requiresAddress"];

/**
 * What a person has to know to write a function into a cell.
 * @typedef {{ name: string, description: string, optional: boolean, repeats: boolean, default?: string, choices?: { value: string, meaning: string }[] }} ParameterHelp
 * @typedef {{ name: string, family: string, signature: string, summary: string, parameters: ParameterHelp[], returns: string, formula?: string,
 *   source?: string, errors: string, examples: { formula: string, result: string }[], related: string[] }} FunctionHelp
 * @typedef {{ name: string, description?: string, optional?: boolean, repeating?: boolean, customEnumId?: string }} Parameter
 * @typedef {{ functions: { id: string, description: string, parameters: Parameter[] }[], enums: { id: string, values: { stringValue: string, tooltip?: string }[] }[] }} Metadata
 */

/**
 * The family of a function: the page on which it stands, and the group in the pane.
 * @param {string} id
 */
export function familyOf(id) {
  const [family] = Object.entries(FAMILIES).find(([, members]) => members.test(id)) ?? [];
  return family ?? id.split(".", 1).join("").toLowerCase();
}

/**
 * @param {string} id
 * @param {readonly Parameter[]} parameters
 */
function signature(id, parameters) {
  const names = parameters.map(({ name, optional, repeating }) => {
    const shown = repeating ? `${name}...` : name;
    return optional || repeating ? `[${shown}]` : shown;
  });
  return `${NAMESPACE}.${id}(${names.join(", ")})`;
}

/**
 * The default of an argument, from its description: "5 when left out", "year (default)". Undefined if the description has none.
 * @param {string} description
 */
export function defaultIn(description) {
  const chosen = /"?([\w-]+)"? \(default[;)]/.exec(description)?.[1];
  const stated = /(?:^|[;,(] ?)([^;,(]+?)(?: \([^)]*\))? when left out/.exec(description)?.[1];
  return chosen ?? stated?.trim().replace(/^"(.*)"$/, "$1");
}

/**
 * @param {Parameter} parameter
 * @param {Metadata["enums"]} enums
 * @returns {ParameterHelp}
 */
function parameterHelp({ name, description = "", optional = false, repeating = false, customEnumId }, enums) {
  const initial = optional ? defaultIn(description) : undefined;
  const choices = enums
    .find(({ id }) => id === customEnumId)
    ?.values.map(({ stringValue, tooltip = "" }) => ({ value: stringValue, meaning: tooltip }));
  return {
    name,
    description,
    optional: optional || repeating,
    repeats: repeating,
    ...(initial === undefined ? {} : { default: initial }),
    ...(choices ? { choices } : {}),
  };
}

/**
 * The help of every function of functions.json, from the blocks in the sources, and what is missing in them (nothing: empty).
 * @param {string} metadataJson
 * @param {readonly { text: string }[]} sources
 * @returns {{ functions: FunctionHelp[], problems: string[] }}
 */
export function functionHelp(metadataJson, sources) {
  const { functions, enums } = /** @type {Metadata} */ (JSON.parse(metadataJson));
  const blocks = new Map(sources.flatMap(({ text }) => functionBlocks(text).map((block) => [block.id, block])));
  const problems = /** @type {string[]} */ ([]);
  const help = functions.flatMap(({ id, description, parameters }) => {
    const block = blocks.get(id);
    if (!block) return [];
    const missing = NEEDED_TAGS.filter((tag) => !block.tags.get(tag)).map((tag) => `${id}: no @${tag}`);
    const silent = parameters.filter((each) => each.optional && defaultIn(each.description ?? "") === undefined);
    problems.push(...missing, ...silent.map(({ name }) => `${id}: parameter ${name} has no default in its description`));
    const text = (/** @type {string} */ tag) => block.tags.get(tag)?.join("; ");
    const [formula, source] = [text("formula"), text("source")];
    return {
      name: id,
      family: familyOf(id),
      signature: signature(id, parameters),
      summary: description,
      parameters: parameters.map((each) => parameterHelp(each, enums)),
      returns: text("returns") ?? "",
      ...(formula === undefined ? {} : { formula }),
      ...(source === undefined ? {} : { source }),
      errors: text("errors") ?? "",
      examples: examplesOf(block),
      related: block.tags.get("related")?.flatMap((list) => list.split(", ")) ?? [],
    };
  });
  return { functions: help, problems };
}
