import { describe, expect, test } from "vitest";
import { numberInText } from "../../src/workbook/typedNumber";

describe("a number in text", () => {
  test.each([
    ["1200", 1200],
    [" 0.05 ", 0.05],
    ["3,8", 3.8],
    ["3.8 %", 0.038],
    ["-5%", -0.05],
    ["−5", -5],
    ["1,200,000", 1_200_000],
    ["1.200.000", 1_200_000],
    ["1,200.5", 1200.5],
    ["1.200,5", 1200.5],
    ["1'200'000", 1_200_000],
    ["1 200 000", 1_200_000],
    ["1\u00a0200,25", 1200.25],
    ["0,005", 0.005],
    [".5", 0.5],
  ])("%j is %d", (text, value) => {
    const found = numberInText(text);
    expect(found).toEqual({ kind: "number", value });
  });

  test.each([
    ["1,200", [1.2, 1200]],
    ["1.200", [1.2, 1200]],
    ["-12.345 %", [-0.12345, -123.45]],
  ])("%j may be one of %j: nobody but its author knows", (text, meanings) => {
    const found = numberInText(text);
    expect(found.kind === "ambiguous" && [...found.meanings].sort((a, b) => Math.abs(a) - Math.abs(b))).toEqual(
      meanings.map((meaning) => expect.closeTo(meaning, 9) as number),
    );
  });

  test.each(["", "many", "1,2,3", "1.2.3", "12 beds", "1,20,000", "%", ".", ",", "=1+1", "1e5", "--5"])("%j is none", (text) => {
    expect(numberInText(text)).toEqual({ kind: "none" });
  });
});
