// `npm run generate`: writes the loops of the model from its formulas. A test compares them with what is committed.
import { build } from "esbuild";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const folder = await mkdtemp(join(tmpdir(), "tco-generate-"));
const outfile = join(folder, "generate.mjs");
await build({
  entryPoints: ["scripts/model/files.ts"],
  bundle: true,
  platform: "node",
  format: "esm",
  outfile,
  logLevel: "error",
  external: ["prettier"],
  nodePaths: ["node_modules"],
});
const { files } = await import(pathToFileURL(outfile).href);
for (const [path, text] of Object.entries(files)) {
  await mkdir(dirname(path), { recursive: true });
  const { format, resolveConfig } = await import("prettier");
  await writeFile(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
  console.log(`written ${path}`);
}
await rm(folder, { recursive: true });
