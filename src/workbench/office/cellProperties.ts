import type { Format } from "../grid/grid";
import { HostError } from "./errors";

type Properties = { readonly [name: string]: unknown };

/** Looks of a cell under the names by which getCellProperties gives them. */
function propertiesOf(format: Format): Properties {
  const { fillColor, fontColor, fontName, fontSize, bold, italic, wrapText, horizontalAlignment, verticalAlignment } = format;
  const font = { bold, color: fontColor, italic, name: fontName, size: fontSize };
  return { format: { fill: { color: fillColor }, font, horizontalAlignment, verticalAlignment, wrapText } };
}

function picked(properties: Properties, wanted: Properties): Properties {
  const names = Object.keys(wanted).filter((name) => wanted[name] !== false);
  const missing = names.find((name) => !(name in properties));
  if (missing !== undefined) throw new HostError("InvalidArgument", `getCellProperties does not know ${missing} in the workbench.`);
  return Object.fromEntries(
    names.map((name) => {
      const [property, inner] = [properties[name], wanted[name]];
      return [name, typeof inner === "object" ? picked(property as Properties, inner as Properties) : property];
    }),
  );
}

/** Those of a cell's looks that are asked for. */
export function cellProperties(format: Format, wanted: Excel.CellPropertiesLoadOptions): Excel.CellProperties {
  return picked(propertiesOf(format), wanted as Properties);
}
