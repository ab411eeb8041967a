const PURE = "the engine is pure, so that a cell, a trial and a test get the same answer";

/** What src/engine may not say, beside what its tsconfig already keeps from compiling. */
export const PURE_SYNTAX = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: `new Date() reads the clock: ${PURE}; take the date as an argument.`,
  },
  { selector: "CallExpression[callee.name='Date']", message: `Date() reads the clock: ${PURE}; take the date as an argument.` },
];

export const PURE_PROPERTIES = [
  { object: "Date", property: "now", message: `Date.now reads the clock: ${PURE}; take the date as an argument.` },
  { object: "Math", property: "random", message: `Math.random has no seed: ${PURE}; take a generator of pure-rand as an argument.` },
];

export const PURE_GLOBALS = [
  "performance",
  "crypto",
  "process",
  "setTimeout",
  "setInterval",
  "fetch",
  "document",
  "window",
  "Excel",
  "Office",
].map((name) => ({ name, message: `${name} belongs to a host: ${PURE}.` }));

/** The packages that the engine may use, each in the one file that knows it. All are pure: no clock, no chance, no host. */
export const ENGINE_PACKAGES = /** @type {Record<string, string>} */ ({
  "src/engine/catalogue/nearest.ts": "fastest-levenshtein",
  "src/engine/analysis/simulation/streams.ts": "pure-rand",
});

/**
 * Refuses imports of the engine that lead out of it, but for the one package that a file may use.
 * @param {string} [allowed]
 * @returns {import("eslint").Linter.RuleEntry}
 */
export function pureImports(allowed) {
  const exception = allowed === undefined ? "" : `(?!${allowed}(?:/|$))`;
  const packages = {
    regex: `^${exception}[^.]`,
    message: "src/engine uses few packages, each in one file: see ENGINE_PACKAGES in scripts/lint/layers.mjs.",
  };
  const layers = {
    regex: "/(reference|functions|workbook|taskpane|workbench)/",
    message: "src/engine knows no other layer: take the data as an argument.",
  };
  return ["error", { patterns: [packages, layers] }];
}

export const NO_DEFAULT_EXPORT = [
  { selector: "ExportDefaultDeclaration", message: "Named exports only: a name is then the same everywhere and can be searched." },
];

export const NO_BARRELS = [{ selector: "ExportAllDeclaration", message: "No barrels: import from the file that holds the thing." }];
