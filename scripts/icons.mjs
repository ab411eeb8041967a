import { readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { ensureBrowser } from "./browser.mjs";

/** Sizes in pixels: the ribbon takes 16, 32 and 80, the list of add-ins 32 and 64. */
const ICONS = { icon: [16, 32, 64, 80], insert: [16, 32, 80], compare: [16, 32, 80], refresh: [16, 32, 80] };

const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: ["--no-sandbox", "--disable-gpu"] });
try {
  const page = await browser.newPage();
  for (const [name, sizes] of Object.entries(ICONS)) {
    const drawing = Buffer.from(readFileSync(new URL(`../assets/${name}.svg`, import.meta.url))).toString("base64");
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(`<body style="margin:0"><img width="${size}" height="${size}" src="data:image/svg+xml;base64,${drawing}">`);
      await page.locator("img").evaluate((/** @type {HTMLImageElement} */ image) => image.decode());
      writeFileSync(new URL(`../assets/${name}-${size}.png`, import.meta.url), await page.screenshot({ omitBackground: true }));
    }
  }
} finally {
  await browser.close();
}
