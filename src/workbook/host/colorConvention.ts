/** How cells that a person edits are colored. Banks and auditors differ, and some want no colors at all: the choice is kept with the workbook. */

import { COLORS } from "../layout";

export const COLOR_CONVENTIONS = ["banker", "FAST", "none"] as const;
export type ColorConvention = (typeof COLOR_CONVENTIONS)[number];

const DEFAULT: ColorConvention = "banker";
const SETTING = "tco.colors";

const NO_FILL = "";

/**
 * Font and fill of inputs. Banker: blue on a pale fill, formulas black. FAST: black on a pale fill, as the FAST standard keeps blue for what comes from
 * another sheet. None: as any other cell.
 */
export function inputColors(convention: ColorConvention): { readonly color: string; readonly fill: string } {
  switch (convention) {
    case "banker":
      return { color: COLORS.input, fill: COLORS.inputFill };
    case "FAST":
      return { color: COLORS.text, fill: COLORS.inputFill };
    case "none":
      return { color: COLORS.text, fill: NO_FILL };
  }
}

/** The convention that was chosen for this workbook. */
export async function readConvention(context: Excel.RequestContext): Promise<ColorConvention> {
  const setting = context.workbook.settings.getItemOrNullObject(SETTING);
  setting.load("value");
  await context.sync();
  const stated: unknown = setting.isNullObject ? undefined : setting.value;
  return COLOR_CONVENTIONS.find((convention) => convention === stated) ?? DEFAULT;
}

/** Keeps the convention with the workbook. */
export function keepConvention(context: Excel.RequestContext, convention: ColorConvention): void {
  context.workbook.settings.add(SETTING, convention);
}
