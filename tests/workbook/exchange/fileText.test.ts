/** Files of scenarios as editors save them: what is read, and what is refused so that no letter is lost. */
import { describe, expect, test } from "vitest";
import { textOfBytes } from "../../../src/workbook/exchange/fileText";
import { contentOfText } from "../../../src/workbook/exchange/scenarioFile";

const TEXT = '{\n "name": "Zürich 漢字 🏥" }';

const utf16 = (text: string, isBig: boolean): number[] =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).flatMap((code) =>
    isBig ? [code >> 8, code & 255] : [code & 255, code >> 8],
  );
const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
/** Letters up to ÿ as Windows-1252 and Latin-1 have them. */
const latin = (text: string): number[] => Array.from(text, (sign) => sign.charCodeAt(0));

describe("the text of a file", () => {
  test.each<[string, readonly number[]]>([
    ["UTF-8", utf8(TEXT)],
    ["UTF-8 with a byte order mark", [0xef, 0xbb, 0xbf, ...utf8(TEXT)]],
    ["UTF-16 as Windows calls Unicode", [0xff, 0xfe, ...utf16(TEXT, false)]],
    ["UTF-16 with the large byte first", [0xfe, 0xff, ...utf16(TEXT, true)]],
    ["UTF-16 without a mark", utf16(TEXT, false)],
    ["UTF-16 without a mark, the large byte first", utf16(TEXT, true)],
  ])("in %s is read", (_words, bytes) => {
    expect(textOfBytes(new Uint8Array(bytes))).toEqual({ ok: true, text: TEXT });
  });

  test.each<[string, readonly number[], string]>([
    [
      "Windows-1252",
      latin('{\n "name": "Zürich" }'),
      'The file isn\'t in UTF-8: letters would be lost (line 2, after "\\"name\\": \\"Z"). Save it as UTF-8, then import it again.',
    ],
    [
      "Latin-1, its last letter",
      latin("é"),
      'The file isn\'t in UTF-8: letters would be lost (line 1, after ""). Save it as UTF-8, then import it again.',
    ],
    [
      "UTF-8 cut within a letter",
      utf8('{"é').slice(0, -1),
      'The file isn\'t in UTF-8: letters would be lost (line 1, after "{\\""). Save it as UTF-8, then import it again.',
    ],
    ["UTF-32", [0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0], "The file is in UTF-32, which isn't read. Save it as UTF-8, then import it again."],
    [
      "UTF-32 with the large byte first",
      [0, 0, 0xfe, 0xff, 0, 0, 0, 0x7b],
      "The file is in UTF-32, which isn't read. Save it as UTF-8, then import it again.",
    ],
    [
      "UTF-32 without a mark",
      [0x7b, 0, 0, 0, 0x7d, 0, 0, 0],
      "The file is in UTF-32, which isn't read. Save it as UTF-8, then import it again.",
    ],
  ])("in %s is refused", (_words, bytes, problem) => {
    expect(textOfBytes(new Uint8Array(bytes))).toEqual({ ok: false, problem });
  });

  test.each([[[]], [[0x7b]], [[0x7b, 0x7d]]])("of %j bytes is read", (bytes) => {
    expect(textOfBytes(new Uint8Array(bytes)).ok).toBe(true);
  });
});

test("a pasted text may begin with a byte order mark", () => {
  expect(contentOfText('\uFEFF{"schema":"tco-planner/scenarios","version":1,"scenarios":[]}').ok).toBe(true);
});
