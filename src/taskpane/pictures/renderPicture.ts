import { bridge } from "./bridge";
import { stackedColumns } from "./columns";
import { decisionMap } from "./decisionMap";
import { lines, linesOverColumns } from "./lines";
import type { Picture } from "./picture";
import { fan, histogram } from "./spread";
import { tornado } from "./tornado";

/** The picture as a drawing of its own: one image with a name, in the colors asked for, without inline style. */
export function renderPicture(picture: Picture, document: Document = globalThis.document): SVGSVGElement {
  switch (picture.kind) {
    case "stackedColumns":
      return stackedColumns(document, picture);
    case "lines":
      return lines(document, picture);
    case "linesOverColumns":
      return linesOverColumns(document, picture);
    case "bridge":
      return bridge(document, picture);
    case "tornado":
      return tornado(document, picture);
    case "fan":
      return fan(document, picture);
    case "histogram":
      return histogram(document, picture);
    case "map":
      return decisionMap(document, picture);
  }
}
