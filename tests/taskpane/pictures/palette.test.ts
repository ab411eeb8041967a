import { describe, expect, test } from "vitest";
import { DARK_PALETTE, LIGHT_PALETTE } from "../../../src/workbook/sheets/palette";

type Triple = readonly [number, number, number];

/** Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", 2009, severity 1; on linear sRGB. */
const VISIONS: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  "full color": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function linear(hex: string): Triple {
  const channel = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const dot = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** Björn Ottosson's OKLab of linear sRGB, in which distances are about as large as they look. */
function oklab(rgb: Triple): Triple {
  const lms = [
    Math.cbrt(dot([0.4122214708, 0.5363325363, 0.0514459929], rgb)),
    Math.cbrt(dot([0.2119034982, 0.6806995451, 0.1073969566], rgb)),
    Math.cbrt(dot([0.0883024619, 0.2817188376, 0.6299787005], rgb)),
  ] as const;
  return [
    dot([0.2104542553, 0.793617785, -0.0040720468], lms),
    dot([1.9779984951, -2.428592205, 0.4505937099], lms),
    dot([0.0259040371, 0.7827717662, -0.808675766], lms),
  ];
}

function seenAs(hex: string, vision: string): Triple {
  const rgb = linear(hex);
  const [r, g, b] = (VISIONS[vision] ?? []).map((row) => Math.min(1, Math.max(0, dot(row, rgb))));
  return oklab([r, g, b]);
}

function contrast(one: string, other: string): number {
  const [high, low] = [one, other].map((hex) => dot([0.2126, 0.7152, 0.0722], linear(hex))).sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function closestPair(colors: readonly string[], vision: string): { readonly distance: number; readonly pair: readonly string[] } {
  const pairs = colors.flatMap((one, index) => colors.slice(0, index).map((other) => [one, other] as const));
  const distances = pairs.map(([one, other]) => {
    const [a, b] = [seenAs(one, vision), seenAs(other, vision)];
    return { distance: Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]), pair: [one, other] };
  });
  return distances.reduce((least, each) => (each.distance < least.distance ? each : least));
}

const PALETTES = { light: LIGHT_PALETTE, dark: DARK_PALETTE };

/** Okabe and Ito's palette, the usual reference, has 0.076 as its least distance for these visions. */
const LEAST_DISTANCE = 0.12;

describe.each(Object.entries(PALETTES))("the %s palette", (_name, palette) => {
  test.each(Object.keys(VISIONS))("keeps every two series apart with %s", (vision) => {
    expect(closestPair(palette.series, vision).distance).toBeGreaterThan(LEAST_DISTANCE);
    expect(closestPair([palette.up, palette.down, palette.total], vision).distance).toBeGreaterThan(LEAST_DISTANCE);
  });

  test("shows every color on its surface (WCAG 1.4.11: 3 to 1), and text readably (1.4.3: 4.5 to 1)", () => {
    const { surface, series, up, down, total, marker, capacity, need, text, quiet } = palette;
    expect([...series, up, down, total, marker, capacity, need].filter((color) => contrast(color, surface) < 3)).toEqual([]);
    expect([text, quiet].filter((color) => contrast(color, surface) < 4.5)).toEqual([]);
    expect(contrast(need, capacity)).toBeGreaterThan(3);
  });
});

test("the reference palette would not pass: the measure tells palettes apart", () => {
  const okabeIto = ["#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#000000"];
  const least = Math.min(...Object.keys(VISIONS).map((vision) => closestPair(okabeIto, vision).distance));
  expect(least).toBeCloseTo(0.076, 3);
});
