import { CENTRAL_TERMS } from "../../capacity/centralTerms";
import { NODE_TERMS } from "../../capacity/nodeTerms";
import type { TermDefinitions } from "../../lines";

/** THE list of terms that stand between lines and keys. Formulas call them by name. */
export const TERMS: TermDefinitions = {
  ...CENTRAL_TERMS,
  ...NODE_TERMS,
};
