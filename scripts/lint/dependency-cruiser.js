import { ENGINE_PACKAGES } from "./layers.mjs";

/**
 * The layers: engine <- reference <- functions | workbook <- taskpane <- workbench.
 * @param {string} layer
 * @param {string} allowed alternatives of a regular expression: what of src the layer may import beside itself
 * @param {string} comment why, and what to do instead
 */
function layer(layer, allowed, comment) {
  const inside = [layer, allowed].filter(Boolean).join("|");
  return {
    name: `layer-${layer}`,
    severity: "error",
    comment,
    from: { path: `^src/${layer}/` },
    to: { path: "^src/", pathNot: `^src/(${inside})/` },
  };
}

const layers = [
  layer("engine", "", "The engine is pure and knows nobody: pass what it needs as an argument of the function that needs it."),
  layer("reference", "engine", "Reference data is data: what decides with it belongs in src/engine, what shows it in a host."),
  layer(
    "functions",
    "engine|reference",
    "functions.js runs in a bare realm without sheets or DOM: share code with the workbook through src/engine.",
  ),
  layer(
    "workbook",
    "engine|reference",
    "The sheets work with the pane closed and the functions unloaded: share code with them through src/engine.",
  ),
  layer(
    "taskpane",
    "engine|reference|workbook",
    "Pane and functions are two compilations with one named global between them: move what both need to src/engine. The pane runs in Excel, where there is no workbench.",
  ),
  layer(
    "workbench",
    "engine|reference|workbook|taskpane/pictures",
    "The workbench loads the shipped bundles of functions and pane, so that what runs there is what runs in Excel: do not import their sources. Only the pictures are shared: they replace Excel's charts there.",
  ),
];

/** What the screens of the pane share, beside the shell. */
const SHARED = "functions|pictures|typed";

const screens = [
  {
    name: "screens-apart",
    severity: "error",
    comment:
      "A screen can be read, changed and replaced alone: what two of them need is in src/taskpane/shell, and one opens another by an action that it names itself (Controls in shell/screen.ts).",
    from: { path: `^src/taskpane/(?!shell/|${SHARED.replaceAll("|", "/|")}/)([^/]+)/` },
    to: { path: "^src/taskpane/[^/]+/", pathNot: `^src/taskpane/($1|shell|${SHARED})/` },
  },
  {
    name: "screens-registered",
    severity: "error",
    comment:
      "A screen is known to one file of the shell, so that a new one is one folder and one entry: read what you need of it in shell/screens.ts.",
    from: { path: "^src/taskpane/shell/", pathNot: "^src/taskpane/shell/screens\\.ts$" },
    to: { path: "^src/taskpane/[^/]+/", pathNot: `^src/taskpane/(shell|${SHARED})/` },
  },
  {
    name: "registry-behind",
    severity: "error",
    comment:
      "What a screen imports of the shell does not lead back to the screens: the registry and what is made of it are for the entry of the pane alone.",
    from: { path: "^src/taskpane/", pathNot: "^src/taskpane/(shell/(screens|update|effects|pane)|taskpane)\\.ts$" },
    to: { path: "^src/taskpane/shell/(screens|update|effects|pane)\\.ts$" },
  },
  {
    name: "shared-below-screens",
    severity: "error",
    comment: "What all screens share knows none of them: pass what it needs as an argument.",
    from: { path: `^src/taskpane/(${SHARED})/` },
    to: { path: "^src/taskpane/[^/]+/", pathNot: `^src/taskpane/(shell|${SHARED})/` },
  },
];

const packages = [
  {
    name: "engine-packages",
    severity: "error",
    comment:
      "A package is known to one file of the engine, so that it can be judged and replaced: call that file, or list a pure package in scripts/lint/layers.mjs.",
    from: { path: "^src/engine/", pathNot: Object.keys(ENGINE_PACKAGES).map((file) => `^${file}$`) },
    to: { dependencyTypes: ["npm", "npm-dev", "npm-peer", "npm-no-pkg", "npm-unknown"] },
  },
  ...Object.entries(ENGINE_PACKAGES).map(([file, name]) => ({
    name: `engine-only-${name}`,
    severity: "error",
    comment: `${file} wraps ${name} and no other package: use a second file for a second package.`,
    from: { path: `^${file}$` },
    to: { dependencyTypes: ["npm", "npm-dev", "npm-peer", "npm-no-pkg", "npm-unknown"], pathNot: `node_modules/${name}/` },
  })),
  {
    name: "grid-in-workbench-only",
    severity: "error",
    comment: "The grid replaces Excel in the browser and is 6 MB: the layers that ship call Office.js, which the workbench implements.",
    from: { path: "^src/", pathNot: "^src/workbench/" },
    to: { path: "node_modules/(@univerjs|react|react-dom|rxjs)/" },
  },
  {
    name: "ships-with-dependencies-only",
    severity: "error",
    comment:
      "What ships in the add-in is listed under dependencies, so that a reviewer sees it: move the package there. Types are exempt, they vanish.",
    from: { path: "^src/(engine|reference|functions|workbook|taskpane)/" },
    to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "node_modules/@types/" },
  },
  {
    name: "no-node-in-src",
    severity: "error",
    comment: "src runs in Excel and in browsers, which have no node: modules: put what reads files into scripts.",
    from: { path: "^src/" },
    to: { dependencyTypes: ["core"] },
  },
];

const hygiene = [
  {
    name: "no-cycle",
    severity: "error",
    comment: "Two files that need each other cannot be read, tested or replaced alone: move what both need into a third, or merge them.",
    from: {},
    to: { circular: true },
  },
  {
    name: "no-orphan",
    severity: "error",
    comment: "A file that nobody imports and that imports nobody is dead: delete it, or make it an entry of a build.",
    from: { orphan: true, path: "^src/", pathNot: "\\.d\\.ts$" },
    to: {},
  },
  {
    name: "src-stands-alone",
    severity: "error",
    comment: "The product does not contain its tests or its tools: move what it needs into src.",
    from: { path: "^src/" },
    to: { path: "^(tests|scripts|bench|data)/" },
  },
  {
    name: "no-unresolvable",
    severity: "error",
    comment: "The file or package is not there: correct the path or install the package by its exact version.",
    from: {},
    to: { couldNotResolve: true },
  },
];

export default {
  forbidden: [...layers, ...screens, ...packages, ...hygiene],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "default", "types"],
      extensions: [".ts", ".js", ".mjs", ".json", ".d.ts"],
    },
  },
};
