/** The parts of an .xlsx file, and what of its XML a strict reader such as Excel would refuse. */

import { inflateRawSync } from "node:zlib";
import { parseStringPromise } from "xml2js";

const END_OF_DIRECTORY = 0x06054b50;
const DEFLATED = 8;

export type Parts = ReadonlyMap<string, string>;

/** The text of every part of a file by its path; bytes that are no UTF-8 throw. */
export function xlsxParts(file: Uint8Array): Parts {
  const bytes = Buffer.from(file);
  let end = bytes.length - 22;
  while (bytes.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  const parts = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [method, size, nameLength] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)];
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + size);
    const content = method === DEFLATED ? inflateRawSync(packed) : packed;
    parts.set(bytes.toString("utf8", at + 46, at + 46 + nameLength), new TextDecoder("utf-8", { fatal: true }).decode(content));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

/** Char of XML 1.0, section 2.2: anything else may not even be written as a reference. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
const REFERENCE = /&#(?:x([0-9a-fA-F]+)|(\d+));/g;

function forbiddenIn(xml: string): readonly string[] {
  const referred = [...xml.matchAll(REFERENCE)].map(([, hex, decimal]) => String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)));
  const found = [xml, ...referred].map((text) => FORBIDDEN.exec(text)?.[0]).filter((sign) => sign !== undefined);
  return found.map((sign) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")} is forbidden`);
}

/** A reference to rows of a sheet, as a defined name has it: the sheet in apostrophes unless it is a plain word. */
const PRINT_TITLES = /^(?:[A-Za-z_][A-Za-z0-9_.]*|'(?:[^']|'')+')!\$\d+:\$\d+$/;

interface WorkbookXml {
  readonly workbook: {
    readonly sheets: readonly [{ readonly sheet: readonly { readonly $: { readonly name: string } }[] }];
    readonly definedNames?: readonly [
      { readonly definedName: readonly { readonly _: string; readonly $: Readonly<Record<string, string>> }[] },
    ];
  };
}

/** The defined names of a file with their references and the sheets to which they belong. */
export async function definedNames(parts: Parts): Promise<readonly (readonly [name: string, reference: string, sheet: string])[]> {
  const { workbook } = (await parseStringPromise(parts.get("xl/workbook.xml") ?? "")) as WorkbookXml;
  const sheets = workbook.sheets[0].sheet.map(({ $ }) => $.name);
  return (workbook.definedNames?.[0].definedName ?? []).map(({ _, $ }) => [$.name, _, sheets[Number($.localSheetId)]] as const);
}

/** Everything of a file that Excel would call damaged; nothing for a sound one. */
export async function xlsxFaults(parts: Parts): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [path, xml] of parts) {
    faults.push(...forbiddenIn(xml).map((fault) => `${path}: ${fault}`));
    await parseStringPromise(xml).catch((error: unknown) => faults.push(`${path}: ${(error as Error).message}`));
  }
  for (const [name, reference] of await definedNames(parts)) {
    const sheet = /^'?(.*?)'?!/s.exec(reference)?.[1] ?? "";
    const isQuoted = reference.startsWith("'");
    const isMistakable = /^([A-Z]{1,3}\d+|R\d*(C\d*)?|C\d*|TRUE|FALSE)$/i.test(sheet);
    if (!PRINT_TITLES.test(reference) || (isMistakable && !isQuoted)) faults.push(`${name}: ${reference} is no reference`);
  }
  return faults;
}
