import type { Value } from "../../src/engine/catalogue/values";
import { SAMPLE } from "../../src/workbook/sample";
import type { Given } from "../engine/projected";

/** What the sample states in one of its scenarios: the deals, Base, and the scenario's own values over it. */
export function sampleGiven(name: string): Given {
  const deals = SAMPLE.deals.flatMap((deal) =>
    Object.entries(deal.fields).map(([field, value]): [string, Value] => [`deal.${deal.name}.${field}`, value]),
  );
  const [base] = SAMPLE.scenarios;
  const own = SAMPLE.scenarios.find((each) => each.name === name);
  return Object.fromEntries([...deals, ...base.values, ...(own?.values ?? [])]);
}
