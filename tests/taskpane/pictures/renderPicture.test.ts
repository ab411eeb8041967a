import { Window } from "happy-dom";
import { describe, expect, test } from "vitest";
import { stackedParts } from "../../../src/taskpane/pictures/columns";
import type { Picture } from "../../../src/taskpane/pictures/picture";
import { renderPicture } from "../../../src/taskpane/pictures/renderPicture";
import { labelledPlaces, textWidthPx } from "../../../src/taskpane/pictures/text";

const MONTHS = Array.from(
  { length: 60 },
  (_, index) => `${String(2027 + Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, "0")}`,
);
const rising = (slope: number) => MONTHS.map((_, index) => slope * (index + 1));

function frame(widthPx: number, isDark = false, locale = "en-US") {
  return {
    title: "Costs of the plan, in words that need more than one line of a narrow pane",
    caption: "They rise.",
    widthPx,
    heightPx: 280,
    isDark,
    locale,
    unit: "USD",
  };
}

function pictures(widthPx: number, isDark = false, locale = "en-US"): readonly Picture[] {
  const base = frame(widthPx, isDark, locale);
  const pools = ["Hardware", "Cloud Services", "Software", "Telecom", "Facilities & Power", "Staffing", "Outside Services", "Other"];
  return [
    {
      ...base,
      kind: "stackedColumns",
      categories: ["2027", "2028"],
      series: pools.map((name, index) => ({ name, values: [1e6 * (index + 1), index === 7 ? -2e6 : 3e6] })),
    },
    {
      ...base,
      kind: "lines",
      xs: MONTHS.map((_, index) => (index + 1) / 12),
      xTitle: "Years from the start",
      series: ["vertical", "horizontal", "hybrid"].map((name, index) => ({ name, values: rising(1e5 * (index + 1)) })),
      markers: [{ label: "Break-even, month 41", symbol: "diamond", x: 3.4, value: 4e6 }],
    },
    {
      ...base,
      kind: "bridge",
      steps: [
        { label: "Base", base: 0, up: 0, down: 0, total: 43e6 },
        { label: "a component with a long name of its own", base: 39e6, up: 0, down: 4e6, total: 0 },
        { label: "staff.salaries", base: 39e6, up: 1.57e6, down: 0, total: 0 },
        { label: "Sharding", base: 39.72e6, up: 0, down: 848e3, total: 0 },
        { label: "Distributed", base: 0, up: 0, down: 0, total: 39.7e6 },
      ],
    },
    {
      ...base,
      kind: "linesOverColumns",
      unit: "cores",
      categories: MONTHS,
      columns: { name: "Capacity", values: MONTHS.map((_, index) => (index === 3 || index === 9 || index === 12 ? 0 : 64)) },
      events: [
        { name: "Upgrade", values: MONTHS.map((_, index) => (index === 3 || index === 9 ? 64 : 0)) },
        { name: "Shard", values: MONTHS.map((_, index) => (index === 12 ? 64 : null)) },
      ],
      lines: [{ name: "Need", values: rising(1) }],
    },
    {
      ...base,
      kind: "tornado",
      base: 36e6,
      rows: [
        { label: "Passive standby servers per shard of the central system", atLow: 35e6, atHigh: 38e6 },
        { label: "Discount rate", atLow: 37e6, atHigh: 35.5e6 },
        { label: "Nodes", atLow: 36.2e6, atHigh: null },
      ],
    },
    {
      ...base,
      kind: "fan",
      categories: ["2027", "2028", "2029"],
      low: { name: "P10", values: [3e6, 8e6, 8e6] },
      middle: { name: "P50", values: [4e6, 10e6, 11e6] },
      high: { name: "P90", values: [5e6, 11e6, 13e6] },
    },
    {
      ...base,
      kind: "histogram",
      unit: "trials",
      xTitle: "Present value, USD",
      bins: Array.from({ length: 24 }, (_, index) => ({
        from: 17e6 + index * 1e6,
        to: 18e6 + index * 1e6,
        count: 12 - Math.abs(index - 12),
      })),
      marked: [
        { name: "P10", value: 20e6 },
        { name: "P50", value: 29e6 },
        { name: "P90", value: 29.2e6 },
      ],
    },
    {
      ...base,
      kind: "map",
      across: { title: "Growth", labels: ["1 %", "2 %", "3 %"], present: 1 },
      down: { title: "Volume", labels: ["400", "800"], present: 1.5 },
      groups: [
        { letter: "V", name: "vertical" },
        { letter: "H", name: "horizontal" },
        { letter: "M", name: "hybrid" },
      ],
      cells: [
        [0, 1, null],
        [1, 2, 2],
      ],
    },
  ];
}

