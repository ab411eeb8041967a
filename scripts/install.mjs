import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, isMain, main, runNpm } from "./run.mjs";

const SMALLEST_NODE = [20, 19];

/** @param {string} file */
function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(join(ROOT, file), "utf8")).packages;
  } catch {
    return {};
  }
}

/**
 * The first package of a folder with a lock whose installed version is not the locked one. Optional ones are for other platforms and may be absent.
 * @param {string} folder from the project's folder
 */
export function firstMismatch(folder) {
  const installed = lockedPackages(join(folder, "node_modules/.package-lock.json"));
  const locked = Object.entries(lockedPackages(join(folder, "package-lock.json")));
  return locked.find(([path, { version, optional }]) => path !== "" && !optional && installed[path]?.version !== version)?.[0];
}

function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > SMALLEST_NODE[0] || (major === SMALLEST_NODE[0] && minor >= SMALLEST_NODE[1])) return;
  throw new Error(`Node ${SMALLEST_NODE.join(".")} or newer is needed, this is ${process.versions.node}: https://nodejs.org`);
}

/** Installs the locked dependencies unless node_modules already holds them. */
export async function ensureInstalled() {
  requireNode();
  const mismatch = firstMismatch(".");
  if (mismatch === undefined) return;
  console.log(`Installing dependencies (${mismatch} is missing or not the locked version) ...`);
  // No package needs its install script, and without them none can download or compile anything.
  const { code } = await runNpm(["ci", "--include=dev", "--ignore-scripts", "--loglevel=error"], { show: true });
  if (code !== 0) throw new Error("npm ci failed: see the lines above. It needs the npm registry, or a filled npm cache.");
}

if (isMain(import.meta.url)) await main(ensureInstalled);
