import { describe, expect, test } from "vitest";
import { optional } from "../../../src/engine/catalogue/assumption";
import { numberInText } from "../../../src/engine/catalogue/typedAmount";
import { readValue } from "../../../src/engine/catalogue/values";

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
    ["$1,234.50", 1234.5],
    ["1.234,50 €", 1234.5],
    ["€ 1.234,50", 1234.5],
    ["USD 1,234.50", 1234.5],
    ["1,234.50 USD", 1234.5],
    ["US$1,234.50", 1234.5],
    ["£1,234", 1234],
    ["$1,234", 1234],
    ["1.234 €", 1234],
    ["CHF 1'234.50", 1234.5],
    ["¥1,200,000", 1_200_000],
    ["(1,234)", -1234],
    ["(1,234.50)", -1234.5],
    ["($1,234.50)", -1234.5],
    ["$(1,234.50)", -1234.5],
    ["(5%)", -0.05],
    ["(5)%", -0.05],
    ["-$5", -5],
    ["1,234.50-", -1234.5],
    ["1.2M", 1_200_000],
    ["1,2 Mio.", 1_200_000],
    ["$1.2 million", 1_200_000],
    ["400k", 400_000],
    ["2.5bn", 2_500_000_000],
    ["1e6", 1_000_000],
    ["1.5E-3", 0.0015],
    ["1e5", 100_000],
    ["\u200b1,234.5\u00a0", 1234.5],
    ["\ufeff12", 12],
  ])("%j is %d", (text, value) => {
    const found = numberInText(text);
    expect(found).toEqual({ kind: "number", value });
  });

  test.each([
    ["1,200", [1.2, 1200]],
    ["1.200", [1.2, 1200]],
    ["-12.345 %", [-0.12345, -123.45]],
    ["$1.234", [1.234, 1234]],
    ["€1,234", [1.234, 1234]],
    ["1.200M", [1_200_000, 1_200_000_000]],
  ])("%j may be one of %j: nobody but its author knows", (text, meanings) => {
    const found = numberInText(text);
    expect(found.kind === "ambiguous" && [...found.meanings].sort((a, b) => Math.abs(a) - Math.abs(b))).toEqual(
      meanings.map((meaning) => expect.closeTo(meaning, 9) as number),
    );
  });

  test.each([
    "",
    "many",
    "1,2,3",
    "1.2.3",
    "12 beds",
    "1,20,000",
    "%",
    ".",
    ",",
    "=1+1",
    "--5",
    "(5",
    "5)",
    "((5))",
    "$",
    "M",
    "5 % 5",
    "1 M %",
    "5 TB",
    "2027-01-31",
    "12:30",
  ])("%j is none", (text) => {
    expect(numberInText(text)).toEqual({ kind: "none" });
  });
});

describe("text where a number belongs is refused with the number that it means", () => {
  const RULE = optional("money", "Price", "money", 0, 1e9);
  test.each([
    ["$1,234.50", 'price is "$1,234.50". Enter 0 to 1,000,000,000; did you mean 1234.5?'],
    ["1.2M", 'price is "1.2M". Enter 0 to 1,000,000,000; did you mean 1200000?'],
    ["1.234", 'price is "1.234". Enter 0 to 1,000,000,000; did you mean 1.234 or 1234?'],
    ["many", 'price is "many". Enter 0 to 1,000,000,000.'],
  ])("%j", (text, message) => {
    expect(readValue("price", RULE, text)).toEqual({ ok: false, code: "wrong-type", message });
  });
});
