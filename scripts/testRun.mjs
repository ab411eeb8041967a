import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join, relative } from "node:path";
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
 * A test that has run: its file, its sentence, and how long it took.
 * @typedef {{ file: string, title: string, seconds: number }} TimedTest
 */

/**
 * The tests in a report of Vitest.
 * @param {{ testResults?: readonly { name: string, assertionResults: readonly { fullName: string, duration?: number | null }[] }[] }} report
 * @returns {TimedTest[]}
 */
export function vitestTimes({ testResults = [] }) {
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({ file: relative(ROOT, name), title: fullName, seconds: (duration ?? 0) / 1000 })),
  );
}

/**
 * @typedef {{ title: string, file: string, suites?: readonly Suite[], specs?: readonly Spec[] }} Suite
 * @typedef {{ title: string, tests: readonly { results: readonly { duration: number }[] }[] }} Spec
 */

/**
 * The tests in a report of Playwright.
 * @param {{ suites?: readonly Suite[] }} report
 * @returns {TimedTest[]}
 */
export function playwrightTimes({ suites = [] }) {
  /** @type {(suite: Suite, titles: readonly string[]) => TimedTest[]} */
  const timesOf = ({ file, suites: inner = [], specs = [] }, titles) => [
    ...specs.map(({ title, tests }) => ({
      file: `tests/browser/${file}`,
      title: [...titles, title].join(" "),
      seconds: tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0) / 1000,
    })),
    ...inner.flatMap((suite) => timesOf(suite, [...titles, suite.title])),
  ];
  return suites.flatMap((suite) => timesOf(suite, []));
}

/**
 * Lines that name the slowest tests, the slowest first.
 * @param {readonly TimedTest[]} tests
 * @param {number} [count]
 */
export function slowestTests(tests, count = 20) {
  const slowest = [...tests].sort((a, b) => b.seconds - a.seconds).slice(0, count);
  return slowest.map(({ file, title, seconds }) => `${seconds.toFixed(1).padStart(6)} s  ${file}: ${title}`);
}

/**
 * @param {import("./stages.mjs").TestStage} stage
 * @param {string} report
 */
async function runVitest({ name, workers }, report) {
  const args = [
    "run",
    "--project",
    name,
    `--maxWorkers=${workers}`,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const { code, output } = await runPackage("vitest/vitest.mjs", args);
  const found = readReport(report) ?? {};
  const { numPassedTests = 0, numFailedTests = 0, numTotalTests = 0 } = found;
  const times = vitestTimes(found);
  return { times, code, output, passed: numPassedTests, failed: numFailedTests, skipped: numTotalTests - numPassedTests - numFailedTests };
}

async function freePort() {
  const server = createServer();
  const port = await listen(server, [0]);
  await new Promise((done) => server.close(done));
  return String(port);
}

/**
 * @param {import("./stages.mjs").TestStage} stage
 * @param {string} report
 */
async function runPlaywright({ workers }, report) {
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report, CHROME_PATH: await ensureBrowser(), TEST_PORT: await freePort() };
  const { code, output } = await runPackage("@playwright/test/cli.js", ["test", `--workers=${workers}`, "--reporter=list,json"], { env });
  const found = readReport(report) ?? {};
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = found.stats ?? {};
  return { times: playwrightTimes(found), code, output, passed: expected, failed: unexpected + flaky, skipped };
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
  const { code, output, passed, failed, skipped, times } = await (runner === "vitest"
    ? runVitest(stage, report)
    : runPlaywright(stage, report));
  if (code === 0 && skipped === 0 && passed > 0) return { passed, failed, times };
  const reason = code !== 0 ? output : skipped > 0 ? `${skipped} tests are skipped\n${output}` : `no test ran\n${output}`;
  return { passed, failed, times, problem: `${name}:\n${reason}` };
}
