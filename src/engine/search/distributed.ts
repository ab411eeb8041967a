import { readsOf } from "../model/language/reads";
import { MODEL_NAMES } from "../model/model";
import { PEOPLE } from "../model/people";
import type { PlanDraft } from "../plan/draft";
import type { ServerShape } from "../catalogue/reference";
import type { SeriesPool } from "../series";
import type { Slice } from "./slice";
import { ladderFactor, ladderFor, rentOf } from "../capacity/ladder";
import { licensesOf } from "../capacity/licenses";
import { nodePeople } from "./nodePeople";
import { regionNeeds } from "../capacity/nodes";
import { cheapestNodeType } from "./nodeType";
import type { NodeBounding } from "./nodeType";
import type { DistributedPlan, Infeasibility } from "./plan";
import { isInfeasible } from "./plan";

/**
 * The distributed part of a system: regions of nodes of one type, the one that costs least over the plan with all that follows from it; ties by ladder
 * order. An Infeasibility when no type meets the demand of every month.
 */
export function planDistributed(plan: PlanDraft, slice: Slice, pool: SeriesPool): DistributedPlan | Infeasibility {
  const { a, reference, indices, law, without } = plan;
  const owned = a["horizontal.hosting"] === "owned";
  const priceFactor = ladderFactor(a, "horizontal", reference);
  const partOf = (shape: ServerShape, cost: number): DistributedPlan => ({
    shape,
    priceFactor,
    monthlyRent: owned ? 0 : rentOf(shape, a["cloud.commitment"]).monthly * priceFactor,
    cost,
  });
  slice.begin();
  const { shapes } = ladderFor(a, "horizontal", reference);
  const best = cheapestNodeType(
    {
      a,
      owned,
      indices,
      priceFactor,
      licenses: licensesOf(a, "horizontal"),
      law,
      needs: regionNeeds(plan.series),
      regions: plan.demand.regions,
      people: nodePeople(plan, plan.central, pool),
      pool,
      costOf: (shape, canWin) => {
        plan.distributed = partOf(shape, 0);
        return slice.cost(canWin);
      },
      bounding: boundingOf(plan, slice),
    },
    without === undefined ? shapes : shapes.filter(({ name }) => name !== without),
  );
  return isInfeasible(best) ? best : partOf(best.shape, best.cost);
}

type CostOfPeople = "staff.salaries" | "staff.contractors" | "staff.turnover" | "staff.training" | "staff.learning";

const readings = new Map<string, readonly CostOfPeople[]>();

/** The cost lines of people whose formulas read an entry. */
function costsReading(id: string): readonly CostOfPeople[] {
  const known = readings.get(id);
  if (known) return known;
  const found = PEOPLE.flatMap((entry) =>
    "costPool" in entry && readsOf(MODEL_NAMES, entry).ids.includes(id) ? [entry.id as CostOfPeople] : [],
  );
  readings.set(id, found);
  return found;
}

/** What follows from the nodes of a type that roles may be driven by, as the bounds know it. */
const BOUNDED_DRIVERS: readonly string[] = ["nodes", "servers"];

/**
 * What bounds need; undefined where they hold nothing: for some months of the plan, with lines of the user's own, which may be below 0, and where people
 * follow from the nodes by other lines.
 */
function boundingOf({ a, series, service }: PlanDraft, slice: Slice): NodeBounding | undefined {
  const isPart = service !== undefined && (service.first > 1 || service.last < series.nodes.length);
  const isBounded =
    a.customLines.every(({ name }) => !slice.has(`custom.${name}`)) &&
    a.roles.every(({ driver }) => !slice.has(driver) || BOUNDED_DRIVERS.includes(driver));
  if (isPart || !isBounded) return undefined;
  return {
    nodes: series.nodes,
    billed: series.nodes_billed,
    licenseCosts: [series["license.purchase"], series["license.support"], series["license.subscription"]],
    people: {
      payroll: series.payroll,
      payLines: costsReading("payroll").map((id) => series[id]),
      fte: series.fte,
      fteLines: costsReading("fte").map((id) => series[id]),
    },
  };
}
