import { clusterDown } from "../../capacity/availability";
import { erlangC } from "../../capacity/queueing";
import { effectiveCapacity, largestUsefulCluster, nodesBelowPeak } from "../../capacity/scalability";
import { graduatedCost } from "../../cost/tiers";
import { depreciatedShare } from "../../finance/assets";
import { ratio } from "../../model/functions";
import { ceilTolerant, fits, MONTHS_PER_YEAR } from "../../units";

type NumberFunction = (...values: number[]) => number;

/**
 * What formulas of terms may call beside the functions of users' formulas. `sum(i, first, last, x)`, `prod` and `most`
 * aren't here: they read their last argument again for each i. A date is the number of its month, counted from the year 0.
 */
export const TERM_FUNCTIONS: Readonly<Record<string, NumberFunction>> = {
  /** Rounded up, but not for an excess of less than 1e-9. */
  roundup: (x = 0) => ceilTolerant(x),
  /** fits(need, capacity): 1 when the need is not above the capacity, but for 1e-9 of it. */
  fits: (need = 0, capacity = 0) => (fits(need, capacity) ? 1 : 0),
  /** 0 for nothing, whatever it is divided by. */
  ratio: (x = 0, y = 0) => ratio(x, y),
  /** The n-th of the values. */
  pick: (n = 0, ...values) => values[n - 1],
  /** step(month, m1, v1, m2, v2): the value whose month was reached last. */
  step: (month = 0, ...steps) => {
    let value = steps[1];
    for (let at = 0; at < steps.length && steps[at] <= month; at += 2) value = steps[at + 1];
    return value;
  },
  /** months_from(d, e): calendar months from the one of a date to that of another. */
  months_from: (from = 0, to = 0) => to - from,
  /** month_of(d): calendar month of a date, 1 to 12. */
  month_of: (date = 0) => (date % MONTHS_PER_YEAR) + 1,
  /** usl(n, contention, coherency): capacity of n nodes in equivalents of one. */
  usl: (n = 0, contention = 0, coherency = 0) => effectiveCapacity(n, contention, coherency),
  /** usl_nodes(x, contention, coherency): the fewest nodes whose usl reaches x. */
  usl_nodes: (x = 0, contention = 0, coherency = 0) => nodesBelowPeak(x, contention, coherency),
  /** usl_limit(contention, coherency, share): the fewest nodes whose usl reaches the share of its highest value. */
  usl_limit: (contention = 0, coherency = 0, limit = 0) => largestUsefulCluster(contention, coherency, limit),
  /** erlang_c(servers, load): chance of waiting. */
  erlang_c: (servers = 0, load = 0) => erlangC(servers, load),
  /** cluster_down(a, n, k): chance that fewer than k of n are up. */
  cluster_down: (a = 0, nodes = 0, required = 0) => clusterDown(a, nodes, required),
  /** graduated(q, from1, price1, ...): each price for its part of the quantity. */
  graduated: (quantity = 0, ...tiers) =>
    graduatedCost(
      quantity,
      tiers.flatMap((from, at) => (at % 2 === 0 ? [{ from, price: tiers[at + 1] }] : [])),
    ),
  /** macrs(months): share written off after so many months in service, five-year class. */
  macrs: (months = 0) => depreciatedShare("macrs-5", 1, months),
};
