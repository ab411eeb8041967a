/** The documentation blocks of the custom functions, read from their sources. */

import { functionBlocks } from "../../scripts/docs/functionBlocks.mjs";
import type { Block } from "../../scripts/docs/functionBlocks.mjs";
import { sourceTexts } from "./host";

/** One block per function, in the order of the sources. */
export const blocks: readonly Block[] = sourceTexts.flatMap(functionBlocks);
