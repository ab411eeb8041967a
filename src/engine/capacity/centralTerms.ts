import type { Plan, TermDefinitions } from "../lines";
import type { ServerShape } from "../reference";
import type { TermWriter } from "../terms";
import { serverEvidence } from "./choiceTerms";
import { needTerm, shareFactor } from "./needTerms";
import type { NeedName } from "./needTerms";
import { inService, shapeNumber, shapeRent } from "./shapeTerms";
import type { ShapeNumber } from "./shapeTerms";
import { serverLoad } from "./serverLoad";

/** Need of the busiest server at the shard count in service. */
export function serverNeed(plan: Plan, t: TermWriter, need: NeedName): string {
  const { tps, tb } = loadInService(plan, t);
  return needTerm(plan, t, need, "server", tps, tb);
}

/** Load of the busiest server, and data of its shard, at the shard count in service. */
export function loadInService(plan: Plan, t: TermWriter): { readonly tps: string; readonly tb: string } {
  const isSharded = plan.central?.shards.some((shards) => shards > 1) ?? false;
  const share = shareFactor(plan, "vertical");
  return serverLoad(plan, t, "server", isSharded ? "shards" : "1", `tps_peak${share}`, `tb${share}`);
}

/** A text of the server in service, step by step, with the evidence for its choice. */
function ofServer(plan: Plan, t: TermWriter, ofShape: (shape: ServerShape) => string): string {
  t.because(serverEvidence(plan, t));
  return inService(plan, ofShape);
}

/** A number of the server in service; one that a shape does not bound is `unbounded`. */
export function serverNumber(plan: Plan, t: TermWriter, number: ShapeNumber, unbounded = (): string => "no_limit"): string {
  return ofServer(plan, t, (shape) => (shape[number] === null ? unbounded() : shapeNumber(plan, t, "vertical", shape, number)));
}

/** Rent of the server in service. */
export function serverRent(plan: Plan, t: TermWriter): string {
  return ofServer(plan, t, (shape) => shapeRent(plan, t, "vertical", shape));
}

/** Terms of the central part: what the server in service has. */
export const CENTRAL_TERMS: TermDefinitions = {
  server_storage_or_need: ["TB", (plan, t) => serverNumber(plan, t, "storageTb", () => serverNeed(plan, t, "storage"))],
};
