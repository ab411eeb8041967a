import { weightedParts } from "../capacity/needTerms";
import { MONTHS_PER_YEAR } from "../units";
import { costComponent } from "./component";

/** Copies from which on a quorum stays up while nodes are upgraded one by one. */
const ROLLING_COPIES = 3;

export const downtimePlanned = costComponent({
  id: "downtime.planned",
  label: "Planned downtime",
  costPool: "Other",
  tower: "Application",
  spend: "opex",
  from: [
    "downtime.upgrades_per_year",
    "downtime.planned_hours",
    "downtime.planned_cost_share",
    "downtime.cost_per_hour",
    "downtime.in_total",
    "horizontal.replication",
    "hybrid.central_share",
    "prices.inflation",
  ],
  explanation: "Hours in which upgrades stop the service; none where a quorum stays up while nodes are upgraded one by one.",
  inTotal: ({ a }) => a["downtime.in_total"],
  write: ({ a, centralShare, indices }, values) => {
    const stopped = centralShare + (a["horizontal.replication"] >= ROLLING_COPIES ? 0 : 1 - centralShare);
    const yearly =
      a["downtime.upgrades_per_year"] *
      a["downtime.planned_hours"] *
      a["downtime.planned_cost_share"] *
      a["downtime.cost_per_hour"] *
      stopped;
    for (let m = 0; m < values.length; m++) values[m] = (yearly / MONTHS_PER_YEAR) * indices.inflation[m];
  },
  terms: (plan) => {
    const stopped = weightedParts(plan, { vertical: () => "1", horizontal: () => `(horizontal.replication >= ${ROLLING_COPIES} ? 0 : 1)` });
    const yearly = "downtime.upgrades_per_year * downtime.planned_hours * downtime.planned_cost_share * downtime.cost_per_hour";
    return `${yearly} * (${stopped}) / 12 * inflation_index`;
  },
});
