import { ENTRIES, MODEL_NAMES, SUBJECTS } from "../../src/engine/model/model";
import { generatedFiles } from "./generate";

/** The generated files of the model, by their path, not formatted. */
export const files = generatedFiles([...ENTRIES.values()], MODEL_NAMES, SUBJECTS);
