import { build } from "./build.mjs";
import { ensureBrowser } from "./browser.mjs";
import { ensureInstalled } from "./install.mjs";
import { main, runPackage } from "./run.mjs";

/** `npm run pictures` takes the pictures of the documentation from the built product. */
await main(async () => {
  await ensureInstalled();
  await build();
  const env = { CHROME_PATH: await ensureBrowser(), ALSO: "pictures" };
  const { code, output } = await runPackage("@playwright/test/cli.js", ["test", "--project=pictures", "--reporter=list"], { env });
  console.log(output.trim());
  process.exitCode = code;
});
