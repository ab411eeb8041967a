/** What is served brings the licenses of the packages in it, and nothing that may not be passed on. */
import { describe, expect, test } from "vitest";
import { noticesOf, productionFolders } from "../../scripts/notices.mjs";
import { builtFiles, builtText } from "./build";

test("the built files have no copy of Microsoft's client library, whose license allows none but for development and tests", () => {
  const copies = [...builtFiles()].filter((file) => /(^|\/)(office|excel-.*|office_strings)(\.debug)?\.js$/.test(file));
  expect(copies).toEqual([]);
  const scripts = [...builtFiles()].filter((file) => file.endsWith(".js"));
  expect(scripts.length).toBeGreaterThan(5);
  expect(scripts.filter((file) => builtText(file).includes("OSF.DDA"))).toEqual([]);
});

describe("the built files bring the notices", () => {
  test("of every package of the add-in", () => {
    expect(builtText("THIRD-PARTY-NOTICES.txt")).toBe(noticesOf(productionFolders()));
  });

  test.each(["@univerjs/core", "@univerjs/preset-sheets-core", "rxjs", "react", "numfmt", "idb-keyval"])(
    "of the workbench, %s too",
    (name) => {
      expect(builtText("workbench/THIRD-PARTY-NOTICES.txt")).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, "m"));
    },
  );

  test("of the workbench without a package for tests", () => {
    expect(builtText("workbench/THIRD-PARTY-NOTICES.txt")).not.toMatch(/^(vitest|eslint|playwright-core|webpack) /m);
  });
});
