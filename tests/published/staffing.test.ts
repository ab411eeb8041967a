import { meanResponse, erlangC } from "../../src/engine/capacity/queueing";
import { coverageFte, roleFte, salaryCosts, turnoverCost } from "../../src/engine/cost/staffing";
import type { PublishedCase } from "./family";
import { describeFamily } from "./family";

/** Total compensation over wages, BLS ECEC June 2025. */
const LOADED = 45.65 / 32.07;

/** Forrester's averages: 40 databases or 5 TB to a DBA, whichever asks for more. */
function dba(databases: number, tb: number): { byCount: number; bySize: number; fte: number; dba: number } {
  const bySize = roleFte(tb, { unitsPerFte: 5 });
  const fte = roleFte(databases, { unitsPerFte: 40, minimum: bySize });
  return { byCount: roleFte(databases, { unitsPerFte: 40 }), bySize, fte, dba: fte };
}

/** Each engineer is on call for at most a share of the time. */
function onCall({ inputs }: PublishedCase): { min_engineers: number; minEngineers: number } {
  const engineers = roleFte(inputs.roles, { unitsPerFte: inputs.max_fraction ?? inputs.maxShare });
  return { min_engineers: engineers, minEngineers: engineers };
}

function relief({ inputs }: PublishedCase): Record<string, number> {
  const netHours = inputs.netHours ?? inputs.scheduled - inputs.absent;
  const factor = coverageFte(1, inputs.coverageHours, netHours);
  return { netHours, factor, published: factor, headcount: Math.ceil(factor) };
}

describeFamily("staffing", {
  "st-dba": ({ inputs }) => dba(inputs.dbs, inputs.tb),
  "st-dba-2": ({ inputs }) => dba(inputs.dbs, inputs.tb),
  "STF-022": ({ inputs }) => dba(inputs.databases, inputs.tb),
  "st-sre-single": onCall,
  "rule:oncall_min": onCall,
  "rule:relief_factor": relief,
  "STF-020": ({ inputs }) => ({ right: salaryCosts([1], { salary: inputs.wage, loaded: LOADED, wageGrowth: 0 }, 1)[0] ?? 0 }),
  "STF-019": ({ inputs }) => ({ cost: salaryCosts([1], { salary: inputs.wage, loaded: inputs.multiplier, wageGrowth: 0 }, 1)[0] ?? 0 }),
  "STF-025": ({ inputs }) => ({
    annual: turnoverCost(inputs.staff, { turnover: inputs.turnover, replacement: inputs.replacePct, salary: inputs.salary }),
  }),
  "STF-026": ({ inputs }) => {
    const wages = salaryCosts([1], { salary: inputs.wage, loaded: 1, wageGrowth: inputs.rate }, inputs.uplifts + 1);
    return { wage: wages.at(-1) ?? 0 };
  },
  "rule:erlang_c": ({ inputs }) => ({
    pWait: erlangC(inputs.agents, inputs.erlangs),
    asaSec: meanResponse(inputs.erlangs, inputs.agents, inputs.ahtSec) - inputs.ahtSec,
  }),
});
