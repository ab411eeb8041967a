/** The currency of a plan as billing data writes it: a code of ISO 4217. Pure. */

const CODE = /^[A-Z]{3}$/;

/** Signs and words that people write for a currency; one that several currencies share is not in the list. */
const WRITTEN: Readonly<Record<string, string>> = {
  "€": "EUR",
  EURO: "EUR",
  EUROS: "EUR",
  $: "USD",
  US$: "USD",
  DOLLAR: "USD",
  DOLLARS: "USD",
  "£": "GBP",
  POUND: "GBP",
  POUNDS: "GBP",
  "¥": "JPY",
  YEN: "JPY",
  "₹": "INR",
  FR: "CHF",
  "FR.": "CHF",
  SFR: "CHF",
  "SFR.": "CHF",
  FRANKEN: "CHF",
  ZŁ: "PLN",
  C$: "CAD",
  A$: "AUD",
};

/** The code of a currency in capitals; throws with the nearest code where it is none. */
export function billingCurrency(currency: string): string {
  const code = currency.trim().toUpperCase();
  if (CODE.test(code) && Intl.supportedValuesOf("currency").includes(code)) return code;
  const near = WRITTEN[code];
  const advice = near === undefined ? "a three-letter code such as USD or EUR" : `the three-letter code ${near}`;
  throw new Error(`Currency is "${currency}". FOCUS allows only codes of ISO 4217: enter ${advice} (plan.currency).`);
}
