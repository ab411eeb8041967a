import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { isMain, main, run, runPackage } from "./run.mjs";

const PLAYWRIGHT = "@playwright/test/cli.js";

const HELP = `No browser for the tests. Do one of these and run npm test again:
  - install Chrome, Chromium or Edge (Debian: apt-get install chromium; Fedora: dnf install chromium; macOS: brew install --cask chromium)
  - set CHROME_PATH to the browser's executable
  - npx playwright install chromium`;

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome.exe", "msedge.exe"];

const MAC = ["Google Chrome", "Chromium", "Microsoft Edge"].flatMap((app) =>
  ["/Applications", `${process.env.HOME}/Applications`].map((folder) => `${folder}/${app}.app/Contents/MacOS/${app}`),
);

const WINDOWS = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA].flatMap((folder) =>
  ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe", "Chromium\\Application\\chrome.exe"].map(
    (path) => `${folder}\\${path}`,
  ),
);

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Places where a browser may stand, the likeliest first. */
function candidates() {
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const known = process.platform === "darwin" ? MAC : process.platform === "win32" ? WINDOWS : ["/snap/bin/chromium"];
  return [...onPath, ...known];
}

/**
 * Some Linux distributions ship a script of the browser's name that only says how to install it: so ask for the version there.
 * @param {string} file
 */
async function isBrowser(file) {
  if (!isExecutable(file)) return false;
  return process.platform !== "linux" || (await run(file, ["--version"])).code === 0;
}

/** Path of the machine's Chrome, Chromium or Edge, or undefined. A CHROME_PATH that cannot be run is an error, not a reason to look on. */
export async function findBrowser() {
  const stated = process.env.CHROME_PATH;
  if (stated && !(await isBrowser(stated))) throw new Error(`CHROME_PATH is ${stated}, which cannot be run.`);
  if (stated) return stated;
  for (const file of candidates()) if (await isBrowser(file)) return file;
  return undefined;
}

/** Path of the browser that Playwright has downloaded, or undefined. */
async function findPlaywrightBrowser() {
  const { chromium } = await import("playwright-core");
  const file = chromium.executablePath();
  return isExecutable(file) ? file : undefined;
}

/** Commands by which the system's own packages bring a browser, only those that need no question answered. */
async function packageCommands() {
  if (process.platform === "darwin") return [["brew", "install", "--cask", "chromium"]];
  if (process.platform !== "linux") return [];
  const root = process.getuid?.() === 0;
  const sudo = root ? [] : ["sudo", "-n"];
  if (!root && (await run("sudo", ["-n", "true"])).code !== 0) return [];
  return [
    [...sudo, "sh", "-c", "apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y chromium"],
    [...sudo, "dnf", "install", "-y", "chromium"],
    [...sudo, "apk", "add", "chromium"],
  ];
}

async function installFromPackages() {
  for (const [command, ...args] of await packageCommands()) {
    console.log(`Installing a browser for the tests: ${command} ${args.join(" ")}`);
    const { code, output } = await run(command, args);
    const file = code === 0 ? await findBrowser() : undefined;
    if (file) return file;
    console.log(output.trim().split("\n").slice(-3).join("\n"));
  }
  return undefined;
}

async function installFromPlaywright() {
  console.log("Installing a browser for the tests: playwright install chromium");
  const { code, output } = await runPackage(PLAYWRIGHT, ["install", "chromium"]);
  if (code !== 0) console.log(output.trim().split("\n").slice(-3).join("\n"));
  return findPlaywrightBrowser();
}

/** Path of a browser for the tests; installs one if the machine has none, and throws with what to do if that fails. */
export async function ensureBrowser() {
  const file = (await findBrowser()) ?? (await findPlaywrightBrowser()) ?? (await installFromPackages()) ?? (await installFromPlaywright());
  if (!file) throw new Error(HELP);
  return file;
}

if (isMain(import.meta.url)) await main(async () => console.log(await ensureBrowser()));
