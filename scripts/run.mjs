import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/**
 * Runs a program in the project's folder and returns its exit code and output; the output is shown at once only on request.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ show?: boolean, env?: Record<string, string | undefined>, shell?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { show = false, env = {}, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, shell, env: { ...process.env, ...env }, stdio: show ? "inherit" : "pipe" });
    const chunks = /** @type {string[]} */ ([]);
    child.stdout?.on("data", (chunk) => chunks.push(String(chunk)));
    child.stderr?.on("data", (chunk) => chunks.push(String(chunk)));
    child.on("error", (error) => resolve({ code: 127, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, output: chunks.join("") }));
  });
}

/**
 * Runs the program of an installed package by its file, so that neither a shell nor the PATH matters (Windows has .cmd shims).
 * @param {string} file path below node_modules
 * @param {readonly string[]} args
 * @param {{ show?: boolean, env?: Record<string, string | undefined> }} [options]
 */
export function runPackage(file, args, options) {
  return run(process.execPath, [`node_modules/${file}`, ...args], options);
}

/**
 * Runs npm: the one that started us where there is one, else the one on the PATH.
 * @param {readonly string[]} args
 * @param {{ show?: boolean }} [options]
 */
export function runNpm(args, options) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith("npm-cli.js")) return run(process.execPath, [npm, ...args], options);
  const windows = process.platform === "win32";
  return run(windows ? "npm.cmd" : "npm", args, { ...options, shell: windows });
}

/**
 * Runs a command of the project. A failure is told in its own words, without the stack that only its author could use.
 * @param {() => unknown} work
 */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}

/**
 * Whether this file was started by `node`, rather than imported.
 * @param {string} url import.meta.url of the caller
 */
export function isMain(url) {
  return process.argv[1] !== undefined && fileURLToPath(url) === process.argv[1];
}
