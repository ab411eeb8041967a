import type { Projection } from "../lines";
import type { Architecture, Service } from "./setting";
import { projector } from "./projector";
import type { Reference } from "../catalogue/reference";
import type { Assumptions } from "../catalogue/resolved";

/**
 * The projection of a scenario under an architecture: its stock and cost lines month by month, in the unit of each line; or, when it is
 * infeasible, the month and dimension in which it fails.
 * With a service, the costs of its months only: another architecture serves before or after.
 * @throws {ModelError} when a formula of the scenario cannot be read or gives no number.
 */
export function project(a: Assumptions, architecture: Architecture, reference: Reference, service?: Service): Projection {
  return projector(a, architecture, reference, { service }).projection();
}
