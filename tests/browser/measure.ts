/** Times on a machine that others use too. */
import type { Page } from "@playwright/test";
import { test } from "./test";

/** What the yardstick takes on a machine that is fit for a spreadsheet, ms: on a slower or busier one all limits stretch alike. */
const YARDSTICK_MS = 40;

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Notes a figure with the test, and prints it. */
export function report(type: string, description: string): void {
  test.info().annotations.push({ type, description });
  console.log(`${type}: ${description}`);
}

/** Milliseconds of a fixed piece of work in the page. */
function yardstick(page: Page): Promise<number> {
  return page.evaluate(() => {
    const began = performance.now();
    const map = new Map<string, number>();
    for (let i = 0; i < 200_000; i++) map.set(`key ${String(i % 5000)}`, (map.get(`key ${String(i % 5000)}`) ?? 0) + i);
    return performance.now() - began;
  });
}

const ROUNDS = 3;

/** How many times as slow as the yardstick's this machine is just now; 1 for one that is faster. */
export async function slownessOf(page: Page): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await yardstick(page));
  return Math.max(1, median(rounds) / YARDSTICK_MS);
}