function drawn(picture: Picture): SVGSVGElement {
  return renderPicture(picture, new Window().document as unknown as Document);
}

function textsOf(svg: SVGSVGElement): readonly string[] {
  return Array.from(svg.querySelectorAll("text, title"), (element) => element.textContent ?? "");
}

describe.each(pictures(480).map((picture) => [picture.kind, picture] as const))("%s", (_kind, picture) => {
  test("is one image whose name says what it shows", () => {
    const svg = drawn(picture);
    expect([svg.getAttribute("role"), svg.getAttribute("aria-label")]).toEqual(["img", `${picture.title}. They rise.`]);
  });

  test("has no inline style, which the pane's policy would refuse", () => {
    const svg = drawn(picture);
    expect(svg.querySelectorAll("style, [style]")).toHaveLength(0);
  });

  test("holds no number that is none", () => {
    expect(drawn(picture).outerHTML).not.toMatch(/NaN|undefined|Infinity/);
  });

  test("says its unit, and the words of its legend", () => {
    expect(textsOf(drawn(picture))).toContain(picture.unit);
  });
});

describe.each([480, 300])("at %d pixels", (widthPx) => {
  test("every text of title and legend ends inside the picture", () => {
    for (const picture of pictures(widthPx)) {
      const own = Array.from(drawn(picture).querySelectorAll(":scope > text"));
      expect(own.length).toBeGreaterThan(2);
      for (const element of own) {
        const end =
          Number(element.getAttribute("x")) + textWidthPx(element.textContent ?? "", Number(element.getAttribute("font-size") ?? 11));
        expect([element.textContent, end <= widthPx]).toEqual([element.textContent, true]);
      }
    }
  });
});

