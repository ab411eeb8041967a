import { centralServers, recoveryServers, serverNumber } from "../capacity/centralTerms";
import { nodeNumber } from "../capacity/nodeTerms";
import type { Plan } from "../lines";
import type { TermWriter } from "../terms";

/** Owned servers at one place, at how many such places, and what each takes of power and space. */
export interface PlacementTerms {
  readonly of: string;
  readonly servers: string;
  readonly places: string;
  readonly kw: string;
  readonly units: string;
}

/** Where owned servers stand: the data centre, its disaster-recovery site, each region. */
export function placementTerms(plan: Plan, t: TermWriter): readonly PlacementTerms[] {
  const { a, central, distributed } = plan;
  const found: PlacementTerms[] = [];
  if (central) t.because(t.key("vertical.hosting"));
  if (distributed) t.because(t.key("horizontal.hosting"));
  if (central && a["vertical.hosting"] === "owned") {
    const part = { ...plan, central };
    const each = { places: "1", kw: serverNumber(part, t, "kw"), units: serverNumber(part, t, "rackUnits") };
    const recovery = recoveryServers(t);
    const site = t.term("servers_at_data_centre", "servers", () => `${centralServers(t)} - ${recovery}`);
    found.push({ of: "data_centre", servers: site, ...each }, { of: "recovery_site", servers: recovery, ...each });
  }
  if (distributed && a["horizontal.hosting"] === "owned") {
    const part = { ...plan, distributed };
    const servers = t.term("nodes_in_region", "nodes", () => `${t.line("nodes")} / ${t.line("regions")}`);
    const [kw, units] = [nodeNumber(part, t, "kw"), nodeNumber(part, t, "rackUnits")];
    found.push({ of: "regions", servers, places: t.line("regions"), kw, units });
  }
  return found;
}
