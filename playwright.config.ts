import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/browser.mjs";
import { SAMPLE_STATE } from "./tests/browser/grid";
import { PLACE } from "./tests/browser/test";

const PORT = Number(process.env.TEST_PORT ?? 4650);
const executablePath = process.env.CHROME_PATH ?? (await findBrowser());

/** Against the production build in dist/, as a user gets it. No retries: what passes now and then does not pass. */
export default defineConfig({
  testDir: "tests/browser",
  outputDir: "reports/browser",
  // For runs by hand; `npm test` says how many it takes (scripts/stages.mjs).
  workers: 1,
  retries: 0,
  forbidOnly: true,
  // Against what hangs, not a measure: a busy machine takes several times as long as a free one.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  projects: [
    { name: "sample", testMatch: "sample.setup.ts" },
    { name: "browser", testMatch: "*.spec.ts", dependencies: ["sample"], use: { storageState: SAMPLE_STATE } },
    ...["pictures", "bench"]
      .filter((name) => name === process.env.ALSO)
      .map((name) => ({ name, testMatch: `*.${name}.ts`, dependencies: ["sample"], use: { storageState: SAMPLE_STATE } })),
  ],
  use: {
    baseURL: `http://localhost:${PORT}/`,
    ...PLACE,
    screenshot: "only-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: "node scripts/serve.mjs",
    url: `http://localhost:${PORT}/workbench/`,
    env: { PORT: String(PORT) },
    reuseExistingServer: false,
  },
});
