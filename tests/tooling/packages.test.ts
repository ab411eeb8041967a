import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Package {
  readonly version?: string;
  readonly integrity?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const json = (file: string): unknown => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), "utf8"));
const stated = json("package.json") as Package;
const locked = Object.entries((json("package-lock.json") as { packages: Record<string, Package> }).packages).filter(
  ([path]) => path !== "",
);

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
