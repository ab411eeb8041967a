import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import path from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "./build";

test("the renderer of pictures, fetched with the first picture, is at most 90 kB brotli", async () => {
  const { outputFiles } = await build({
    entryPoints: [path.join(ROOT, "src/taskpane/pictures/renderPicture.ts")],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
  });
  expect(outputFiles).toHaveLength(1);
  expect(brotliCompressSync(outputFiles[0].contents).length).toBeLessThanOrEqual(90_000);
});
