import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ARCHITECTURES } from "../../src/engine/plan/setting";
import type { Given } from "../engine/projected";
import { allCrossings, crossingSize, factorOf, LARGEST, MOVES, totalCost } from "./crossing";

// Tables are padded to their widest cell: compared without the padding.
const PAGE = readFileSync(new URL("../../docs/balance.md", import.meta.url), "utf8").replaceAll(/ +/g, " ");

/** Two significant digits, as the page says a size. */
const said = (size: number): string => Number(size.toPrecision(2)).toLocaleString("en-US");
const millions = (given: Given): readonly string[] =>
  ARCHITECTURES.map((architecture) => (totalCost(given, architecture) / 1e6).toFixed(1));

const SMALL: Given = { "demand.volume": 2000, "demand.sites": 1, "horizontal.regions": 1 };
const LARGE: Given = { "demand.volume": 3_000_000, "demand.sites": 100, "horizontal.regions": 5 };

describe("the model has no favorite (docs/balance.md)", () => {
  it("a small system at one site is cheaper central", () => {
    const [vertical, horizontal, hybrid] = millions(SMALL);
    expect(Number(vertical)).toBeLessThan(Math.min(Number(horizontal), Number(hybrid)));
    expect(PAGE).toContain(`| small: 2,000 users, 1 site, 1 region | **${vertical}** | ${horizontal} | ${hybrid} |`);
  });

  it("a large system over many sites is cheaper distributed", () => {
    const [vertical, horizontal, hybrid] = millions(LARGE);
    expect(Number(horizontal)).toBeLessThan(Number(vertical));
    expect(PAGE).toContain(`| large: 3,000,000 users, 100 sites, 5 regions | ${vertical} | ${horizontal} | **${hybrid}** |`);
  });

  it("with the defaults the distributed system is the cheaper one from the size that the page says", () => {
    expect(PAGE).toContain(`from **${said(crossingSize({}))} users**`);
    expect(PAGE).toContain(`changes ${allCrossings({}).length} time`);
  });

  it("the distributed system costs so much more over the range as the page says", () => {
    const sizes = Array.from({ length: 25 }, (_, index) => 60_000 * (650 / 60) ** (index / 24));
    const ratios = sizes.map(
      (volume) => totalCost({ "demand.volume": volume }, "horizontal") / totalCost({ "demand.volume": volume }, "vertical"),
    );
    const [least, most] = [Math.min(...ratios), Math.max(...ratios)].map((ratio) => Math.round((ratio - 1) * 100));
    expect(PAGE).toContain(`Between 60,000 and 650,000 users it costs ${least} to ${most} per cent more`);
  });

  it("the three assumptions that move that size most are those that the page names, with their sizes", () => {
    const base = crossingSize({});
    const moved = MOVES.map(({ key, values }) => ({ key, values, sizes: values.map((value) => crossingSize({ [key]: value })) }));
    const farthest = moved.sort((one, other) => factorOf(base, other.sizes) - factorOf(base, one.sizes)).slice(0, 3);
    const rows = farthest.map(({ key, values, sizes }) => {
      const cells = values.map(
        (value, index) => `${Number(value.toPrecision(3))}: ${sizes[index] === Infinity ? `none to ${said(LARGEST)}` : said(sizes[index])}`,
      );
      return `| \`${key}\` | ${cells.join(" | ")} |`;
    });
    for (const row of rows) expect(PAGE).toContain(row);
    expect(MOVES.length).toBeGreaterThan(90);
  }, 120_000);
});
