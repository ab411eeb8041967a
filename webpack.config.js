import path from "node:path";
import { fileURLToPath } from "node:url";
import CopyPlugin from "copy-webpack-plugin";
import CustomFunctionsMetadataPlugin from "custom-functions-metadata-plugin";
import { functionSources, functionsMetadataCheck } from "./scripts/functionsMetadata.mjs";
import { hostAddress, manifestFor } from "./scripts/manifestHost.mjs";
import { plainEnums } from "./scripts/plainEnums.mjs";
import { withoutUnshownTexts } from "./scripts/shippedTexts.mjs";

const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const DIST = here("dist");
const FUNCTIONS = here("src/functions");

/** Pages stay as they were written: they are small, and the workbench repeats taskpane.html with another address of office.js. */
const AS_WRITTEN = { minimized: true };

/**
 * What both compilations share. Types are checked apart from the build, so a file is only translated here.
 * @param {"functions" | "taskpane"} name
 * @param {"production" | "development"} mode
 * @param {readonly import("typescript").TransformerFactory<import("typescript").SourceFile>[]} [before] what is done to each file first
 */
const common = (name, mode, before = []) => ({
  name,
  mode,
  entry: { [name]: here(`src/${name}/${name}.ts`) },
  output: { path: DIST, filename: "[name].js" },
  resolve: { extensions: [".ts", ".js"] },
  module: {
    parser: { javascript: { exportsPresence: /** @type {const} */ ("error") } },
    rules: [
      {
        test: /\.ts$/,
        loader: "ts-loader",
        options: {
          transpileOnly: true,
          configFile: here(`src/${name}/tsconfig.json`),
          instance: name,
          compilerOptions: { noEmit: false },
          getCustomTransformers: () => ({ before }),
        },
      },
    ],
  },
  // Never an eval: the page's content security policy forbids it.
  devtool: mode === "development" ? /** @type {const} */ ("source-map") : /** @type {const} */ (false),
  performance: { hints: /** @type {const} */ (false) },
});

/** The plugin takes a list; its types know one file alone. */
const metadataInput = () => /** @type {string} */ (/** @type {unknown} */ (functionSources(FUNCTIONS).map((source) => source.path)));

/**
 * Custom functions: self-contained, for a realm that has CustomFunctions and nothing else.
 * @param {"production" | "development"} mode
 * @returns {import("webpack").Configuration}
 */
const functions = (mode) => ({
  ...common("functions", mode, [withoutUnshownTexts, plainEnums]),
  target: "es2022",
  output: { path: DIST, filename: "[name].js", chunkFormat: false, chunkLoading: false, wasmLoading: false },
  plugins: [
    new CustomFunctionsMetadataPlugin({ output: "functions.json", input: metadataInput() }),
    functionsMetadataCheck({ folder: FUNCTIONS, output: "functions.json", helpOutput: "formulas.json" }),
  ],
});

/**
 * The styles of the shell and of the screens as the page's one file: a few kilobytes that no screen has to wait for. Those of the shell come first, so that a screen's
 * rule stands over one of the shell that is as specific.
 * @param {{ sourceFilename: string, data: Buffer }[]} styles
 */
const oneStyle = (styles) => {
  const isShell = (/** @type {{ sourceFilename: string }} */ { sourceFilename }) => /\bshell\b/.test(sourceFilename);
  const inOrder = [...styles.filter(isShell), ...styles.filter((style) => !isShell(style))];
  return inOrder.map(({ data }) => data.toString()).join("\n");
};

/**
 * The pane's page with everything that the manifest refers to.
 * @param {"production" | "development"} mode
 * @param {string} host
 * @returns {import("webpack").Configuration}
 */
const taskpane = (mode, host) => ({
  ...common("taskpane", mode),
  target: ["web", "es2022"],
  // Parts that are loaded when they are needed: their names change with their text, so that no page mixes two builds.
  output: { path: DIST, filename: "[name].js", chunkFilename: "parts/[name].[contenthash:8].js" },
  // A second pass takes three seconds longer and spares half of one per cent.
  optimization: { minimizeOptions: { javascript: { compress: { passes: 1 } } } },
  plugins: [
    new CopyPlugin({
      patterns: [
        { from: here("src/taskpane/*.html"), to: "[name][ext]" },
        { from: here("src/taskpane/*/style.css"), to: "taskpane.css", transformAll: oneStyle },
        { from: here("assets/*.png"), to: "assets/[name][ext]" },
        { from: here("assets/{shortcuts.json,support.html}"), to: "[name][ext]" },
        { from: here("manifest.xml"), transform: (/** @type {Buffer} */ template) => manifestFor(template.toString(), host) },
      ].map((pattern) => ({ ...pattern, from: pattern.from.split(path.sep).join("/"), info: AS_WRITTEN })),
    }),
  ],
});

/**
 * Builds dist/ without the workbench: functions.js, functions.json, the pane, icons and the manifest for TCO_HOST.
 * @param {Record<string, unknown>} _env
 * @param {{ mode?: "production" | "development" }} argv
 */
export default (_env, { mode = "production" }) => [functions(mode), taskpane(mode, hostAddress(process.env.TCO_HOST))];
