import { sumOfTerms } from "../terms";
import { ceilTolerant } from "../units";
import { costComponent } from "./component";
import { hasOwned, placements } from "./placements";
import type { Placement } from "./placements";
import { placementTerms } from "./placementTerms";

export const rack = costComponent({
  id: "rack",
  label: "Racks",
  costPool: "Facilities & Power",
  tower: "Data Center",
  spend: "opex",
  from: ["servers", "rack.price", "rack.units", "rack.kw", "server.*", "prices.inflation"],
  explanation: "Space for owned servers in whole racks, at each place where they stand; disaster recovery has a place of its own.",
  write: (plan, values) => {
    const { a, indices } = plan;
    if (!hasOwned(plan)) return;
    const racksAt = ({ shape, servers }: Placement): number =>
      Math.max(ceilTolerant((servers * shape.rackUnits) / a["rack.units"]), ceilTolerant((servers * shape.kw) / a["rack.kw"]));
    for (let m = 0; m < values.length; m++)
      values[m] = placements(plan, m).reduce((racks, p) => racks + racksAt(p) * p.places, 0) * a["rack.price"] * indices.inflation[m];
  },
  terms: (plan, t) => {
    const racks = placementTerms(plan, t).map(
      ({ servers, places, kw, units }) =>
        `max(roundup(${servers} * ${units} / rack.units), roundup(${servers} * ${kw} / rack.kw)) * ${places}`,
    );
    return `(${sumOfTerms(racks)}) * rack.price * inflation_index`;
  },
});
