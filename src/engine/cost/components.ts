import { DEALS } from "../model/deals";
import type { Cost, Entry } from "../model/entry";
import { HARDWARE, PLACES, REPLACEMENTS, RESIDUAL } from "../model/hardware";
import { NETWORK } from "../model/network";
import { PEOPLE } from "../model/people";
import { PROJECTS } from "../model/projects";
import { RISK } from "../model/risk";
import { SOFTWARE } from "../model/software";
import { STORAGE } from "../model/storage";
import type { CostComponent } from "./component";

/** The cost lines among entries of the model. */
const costsOf = (entries: readonly Entry[]): readonly Cost[] => entries.filter((entry): entry is Cost => "costPool" in entry);

/** THE list of cost lines. Totals, charts, sheets, help and laws loop over it. */
export const COMPONENTS: readonly CostComponent[] = [
  ...costsOf(HARDWARE),
  ...costsOf(STORAGE),
  ...costsOf(PLACES),
  ...costsOf(SOFTWARE),
  ...costsOf(NETWORK),
  ...costsOf(PEOPLE),
  ...costsOf(DEALS),
  ...costsOf(PROJECTS),
  ...costsOf(REPLACEMENTS),
  ...costsOf(RISK),
  ...costsOf(RESIDUAL),
];
