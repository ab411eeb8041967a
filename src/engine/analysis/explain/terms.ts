import { BATCH_TERMS } from "../../capacity/batchTerms";
import { CENTRAL_TERMS } from "../../capacity/centralTerms";
import { INDEX_TERMS } from "../../capacity/indexTerms";
import { NODE_TERMS } from "../../capacity/nodeTerms";
import { SERVICE_TERMS } from "../../capacity/serviceTerms";
import { PEOPLE_TERMS } from "../../cost/peopleTerms";
import { DEAL_TERMS } from "../../demand/dealTerms";
import { GROWTH_TERMS } from "../../demand/growthTerms";
import type { TermDefinitions } from "../../lines";

/** THE list of terms that stand between lines and keys. Formulas call them by name. */
export const TERMS: TermDefinitions = {
  ...GROWTH_TERMS,
  ...DEAL_TERMS,
  ...INDEX_TERMS,
  ...CENTRAL_TERMS,
  ...NODE_TERMS,
  ...BATCH_TERMS,
  ...SERVICE_TERMS,
  ...PEOPLE_TERMS,
};
