import { exhaustedPeriod } from "../../src/engine/capacity/exhaustion";
import { holtForecast } from "../../src/engine/demand/forecast";
import { grownAmount } from "../../src/engine/demand/growth";
import { resolveScenario } from "../../src/engine/catalogue/scenario";
import { dateOfMonth, textOfDate, timelineOf } from "../../src/engine/timeline";
import { reference } from "../../src/reference/load";
import { monthsOf, projected } from "../engine/projected";
import { describeFamily, given } from "./family";

describeFamily("forecasting", {
  "fc-holt": (published) => ({
    f: holtForecast(given<number[]>(published, "y"), published.inputs.h, published.inputs.alpha, published.inputs.beta),
  }),
  "fc-compound-0.1": ({ inputs }) => {
    const at = (years: number): number => grownAmount(inputs.start_gib, inputs.annual_growth, years, "compound");
    const months = Array.from({ length: 600 }, (_, index) => at((index + 1) / 12));
    return { y5: at(5), months: Math.ceil(exhaustedPeriod(months, [inputs.threshold_gib])) };
  },
  "fc-step-acq": (published) => {
    const { inputs } = published;
    const [{ month, gib }] = given<[{ month: number; gib: number }]>(published, "events");
    const years = inputs.months / 12;
    const timeline = timelineOf(resolveScenario(new Map(), reference)["plan.start"], years);
    const projection = projected({
      "plan.years": years,
      "demand.volume": inputs.start_gib,
      "demand.growth": inputs.annual_growth,
      "integration.vertical_months": 0,
      "deal.acquired.close": textOfDate(dateOfMonth(timeline, month)),
      "deal.acquired.volume": gib,
    });
    return { end: monthsOf(projection, "volume").at(-1) ?? Number.NaN };
  },
});
