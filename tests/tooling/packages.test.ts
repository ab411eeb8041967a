import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

interface Package {
  readonly version?: string;
  readonly integrity?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const json = (file: string): unknown => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), "utf8"));
const lockOf = (file: string) =>
  Object.entries((json(file) as { packages: Record<string, Package> }).packages).filter(([path]) => path !== "");

/** The project's packages, and those of what loads the add-in into Excel. */
const FOLDERS = ["", "scripts/excel/"].map((folder) => ({
  folder,
  stated: json(`${folder}package.json`) as Package,
  locked: lockOf(`${folder}package-lock.json`),
}));

describe.each(FOLDERS)("the packages of the folder '$folder'", ({ stated, locked }) => {
  test("every stated version is exact", () => {
    const versions = Object.entries({ ...stated.dependencies, ...stated.devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  // Without them npm ci refuses the whole lock, or leaves a program out on another platform than the one that the lock was made on.
  test("the lock holds the packages of every platform", () => {
    const names = new Set(locked.map(([path]) => path.split("node_modules/").at(-1)));
    const wanted = locked.flatMap(([, { optionalDependencies }]) => Object.keys(optionalDependencies ?? {}));
    expect(wanted.filter((name) => !names.has(name))).toEqual([]);
  });

  test("the lock has a checksum of every package and no registry's address", () => {
    expect(locked.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).toEqual([]);
    expect(locked.filter(([, entry]) => "resolved" in entry).map(([path]) => path)).toEqual([]);
  });

  test("no package is taken from outside the lock", () => {
    expect(locked.map(([path]) => path)).toEqual(
      expect.arrayContaining(Object.keys({ ...stated.dependencies, ...stated.devDependencies }).map((name) => `node_modules/${name}`)),
    );
  });
});

test("no command of the project fetches a program that no lock holds", () => {
  const scripts = readdirSync(new URL("../../scripts", import.meta.url)).filter((file) => file.endsWith(".mjs"));
  const texts = scripts.map((file) => readFileSync(new URL(`../../scripts/${file}`, import.meta.url), "utf8"));
  expect(texts.filter((text) => /["'`]npx\b|npm exec|"npm", \["install"/.test(text))).toEqual([]);
});
