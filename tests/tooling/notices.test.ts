/** Notices of the packages whose code ships: all of them, with the words of their licenses. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bundledFolders, noticesOf, productionFolders } from "../../scripts/notices.mjs";
import { ROOT } from "../../scripts/run.mjs";

interface Locked {
  readonly version: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly peer?: boolean;
}

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const { packages } = JSON.parse(read("package-lock.json")) as { readonly packages: Readonly<Record<string, Locked>> };
/** What the lock keeps for the product itself; a package that another one may use, and none has to, is not among them. */
const locked = Object.entries(packages).filter(([path, { dev, devOptional, peer }]) => path !== "" && !dev && !devOptional && !peer);
const production = locked.map(([path, { version }]) => [path.replace(/^.*node_modules\//, ""), version, path] as const);
const notices = noticesOf(productionFolders());

describe("the notices of the product", () => {
  test.each(production.filter(([name]) => name !== "typescript"))("name %s %s", (name, version) => {
    expect(notices).toContain(`\n${name} ${version} (`);
  });

  test("have the text of each license that a package brings", () => {
    for (const [, , path] of production.filter(([name]) => ["lit", "d3", "hucre", "tslib"].includes(name)))
      expect(notices).toContain(
        read(`${path}/${path.endsWith("tslib") ? "LICENSE.txt" : "LICENSE"}`)
          .replaceAll("\r\n", "\n")
          .trim(),
      );
  });

  test("say of a package without a text who wrote it", () => {
    const [, without = ""] = /fluentui\/web-components 3[^\n]*\n\n(.*)/.exec(notices) ?? [];
    expect(without).toMatch(/^The package has no text of its license\. .*Source: /);
  });

  test("follow from package.json: a package for tests alone is not in them", () => {
    expect(notices).not.toMatch(/^(vitest|eslint|playwright-core) /m);
  });
});

describe("the packages of a bundle", () => {
  test.each<[string, readonly string[]]>([
    ["src/workbench/main.ts", []],
    ["node_modules/rxjs/dist/esm5/index.js", ["node_modules/rxjs"]],
    ["node_modules/@univerjs/core/lib/es/index.js", ["node_modules/@univerjs/core"]],
    ["node_modules/d3-dsv/node_modules/commander/index.js", ["node_modules/d3-dsv/node_modules/commander"]],
  ])("of %s are %j", (input, folders) => {
    expect(bundledFolders([input, input])).toEqual(folders.map((folder) => join(ROOT, folder)));
  });
});
