import { ensureInstalled } from "./install.mjs";
import { main, runPackage } from "./run.mjs";
import { STATIC_STAGES, TEST_STAGES } from "./stages.mjs";
import { checkTestFolders, runTests, slowestTests } from "./testRun.mjs";

/**
 * What one program of a stage found: the tests it ran, those that failed, and what to show of a failure.
 * @typedef {{ passed?: number, failed?: number, problem?: string | undefined, times?: readonly import("./testRun.mjs").TimedTest[] }} Outcome
 * @typedef {{ name: string, alone: boolean, programs: readonly (() => Promise<Outcome>)[] }} Stage
 */

const CORES = 2;
const total = { passed: 0, failed: 0 };
const times = /** @type {import("./testRun.mjs").TimedTest[]} */ ([]);
let broken = false;

/** @param {{ name: string, file: string, args: readonly string[] }} program */
async function judge({ name, file, args }) {
  const { code, output } = await runPackage(file, args);
  return { problem: code === 0 ? undefined : `${name}:\n${output}` };
}

async function buildProduct() {
  const { build } = await import("./build.mjs");
  try {
    await build();
    return {};
  } catch (error) {
    return { problem: String(/** @type {Error} */ (error).message) };
  }
}

/** The stages in order. The others run side by side, each of their programs on a core; those that take all cores or test what is built come after them, alone. */
const STAGES = /** @type {readonly Stage[]} */ ([
  ...Object.entries(STATIC_STAGES).map(([name, programs]) => ({
    name,
    alone: false,
    programs: programs.map((program) => () => judge(program)),
  })),
  ...TEST_STAGES.map((stage) => ({
    name: stage.name,
    alone: stage.built === true || stage.workers === CORES,
    programs: [() => runTests(stage)],
  })),
]);

const BUILD = /** @type {Stage} */ ({ name: "build", alone: false, programs: [buildProduct] });
/** Stages that test what is built. */
const BUILT = TEST_STAGES.flatMap(({ name, built }) => (built ? [name] : []));

/** @param {readonly string[]} names */
function chosenStages(names) {
  const unknown = names.find((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown) throw new Error(`No stage is named ${unknown}. There are: ${STAGES.map((stage) => stage.name).join(", ")}.`);
  return names.length === 0 ? STAGES : STAGES.filter((stage) => names.includes(stage.name));
}

/** Lets so many programs run at a time, the others wait their turn. @param {number} width */
function turnstile(width) {
  const waiting = /** @type {(() => void)[]} */ ([]);
  let free = width;
  return async (/** @type {() => Promise<void>} */ work) => {
    if (free > 0) free -= 1;
    else await new Promise((enter) => waiting.push(() => enter(undefined)));
    await work();
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
}

/** Runs the programs of a stage and prints its line. Once anything has failed, what has not begun is left out. @param {Stage} stage @param {ReturnType<typeof turnstile>} turn */
async function runStage({ name, programs }, turn) {
  const outcomes = /** @type {Outcome[]} */ ([]);
  let began = 0;
  const runProgram = async (/** @type {() => Promise<Outcome>} */ program) => {
    if (broken) return;
    began ||= performance.now();
    const outcome = await program();
    outcomes.push(outcome);
    broken ||= outcome.problem !== undefined;
  };
  const takeTurn = async (/** @type {() => Promise<Outcome>} */ program, /** @type {number} */ index) => {
    // The first program of a stage is its longest: those of all stages line up before the others.
    if (index > 0) await undefined;
    await turn(() => runProgram(program));
  };
  await Promise.all(programs.map(takeTurn));
  if (outcomes.length > 0) printStage(name, outcomes, (performance.now() - began) / 1000);
}

/**
 * @param {string} name
 * @param {readonly Outcome[]} outcomes
 * @param {number} seconds
 */
function printStage(name, outcomes, seconds) {
  const passed = outcomes.reduce((sum, outcome) => sum + (outcome.passed ?? 0), 0);
  const problems = outcomes.flatMap(({ problem }) => problem ?? []);
  total.passed += passed;
  total.failed += outcomes.reduce((sum, { failed = 0, problem }) => sum + Math.max(failed, problem === undefined ? 0 : 1), 0);
  times.push(...outcomes.flatMap((outcome) => outcome.times ?? []));
  for (const problem of problems) console.log(`\n${problem.trimEnd()}\n`);
  const verdict = problems.length > 0 ? "FAILED" : "ok";
  console.log(`${name.padEnd(10)} ${verdict.padEnd(7)} ${seconds.toFixed(1).padStart(6)} s${passed > 0 ? `  ${passed} tests` : ""}`);
}

async function test() {
  await ensureInstalled();
  const stages = chosenStages(process.argv.slice(2));
  checkTestFolders(stages.map(({ name }) => name));
  const turn = turnstile(CORES);
  const build = stages.some(({ name }) => BUILT.includes(name)) ? [BUILD] : [];
  await Promise.all([...build, ...stages.filter(({ alone }) => !alone)].map((stage) => runStage(stage, turn)));
  for (const stage of stages.filter(({ alone }) => alone)) if (!broken) await runStage(stage, turn);
  if (times.length > 0) console.log(`The slowest tests:\n${slowestTests(times).join("\n")}`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = broken ? 1 : 0;
}

await main(test);
