/** Values that differ, in a person's words. */

import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { parseKey } from "../../engine/catalogue/keys";
import type { Value } from "../../engine/catalogue/values";
import type { Change } from "../../workbook/exchange/content";
import { labelOf } from "../../workbook/mapping";
import { inputText } from "./format";
import { linesList } from "./parts";

function valueShown(key: string, value: Value | undefined, locale: string): string {
  return value === undefined ? "not stated" : inputText(value, parseKey(key)?.assumption, locale);
}

/** Changes as a list: where, what, before and after. */
export function changesView(changes: readonly Change[], locale: string): TemplateResult {
  return linesList(
    changes,
    ({ scenario, key, before, after, replaces }) =>
      html`${scenario === "" ? "All scenarios" : scenario}, ${labelOf(key)}: ${valueShown(key, before, locale)}
        <span aria-hidden="true">→</span
        ><span class="hidden">now</span>
        ${valueShown(key, after, locale)}${replaces === undefined ? nothing : html`; replaces the formula ${replaces}`}`,
  );
}
