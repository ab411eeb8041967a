import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build, context } from "esbuild";
import { bundledFolders, writeNotices } from "./notices.mjs";
import { ROOT } from "./run.mjs";

const SOURCE = join(ROOT, "src", "workbench");
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

/**
 * @param {string} path
 * @param {string} written
 */
function assignFields(path, written) {
  const contents = written.replace(DEFINED_FIELD, "$1this.$2 = $3;");
  if (contents === written && written.includes("_defineProperty(this")) throw new Error(`${path} defines its fields in another form.`);
  return contents;
}

/** Has the grid's classes assign their fields, which they define by a helper that looks each name up first (docs/decisions/0029). */
const assignsFields = {
  name: "assigns-fields",
  /** @param {import("esbuild").PluginBuild} build */
  setup({ onLoad }) {
    onLoad({ filter: /@univerjs[\\/].*[\\/]lib[\\/]es[\\/].*\.js$/ }, ({ path }) => {
      return { contents: assignFields(path, readFileSync(path, "utf8")), loader: "js" };
    });
  },
};

/** How the grid's core has work done in the next turn: by a port, which the browser keeps, with its listener, until it is closed. */
const PORT_LEFT_OPEN = `const handler = () => {
		if (!cancelled) callback();
	};`;

const PORT_CLOSED = `const handler = () => {
		channel.port1.close();
		channel.port2.close();
		if (!cancelled) callback();
	};`;

/** Has the grid's core close a port that has done its work: it leaves some three open after each edit (docs/decisions/0073). */
const closesPorts = {
  name: "closes-ports",
  /** @param {import("esbuild").PluginBuild} build */
  setup({ onLoad }) {
    onLoad({ filter: /@univerjs[\\/]core[\\/]lib[\\/]es[\\/]index\.js$/ }, ({ path }) => {
      const written = readFileSync(path, "utf8");
      if (!written.includes(PORT_LEFT_OPEN)) throw new Error(`${path} has work done in the next turn in another way.`);
      return { contents: assignFields(path, written.replace(PORT_LEFT_OPEN, PORT_CLOSED)), loader: "js" };
    });
  },
};

/**
 * Writes the workbench: its page with the grid and Excel's side of office.js, and what has this origin answer for the library's.
 * @param {{ outdir: string, watch?: boolean, minify?: boolean }} options
 */
export async function bundleWorkbench({ outdir, watch = false, minify = !watch }) {
  mkdirSync(outdir, { recursive: true });
  copyFileSync(join(SOURCE, "page", "index.html"), join(outdir, "index.html"));
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
    metafile: true,
    absWorkingDir: ROOT,
    plugins: [remembersNumfmt, closesPorts, assignsFields],
  };
  /** @type {readonly import("esbuild").BuildOptions[]} */
  const bundles = [
    // In parts, so that the grid's hyphenation patterns of 70 languages are not loaded.
    { ...shared, entryPoints: { workbench: join(SOURCE, "main.ts") }, format: "esm", splitting: true, chunkNames: "parts/[name]-[hash]" },
    // Beside the pane's page: a worker sees the requests of pages in its folder.
    { ...shared, outdir: dirname(outdir), entryPoints: { libraryWorker: join(SOURCE, "page", "libraryWorker.ts") }, format: "iife" },
  ];
  /** @type {string[]} */
  const inputs = [];
  for (const options of bundles) {
    if (watch) await (await context(options)).watch();
    else inputs.push(...Object.keys((await build(options)).metafile?.inputs ?? {}));
  }
  if (!watch) writeNotices(outdir, bundledFolders(inputs));
}
