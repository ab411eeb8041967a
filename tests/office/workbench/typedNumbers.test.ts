/** Numbers as they are typed into the grid, in the language of the browser. */
import { afterEach, expect, it, vi } from "vitest";
import { parseNumber } from "../../../src/workbench/grid/rememberedNumfmt";

afterEach(() => vi.unstubAllGlobals());

it.each<[string, string, number]>([
  ["de-DE", "3,8 %", 0.038],
  ["de-DE", "3,8%", 0.038],
  ["de-DE", "-3,8", -3.8],
  ["de-DE", "0,05", 0.05],
  ["de-DE", "1.234,5", 1234.5],
  ["de-DE", "1.234.567,25", 1234567.25],
  ["de-DE", "3.8", 3.8],
  ["de-DE", "1200", 1200],
  ["de-DE", "1.234", 1234],
  ["de-DE", "-1.234.567", -1234567],
  ["de-DE", "1.234 €", 1234],
  ["de-DE", "1,234", 1.234],
  ["de-DE", "0.123", 0.123],
  ["de-DE", "12.34", 12.34],
  ["de-DE", "1,5E3", 1500],
  ["pt-BR", "1.234", 1234],
  ["en-US", "1.234", 1.234],
  ["de-CH", "1.234", 1.234],
  ["fr-FR", "1 234,5", 1234.5],
  ["en-US", "3.8%", 0.038],
  ["en-US", "1,234.5", 1234.5],
  ["de-CH", "3.8%", 0.038],
])("in %s %s is %d", (language, text, value) => {
  vi.stubGlobal("navigator", { language });
  expect(parseNumber(text)?.v).toBeCloseTo(value, 12);
});
