// The tests that judge mistakes planted into code: run by Stryker once those are planted.
import { build } from "esbuild";
import { judges } from "./judges.mjs";

/** The quickest first: tables, worked examples and published cases, then second methods, then explanations, which take seconds. */
const PLACES = [
  "engine/capacity",
  "engine/search",
  "engine/cost",
  "engine/demand",
  "engine/finance",
  "engine/analysis",
  "golden",
  "published",
  "laws/independent",
  "laws/explanation",
];

/** Slow, or of no line of the model: the reading of formulas, questions that ask the model many times, explanations of more years. */
const LEFT_OUT = /\/(hostile|expression|advice|distributions|signChanges|simulation|sums|generated|sample|sources|entries)\.test\.ts$/;

await build(judges(PLACES, LEFT_OUT));