interface Span {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Where a text of the plot begins and ends: moved by itself and by what it is in, around its anchor. */
function spanOf(element: Element): Span {
  let x = Number(element.getAttribute("x") ?? 0);
  for (let each: Element | null = element; each && each.tagName !== "svg"; each = each.parentElement)
    x += Number(/translate\(([-\d.]+)/.exec(each.getAttribute("transform") ?? "")?.[1] ?? 0);
  const [text, anchor] = [element.textContent, element.closest("[text-anchor]")?.getAttribute("text-anchor")];
  const width = textWidthPx(text);
  const from = anchor === "end" ? x - width : anchor === "middle" ? x - width / 2 : x;
  return { text, from, to: from + width };
}

describe.each(["en-US", "de-DE"])("in the language %s", (locale) => {
  const LONG = "Share of data that should be in memory, of all data that is kept";
  const titled = (picture: Picture): Picture => {
    if ("xTitle" in picture) return { ...picture, xTitle: LONG };
    return picture.kind === "map" ? { ...picture, unit: LONG, across: { ...picture.across, title: LONG } } : picture;
  };

  test.each([480, 290])("every text of the plot is inside the picture at %d pixels", (widthPx) => {
    for (const picture of pictures(widthPx, false, locale).map(titled)) {
      const spans = Array.from(drawn(picture).querySelectorAll("text"), spanOf).filter(({ text }) => text !== picture.title);
      const outside = spans.filter(({ text, from, to }) => text !== "" && (from < -1 || to > widthPx + 1));
      expect([picture.kind, outside]).toEqual([picture.kind, []]);
    }
  });

  test.each([480, 290])("the labels of an axis across do not touch at %d pixels", (widthPx) => {
    for (const picture of pictures(widthPx, false, locale)) {
      const labels = drawn(picture).querySelectorAll("[data-mark='x-axis tick label'] text");
      const spans = Array.from(labels, spanOf).sort((one, other) => one.from - other.from);
      const touching = spans.filter(({ from }, index) => index > 0 && from < (spans[index - 1]?.to ?? 0));
      expect([picture.kind, touching]).toEqual([picture.kind, []]);
    }
  });
});

test("dark colors are drawn on a dark surface", () => {
  const surfaces = pictures(480, true).map((picture) => drawn(picture).querySelector("rect")?.getAttribute("fill"));
  expect(new Set(surfaces)).toEqual(new Set(["#1F1F1F"]));
});

test("a change is told from a total by its sign, not by its color alone", () => {
  const bridge = pictures(480)[2];
  expect(textsOf(drawn(bridge))).toEqual(expect.arrayContaining(["43M", "−4M", "+1.57M", "−848K", "39.7M"]));
});

test("an event is told from the columns beside it by a symbol on top, of its own for each kind", () => {
  const svg = drawn(pictures(480)[3]);
  const symbols = Array.from(svg.querySelectorAll("[data-mark=dot] path"), (path) => path.getAttribute("d"));
  expect([symbols.length, new Set(symbols).size]).toEqual([3, 2]);
});

test("an architecture on a map is told by its letter, not by its color alone; where none has a plan there is no letter", () => {
  const marks = Array.from(drawn(pictures(480)[7]).querySelectorAll("[data-mark=text] text"), (element) => element.textContent);
  expect(marks).toEqual(["V", "H", "H", "M", "M"]);
});

test("the ends of a tornado's bars bear letters, and an end without a figure has no bar", () => {
  const svg = drawn(pictures(480)[4]);
  const letters = textsOf(svg).filter((text) => text === "L" || text === "H");
  expect([letters.sort(), svg.querySelectorAll("[data-mark=rect] rect").length]).toEqual([["H", "H", "L", "L", "L"], 5]);
});

test("names of marked values that stand close to each other are in rows of their own", () => {
  const svg = drawn(pictures(300)[6]);
  const names = Array.from(svg.querySelectorAll("[data-mark=text]")).filter(({ textContent }) => /^P\d+$/.test(textContent));
  const rows = names.map((element) => /,([\d.]+)\)/.exec(element.getAttribute("transform") ?? "")?.[1]);
  expect(rows).toHaveLength(3);
  expect(rows[1]).not.toBe(rows[2]);
});

test("a histogram of one figure is one column, not an error", () => {
  const one = { ...pictures(300)[6], bins: [{ from: 7, to: 7, count: 3 }], marked: [{ name: "P50", value: 7 }] } as Picture;
  expect(drawn(one).outerHTML).not.toMatch(/NaN|Infinity/);
});

test("lines that are zoomed in begin at their least value, not at zero", () => {
  const [, picture] = pictures(480);
  const near = { ...picture, series: [{ name: "a", values: MONTHS.map((_, index) => 36e6 + index) }], isZoomed: true } as Picture;
  expect(textsOf(drawn(near))).not.toContain("0");
});

test("events of one kind have one entry in the legend", () => {
  const texts = Array.from(drawn(pictures(480)[3]).querySelectorAll(":scope > text"), (element) => element.textContent);
  expect(texts.filter((text) => text === "Upgrade")).toHaveLength(1);
});

test("an empty picture is a frame without columns, not an error", () => {
  const svg = drawn({ ...frame(300), kind: "stackedColumns", categories: [], series: [] });
  expect(svg.outerHTML).not.toMatch(/NaN/);
});

describe("parts of a column", () => {
  test("what is positive rises from zero, what is negative falls from it, and nothing has no part", () => {
    const series = [
      { name: "a", values: [3] },
      { name: "b", values: [-2] },
      { name: "c", values: [0] },
      { name: "d", values: [4] },
      { name: "e", values: [null] },
    ];
    expect(stackedParts(series, 1)).toEqual([
      { place: 0, series: 0, from: 0, to: 3 },
      { place: 0, series: 1, from: 0, to: -2 },
      { place: 0, series: 3, from: 3, to: 7 },
    ]);
  });
});

test("columns stand on an axis that reaches what was asked, so that two pictures can be compared", () => {
  const base = { ...frame(480), kind: "stackedColumns" as const, categories: ["2027"], series: [{ name: "Hardware", values: [3e6] }] };
  const ticks = (picture: Picture) => textsOf(drawn(picture));
  expect(ticks(base)).not.toContain("20M");
  expect(ticks({ ...base, reach: 19e6 })).toContain("20M");
});

describe("categories that are labelled", () => {
  test.each<[string, readonly string[], number, readonly number[]]>([
    ["all, where there is room", ["2027", "2028", "2029"], 300, [0, 1, 2]],
    ["one a year, of 60 months in a wide pane", MONTHS, 320, [0, 12, 24, 36, 48]],
    ["one in two years, of 60 months in a narrow one", MONTHS, 240, [0, 24, 48]],
    ["the first alone, where there is none", MONTHS, 20, [0]],
    ["none of none", [], 300, []],
  ])("%s", (_words, categories, widthPx, places) => {
    expect(labelledPlaces(categories, widthPx)).toEqual(places);
  });
});
