import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { ensureBrowser } from "./browser.mjs";
import { ROOT, runPackage } from "./run.mjs";
import { listen } from "./serve.mjs";
import { TEST_STAGES } from "./stages.mjs";

const RUNS = { vitest: ".test.ts", playwright: ".spec.ts" };

/**
 * Tests below a folder, by their path from `root`.
 * @param {string} root
 * @param {string} folder
 */
function testFiles(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => Object.values(RUNS).some((ending) => name.endsWith(ending)))
    .map((name) => join(folder, name).replaceAll("\\", "/"));
}

/**
 * Throws if a folder of these stages has no tests, or if a test stands where no stage looks: neither may pass for a success.
 * @param {readonly string[]} names
 * @param {string} [root]
 */
export function checkTestFolders(names, root = join(ROOT, "tests")) {
  const folders = TEST_STAGES.filter(({ name }) => names.includes(name)).flatMap((stage) => stage.folders);
  const empty = folders.filter((folder) => testFiles(root, folder).length === 0);
  if (empty.length > 0)
    throw new Error(`No tests in ${empty.map((folder) => `tests/${folder}`).join(", ")}: a stage without tests is a failure.`);
  const places = TEST_STAGES.flatMap(({ folders, runner }) => folders.map((folder) => ({ start: `${folder}/`, end: RUNS[runner] })));
  const stray = testFiles(root, ".").find((file) => !places.some(({ start, end }) => file.startsWith(start) && file.endsWith(end)));
  if (stray)
    throw new Error(`No stage runs tests/${stray}: add its folder to scripts/stages.mjs (Vitest *.test.ts, Playwright *.spec.ts).`);
}

/** @param {string} file */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/**
 * @param {import("./stages.mjs").TestStage} stage
 * @param {string} report
 */
async function runVitest({ name, workers }, report) {
  const width = workers === undefined ? [] : [`--maxWorkers=${workers}`];
  const args = ["run", "--project", name, ...width, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code, output } = await runPackage("vitest/vitest.mjs", args);
  const { numPassedTests = 0, numFailedTests = 0, numTotalTests = 0 } = readReport(report) ?? {};
  return { code, output, passed: numPassedTests, failed: numFailedTests, skipped: numTotalTests - numPassedTests - numFailedTests };
}

async function freePort() {
  const server = createServer();
  const port = await listen(server, [0]);
  await new Promise((done) => server.close(done));
  return String(port);
}

/** @param {string} report */
async function runPlaywright(report) {
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report, CHROME_PATH: await ensureBrowser(), TEST_PORT: await freePort() };
  const { code, output } = await runPackage("@playwright/test/cli.js", ["test", "--reporter=list,json"], { env });
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = readReport(report)?.stats ?? {};
  return { code, output, passed: expected, failed: unexpected + flaky, skipped };
}

/**
 * Runs the tests of a stage and counts them from the runner's report. A skipped test is a failure, and so is a run of none.
 * @param {import("./stages.mjs").TestStage} stage
 */
export async function runTests(stage) {
  const { name, runner } = stage;
  const report = join(ROOT, "reports", `${name}.json`);
  mkdirSync(join(ROOT, "reports"), { recursive: true });
  rmSync(report, { force: true });
  const { code, output, passed, failed, skipped } = await (runner === "vitest" ? runVitest(stage, report) : runPlaywright(report));
  if (code === 0 && skipped === 0 && passed > 0) return { passed, failed };
  const reason = code !== 0 ? output : skipped > 0 ? `${skipped} tests are skipped\n${output}` : `no test ran\n${output}`;
  return { passed, failed, problem: `${name}:\n${reason}` };
}
