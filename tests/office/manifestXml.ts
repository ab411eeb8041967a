import { parseString } from "xml2js";

/** An element of an XML document with its children in the order in which they stand. */
export interface XmlElement {
  readonly name: string;
  /** The name with its xsi:type, which decides what an element of the manifest may hold: "Action:ShowTaskpane". */
  readonly kind: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

interface Parsed {
  readonly "#name": string;
  readonly $?: Readonly<Record<string, string>>;
  readonly _?: string;
  readonly $$?: readonly Parsed[];
}

/** The root of an XML text; throws on text that is not well-formed. */
export function parseXml(xml: string): XmlElement {
  const options = { async: false, explicitRoot: false, explicitChildren: true, preserveChildrenOrder: true, trim: true };
  const roots: Parsed[] = [];
  parseString(xml, options, (error: Error | null, root: Parsed) => {
    if (error) throw error;
    roots.push(root);
  });
  return toElement(roots[0]);
}

/** An element and everything below it, in the order of the document. */
export function descendants(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(descendants)];
}

function toElement(parsed: Parsed): XmlElement {
  const attributes = parsed.$ ?? {};
  const name = parsed["#name"];
  const type = attributes["xsi:type"];
  return {
    name,
    kind: type === undefined ? name : `${name}:${type}`,
    attributes,
    text: parsed._ ?? "",
    children: (parsed.$$ ?? []).map(toElement),
  };
}
