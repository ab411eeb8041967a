import { createServer } from "node:https";
import { join } from "node:path";
import { build } from "./build.mjs";
import { ensureInstalled, firstMismatch } from "./install.mjs";
import { DEVELOPMENT_HOST } from "./manifestHost.mjs";
import { ROOT, main, run, runNpm } from "./run.mjs";
import { fileHandler, listen } from "./serve.mjs";

/** The program that loads an add-in into Excel has a separate lock file: it brings 450 MB and compiles native code, which no other command needs. */
const LOADER = "scripts/excel";
const LOADER_PROGRAM = `${LOADER}/node_modules/office-addin-debugging/cli.js`;

const NO_DESKTOP = `Excel for the desktop does not exist on ${process.platform}, so there is nothing to load the add-in into. Instead:
  - npm start                                  the workbench: the same functions and the same pane in a browser
  - npm run build -- --host=https://your.host/ then serve dist/ there, and in Excel on the web choose
                                               Home > Add-ins > More Add-ins > Upload My Add-in > dist/manifest.xml`;

/** Serves dist/ with a certificate that this machine trusts. The first time, the system asks whether to trust it. */
async function serveSecurely() {
  const { getHttpsServerOptions } = await import("office-addin-dev-certs");
  const server = createServer(await getHttpsServerOptions(), fileHandler(join(ROOT, "dist"), { policy: false }));
  await listen(server, [Number(new URL(DEVELOPMENT_HOST).port)]);
}

/** Installs what loads the add-in, by its lock, unless it is there. */
async function ensureLoader() {
  if (firstMismatch(LOADER) === undefined) return;
  console.log(`Installing 450 MB into ${LOADER}, the first time only ...`);
  const { code } = await runNpm(["ci", `--prefix=${LOADER}`, "--loglevel=error"], { show: true });
  if (code !== 0) throw new Error(`What loads the add-in into Excel cannot be installed from ${LOADER}: see the lines above.`);
}

async function startExcel() {
  await ensureInstalled();
  await build({ host: DEVELOPMENT_HOST });
  await serveSecurely();
  console.log(`The add-in is served at ${DEVELOPMENT_HOST}. Starting Excel ...`);
  await ensureLoader();
  const start = ["start", "dist/manifest.xml", "desktop", "--app", "excel", "--no-debug"];
  const { code } = await run(process.execPath, [LOADER_PROGRAM, ...start], { show: true });
  if (code !== 0) throw new Error("Excel did not start: see the lines above and docs/excel-check.md.");
  console.log(`Excel is starting. Leave this running; stop with Ctrl+C, then: node ${LOADER_PROGRAM} stop dist/manifest.xml`);
}

if (process.platform === "win32" || process.platform === "darwin") await main(startExcel);
else {
  console.error(NO_DESKTOP);
  process.exitCode = 1;
}
