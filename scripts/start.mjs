import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { build } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { reloading } from "./reload.mjs";
import { ROOT, main } from "./run.mjs";
import { fileHandler, listen } from "./serve.mjs";

/** The usual port first: the browser keeps a saved plan by address, so a new port each time would seem to lose it. */
const PORTS = [Number(process.env.PORT ?? 8470), 0];
const DIST = join(ROOT, "dist");
const WATCHED = ["src", "assets"];

/** @param {string} address */
function openBrowser(address) {
  const screen = process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (process.env.CI || !screen) return;
  const [command, ...args] = { darwin: ["open"], win32: ["cmd", "/c", "start", ""] }[/** @type {string} */ (process.platform)] ?? [
    "xdg-open",
  ];
  spawn(command, [...args, address], { stdio: "ignore", detached: true })
    .on("error", () => console.log("No browser could be opened: open the address by hand."))
    .unref();
}

/**
 * Builds again whenever a source has changed, and says so to the open pages. An error is shown and the last good pages stay.
 * @param {() => void} reload
 */
function rebuildOnChange(reload) {
  let timer = /** @type {NodeJS.Timeout | undefined} */ (undefined);
  let building = Promise.resolve();
  const rebuild = () => {
    building = building.then(() => build({ clean: false })).then(reload, (/** @type {Error} */ error) => console.error(error.message));
  };
  for (const folder of WATCHED) {
    watch(join(ROOT, folder), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(rebuild, 150);
    });
  }
}

async function start() {
  await ensureInstalled();
  await build();
  const live = process.argv.includes("--watch") ? reloading(DIST) : undefined;
  const port = await listen(createServer(live?.handler ?? fileHandler(DIST)), PORTS);
  const address = `http://localhost:${port}/workbench/`;
  console.log(`\nTCO Planner: ${address}\nStop it with Ctrl+C.`);
  if (live) rebuildOnChange(live.reload);
  openBrowser(address);
}

await main(start);
