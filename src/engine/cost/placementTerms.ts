import { fleets } from "../capacity/batchTerms";
import type { Plan } from "../lines";
import type { TermWriter } from "../terms";

/** Owned servers at one place, at how many such places, and what each takes of power and space. */
export interface PlacementTerms {
  readonly servers: string;
  readonly places: string;
  readonly kw: string;
  readonly units: string;
}

/** Where owned servers stand: the data centre, its disaster-recovery site, each region. */
export function placementTerms(plan: Plan, t: TermWriter): readonly PlacementTerms[] {
  return fleets(plan, t).flatMap((fleet) => {
    if (fleet === "nodes") return [{ servers: "nodes / regions", places: "regions", kw: "node_kw", units: "node_rack_units" }];
    const each = { places: "1", kw: "server_kw", units: "server_rack_units" };
    return [
      { servers: "(central_servers - recovery_servers)", ...each },
      { servers: "recovery_servers", ...each },
    ];
  });
}
