import { SAMPLE_STATE } from "./tests/browser/grid";
import shorter, { LONG } from "./playwright.config";

const use = { storageState: SAMPLE_STATE };

/** The browser tests that `npm test` leaves out for their time. What measures has the machine to itself. */
export default {
  ...shorter,
  projects: [
    { name: "sample", testMatch: "sample.setup.ts" },
    { name: "long", testMatch: LONG.filter((name) => name !== "speed.spec.ts"), dependencies: ["sample"], use },
    { name: "speed", testMatch: "speed.spec.ts", dependencies: ["long"], use },
  ],
};
