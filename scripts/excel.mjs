import { createServer } from "node:https";
import { join } from "node:path";
import { build } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { DEVELOPMENT_HOST } from "./manifestHost.mjs";
import { ROOT, main, runNpm } from "./run.mjs";
import { fileHandler, listen } from "./serve.mjs";

const DEBUGGING = "office-addin-debugging@7.0.0";

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

async function startExcel() {
  await ensureInstalled();
  await build({ host: DEVELOPMENT_HOST });
  await serveSecurely();
  console.log(`The add-in is served at ${DEVELOPMENT_HOST}. Starting Excel; the first time, npx fetches ${DEBUGGING} (large) ...`);
  // Kept out of the dependencies: it brings 450 MB and compiles native code.
  const { code } = await runNpm("npx", ["--yes", DEBUGGING, "start", "dist/manifest.xml", "desktop", "--app", "excel", "--no-debug"], {
    show: true,
  });
  if (code !== 0) throw new Error("Excel did not start: see the lines above and docs/excel-check.md.");
  console.log(`Excel is starting. Leave this running; stop with Ctrl+C, then: npx ${DEBUGGING} stop dist/manifest.xml`);
}

if (process.platform === "win32" || process.platform === "darwin") await main(startExcel);
else {
  console.error(NO_DESKTOP);
  process.exitCode = 1;
}
