import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, context } from "esbuild";
import { ROOT } from "./run.mjs";

const SOURCE = join(ROOT, "src", "workbench");
const OFFICE_JS = /src="https:\/\/appsforoffice\.microsoft\.com\/lib\/[^"]*\/office\.js"/;

/**
 * The pane's page as the add-in ships it, with two changes: office.js is the workbench's own, and its files are one folder up.
 * @param {string} html
 */
function toWorkbenchPage(html) {
  if (!OFFICE_JS.test(html)) throw new Error("taskpane.html does not load office.js from Microsoft's address.");
  return html.replace(/(src|href)="(?!https?:|\/|#)([^"]+)"/g, '$1="../$2"').replace(OFFICE_JS, 'src="./office.js"');
}

const REMEMBERED = join(SOURCE, "grid", "rememberedNumfmt.ts");

/** Puts a module of ours in the place of numfmt wherever the grid imports it. */
const remembersNumfmt = {
  name: "remembers-numfmt",
  /** @param {import("esbuild").PluginBuild} build */
  setup({ onResolve }) {
    onResolve({ filter: /^numfmt$/ }, ({ importer }) => (importer === REMEMBERED ? undefined : { path: REMEMBERED }));
  },
};

/** A field of a class, on one line, as the grid's files define it. */
const DEFINED_FIELD = /^(\s*)_defineProperty\(this, "([\w$]+)", (.*)\);$/gm;

/** Has the grid's classes assign their fields, which they define by a helper that looks each name up first (docs/decisions/0029). */
const assignsFields = {
  name: "assigns-fields",
  /** @param {import("esbuild").PluginBuild} build */
  setup({ onLoad }) {
    onLoad({ filter: /@univerjs[\\/].*[\\/]lib[\\/]es[\\/].*\.js$/ }, ({ path }) => {
      const written = readFileSync(path, "utf8");
      const contents = written.replace(DEFINED_FIELD, "$1this.$2 = $3;");
      if (contents === written && written.includes("_defineProperty(this")) throw new Error(`${path} defines its fields in another form.`);
      return { contents, loader: "js" };
    });
  },
};

/** @param {string} outdir */
function writePages(outdir) {
  copyFileSync(join(SOURCE, "page", "index.html"), join(outdir, "index.html"));
  const taskpane = join(outdir, "..", "taskpane.html");
  if (!existsSync(taskpane)) throw new Error(`${taskpane} is missing: build the add-in first.`);
  writeFileSync(join(outdir, "taskpane.html"), toWorkbenchPage(readFileSync(taskpane, "utf8")));
}

/**
 * Writes the workbench: its page, the grid, the stand-in for office.js and the pane's page.
 * @param {{ outdir: string, watch?: boolean, minify?: boolean }} options
 */
export async function bundleWorkbench({ outdir, watch = false, minify = !watch }) {
  mkdirSync(outdir, { recursive: true });
  writePages(outdir);
  /** @type {import("esbuild").BuildOptions} */
  const shared = {
    outdir,
    bundle: true,
    target: "es2022",
    charset: "utf8",
    minify,
    sourcemap: watch ? "inline" : false,
    legalComments: "linked",
    loader: { ".woff": "dataurl", ".woff2": "dataurl", ".ttf": "dataurl", ".svg": "dataurl", ".png": "dataurl" },
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
    plugins: [remembersNumfmt, assignsFields],
  };
  /** @type {readonly import("esbuild").BuildOptions[]} */
  const bundles = [
    // In parts, so that the grid's hyphenation patterns of 70 languages are not loaded.
    { ...shared, entryPoints: { workbench: join(SOURCE, "main.ts") }, format: "esm", splitting: true, chunkNames: "parts/[name]-[hash]" },
    // One plain script: it must have run before functions.js does.
    { ...shared, entryPoints: { office: join(SOURCE, "office", "office.ts") }, format: "iife" },
  ];
  for (const options of bundles) {
    if (watch) await (await context(options)).watch();
    else await build(options);
  }
}
