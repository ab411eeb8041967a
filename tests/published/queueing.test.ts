import { busyCores } from "../../src/engine/capacity/need";
import { erlangB, erlangC, meanResponse } from "../../src/engine/capacity/queueing";
import { anySlow } from "../../src/engine/capacity/queueing";
import { roleFte } from "../../src/engine/cost/staffing";
import type { PublishedCase } from "./family";
import { describeFamily } from "./family";

/** Little's law, with the time in seconds. */
const inSystem = (rate: number, seconds: number): number => busyCores(rate, seconds * 1000);

/** The measures of M/M/c by their names in the sources: L and W in the system, q in the queue. */
function multiServer({ inputs }: PublishedCase): Record<string, number> {
  const { servers, lam, mu } = inputs;
  const response = meanResponse(lam / mu, servers, 1 / mu);
  const wait = response - 1 / mu;
  return {
    ...{ W: response, R: response, W_min: response, Wq: wait, Wq_min: wait },
    ...{ L: inSystem(lam, response), Lq: inSystem(lam, wait), rho: inSystem(lam, 1 / mu) / servers },
    ...{ p0: 1 - erlangC(servers, lam / mu), p_wait: erlangC(servers, lam / mu) },
  };
}

function waiting({ inputs }: PublishedCase): Record<string, number> {
  return { p_wait: erlangC(inputs.servers, inputs.erlangs), mean_response_over_service: meanResponse(inputs.erlangs, inputs.servers, 1) };
}

/** The load at which so many servers make a given share wait: the queue's own answer, read backwards by bisection. */
function loadAtWait(servers: number, share: number): number {
  let [low, high] = [0, servers];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (erlangC(servers, middle) < share) low = middle;
    else high = middle;
  }
  return low;
}

describeFamily("queueing", {
  "q-bronson-*": multiServer,
  "q-pdq-mm1": multiServer,
  "q-rio-*": multiServer,
  "q-fanout-*": ({ inputs }) => ({ p_any: anySlow(inputs.p, inputs.n) }),
  "erlb-190-200": ({ inputs }) => ({ blocking: erlangB(inputs.servers, inputs.arrival_rate / inputs.service_rate) }),
  "erlb-200-180": ({ inputs }) => ({ blocking: erlangB(inputs.servers, inputs.erlangs) }),
  "erlb-req-10-2pct-shrink": ({ inputs }) => {
    const servers = Array.from({ length: 50 }, (_, index) => index + 1).find((n) => erlangB(n, inputs.erlangs) <= inputs.max_blocking) ?? 0;
    return { servers, positions: Math.ceil(roleFte(servers, { unitsPerFte: 1 - inputs.shrinkage })) };
  },
  "erlc-3-2": waiting,
  "erlc-wolfram-2links": waiting,
  "erlc-tetra-8": ({ inputs }) => ({ erlangs: loadAtWait(inputs.servers, inputs.p_wait) }),
});
