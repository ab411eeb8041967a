import vitest from "@vitest/eslint-plugin";
import jsdoc from "eslint-plugin-jsdoc";
import officeAddinLint from "office-addin-lint/config/eslint.config.mjs";
import tseslint from "typescript-eslint";
import {
  ENGINE_PACKAGES,
  NO_BARRELS,
  NO_DEFAULT_EXPORT,
  PURE_GLOBALS,
  PURE_PROPERTIES,
  PURE_SYNTAX,
  pureImports,
} from "./scripts/lint/layers.mjs";
import { formulas, stampOfNames } from "./scripts/lint/formulas.mjs";
import { unitLiterals } from "./scripts/lint/unit-literals.mjs";

const LOCAL = { rules: { "unit-literals": unitLiterals } };
// Its version changes with the names that formulas can read: then ESLint looks at them again, though their files are the same.
const MODEL = { meta: { name: "model", version: stampOfNames() }, rules: { formulas } };
const TESTS = ["tests/**/*.ts"];

// Microsoft's preset also brings an older parser and Prettier as a rule: its own rules are what we are after.
const officeAddins = officeAddinLint.at(-1).plugins["office-addins"];
/** @type {Partial<import("eslint").Linter.RulesRecord>} */
const OFFICE_RULES = Object.fromEntries(Object.keys(officeAddins.rules).map((name) => [`office-addins/${name}`, "error"]));

/** @type {Partial<import("eslint").Linter.RulesRecord>} */
const SIZE = {
  complexity: ["error", 10],
  "max-depth": ["error", 3],
  "max-lines": ["error", { max: 400 }],
  "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
};

/** @type {Partial<import("eslint").Linter.RulesRecord>} */
const TYPES = {
  // The compiler takes array[i] for present (no noUncheckedIndexedAccess), so a check of it is not unnecessary.
  "@typescript-eslint/no-unnecessary-condition": "off",
  "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
  "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
  "@typescript-eslint/consistent-type-imports": "error",
  // Its message reaches the cell only as this class, which its typings do not derive from Error.
  "@typescript-eslint/only-throw-error": ["error", { allow: [{ from: "package", name: "Error", package: "custom-functions-runtime" }] }],
  "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
};

/** @type {Partial<import("eslint").Linter.RulesRecord>} */
const DOCSTRINGS = {
  "jsdoc/require-jsdoc": [
    "error",
    {
      publicOnly: true,
      require: { FunctionDeclaration: true, ArrowFunctionExpression: true, ClassDeclaration: true },
      checkConstructors: false,
    },
  ],
  "jsdoc/require-description": ["error", { contexts: ["FunctionDeclaration", "ArrowFunctionExpression"] }],
  "jsdoc/check-param-names": "error",
  "jsdoc/empty-tags": "error",
};

export default tseslint.config(
  { ignores: ["dist/", "reports/", "coverage/", ".cache/", "node_modules/", "data/", "bench/kernel/**"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  { plugins: { local: LOCAL }, rules: SIZE },

  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: TYPES,
  },
  {
    files: ["src/**/*.ts"],
    // Formulas of the model write conversions out, as explanations print them.
    ignores: ["src/engine/units.ts", "src/engine/model/generated/*.ts"],
    rules: { "local/unit-literals": "error" },
  },
  { files: ["src/engine/model/*.ts"], plugins: { model: MODEL }, rules: { "model/formulas": "error" } },
  // As long as its formula makes it, in the words of the formula.
  {
    files: ["src/engine/model/generated/*.ts"],
    rules: { ...Object.fromEntries(Object.keys(SIZE).map((rule) => [rule, "off"])), "local/unit-literals": "off" },
  },
  { files: ["src/**/*.ts", "scripts/**/*.mjs"], rules: { "no-restricted-syntax": ["error", ...NO_DEFAULT_EXPORT, ...NO_BARRELS] } },

  {
    files: ["src/engine/**/*.ts"],
    rules: {
      "no-restricted-syntax": ["error", ...NO_DEFAULT_EXPORT, ...NO_BARRELS, ...PURE_SYNTAX],
      "no-restricted-properties": ["error", ...PURE_PROPERTIES],
      "no-restricted-globals": ["error", ...PURE_GLOBALS],
      "no-restricted-imports": pureImports(),
    },
  },
  ...Object.entries(ENGINE_PACKAGES).map(([file, name]) => ({
    files: [file],
    rules: { "no-restricted-imports": pureImports(name) },
  })),

  { files: ["src/engine/**/*.ts", "src/functions/**/*.ts"], plugins: { jsdoc }, rules: DOCSTRINGS },
  // A custom function says `any[][]` literally: the metadata generator reads nothing else. no-unsafe-* still keeps it from going further untyped.
  { files: ["src/functions/**/*.ts"], rules: { "@typescript-eslint/no-explicit-any": "off" } },

  { files: ["src/workbook/**/*.ts", "src/taskpane/**/*.ts"], plugins: { "office-addins": officeAddins }, rules: OFFICE_RULES },

  {
    files: TESTS,
    rules: {
      // describe() holds its cases, so its length says nothing; and what a test reads from a table is there or the test fails.
      "max-lines-per-function": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  {
    files: TESTS,
    ignores: ["tests/browser/**"],
    plugins: { vitest },
    rules: {
      ...vitest.configs.recommended.rules,
      "vitest/expect-expect": ["error", { assertFunctionNames: ["expect", "expect*", "fc.assert"] }],
      // The second argument names the case in a loop.
      "vitest/valid-expect": ["error", { maxArgs: 2 }],
      // Also where a test is vitest's with a workbench (tests/office/pane).
      "vitest/no-standalone-expect": ["error", { additionalTestBlockFunctions: ["test"] }],
      "vitest/no-disabled-tests": "error",
      "vitest/no-focused-tests": "error",
    },
  },
);
