/** A picture of the pane, drawn when its renderer has been loaded. */

import { html } from "lit";
import type { TemplateResult } from "lit";
import { until } from "lit/directives/until.js";
import { isFailedDownload } from "../shell/failure";
import { loadRenderer } from "./load";
import type { Picture } from "./picture";

/** What a picture has to fit. */
export interface PictureSize {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly isDark: boolean;
}

const MARGINS_PX = 26;
const NARROWEST_PX = 250;
const HEIGHT_PX = 230;

function sizeNow(): PictureSize {
  const widthPx = Math.max(NARROWEST_PX, document.documentElement.clientWidth - MARGINS_PX);
  return { widthPx, heightPx: HEIGHT_PX, isDark: matchMedia("(prefers-color-scheme: dark)").matches };
}

/** Drawings of what was answered, so that a picture is drawn once and not with each key that is pressed elsewhere. */
const drawn = new WeakMap<object, Map<string, Promise<SVGSVGElement | string>>>();

async function draw(make: (size: PictureSize) => Picture, size: PictureSize): Promise<SVGSVGElement | string> {
  try {
    const render = await loadRenderer();
    return render(make(size));
  } catch (error) {
    console.error(error);
    const words = isFailedDownload(error) ? "The picture could not be loaded." : `The picture could not be drawn: ${String(error)}.`;
    return `${words} The table below says the same.`;
  }
}

/**
 * A picture of an answer.
 * @param answer what the picture shows: while it is the same, so is the drawing
 * @param name tells the pictures of one answer apart
 */
export function pictureView(answer: object, name: string, make: (size: PictureSize) => Picture): TemplateResult {
  const size = sizeNow();
  const id = `${name} ${String(size.widthPx)} ${String(size.isDark)}`;
  const known = drawn.get(answer) ?? new Map<string, Promise<SVGSVGElement | string>>();
  drawn.set(answer, known);
  const drawing = known.get(id) ?? draw(make, size);
  known.set(id, drawing);
  return html`<div class="picture">${until(drawing, html`<p class="loading">Drawing ...</p>`)}</div>`;
}
