import { firstInService, fleets, valueBought, writtenOff } from "../capacity/batchTerms";
import type { FleetTerms } from "../capacity/batchTerms";
import type { FeasibleProjection, Plan } from "../lines";
import { sumOfTerms } from "../terms";
import type { TermWriter } from "../terms";
import { otherCapital } from "./profitAndLoss";

/** Depreciation of servers: what each month writes off of those in service, and what is left of those that leave in it. */
function fleetTerms(plan: Plan, t: TermWriter, fleet: FleetTerms): string {
  return t.flow(`depreciation.${fleet.of}`, "money", () => {
    const value = valueBought(t, fleet);
    const first = t.term(`first_in_service.${fleet.of}`, "month", () => firstInService(t, fleet));
    const [before, after] = [writtenOff(plan, t, "(month - i)"), writtenOff(plan, t, "(month - i + 1)")];
    const left = `(month > 1 ? sum(i, ${first}(month - 1), ${first} - 1, ${value}(i) * (1 - ${before})) : 0)`;
    return `sum(i, ${first}, month, ${value}(i) * (${after} - ${before})) + ${left}`;
  });
}

/** Terms of the depreciation of servers, and of other capital spending from the month in which it is paid. */
export function depreciationTerms(projection: FeasibleProjection, t: TermWriter): string {
  const { plan } = projection;
  const others = otherCapital(projection)
    .filter(({ values }) => values.some((value) => value !== 0))
    .map(({ id }) =>
      t.flow(`depreciation.${id}`, "money", () => {
        const [before, after] = [writtenOff(plan, t, "(month - i)"), writtenOff(plan, t, "(month - i + 1)")];
        return `sum(i, 1, month, ${t.line(id)}(i) * (${after} - ${before}))`;
      }),
    );
  return sumOfTerms([...fleets(plan, t).map((fleet) => fleetTerms(plan, t, fleet)), ...others]);
}
