import { COMPONENTS } from "../cost/components";
import { FIXED_LINES } from "../stockLines";
import { DEALS } from "./deals";
import { DECIDED } from "./decided";
import { DEMAND } from "./demand";
import type { Entry } from "./entry";
import type { Names } from "./language/names";
import { FLEETS } from "./fleets";
import { HARDWARE, PLACES, REPLACEMENTS, RESIDUAL } from "./hardware";
import { NETWORK } from "./network";
import { PEOPLE } from "./people";
import { PRICES } from "./prices";
import { PROJECTS } from "./projects";
import { RISK } from "./risk";
import { SETS } from "./rows";
import { SERVERS } from "./servers";
import { SERVICE } from "./service";
import { SOFTWARE } from "./software";
import { STORAGE } from "./storage";

/** The entries of the model by subject: THE list of its formulas. */
export const SUBJECTS: Readonly<Record<string, readonly Entry[]>> = {
  decided: DECIDED,
  prices: PRICES,
  demand: DEMAND,
  servers: SERVERS,
  fleets: FLEETS,
  storage: STORAGE,
  hardware: [...HARDWARE, ...PLACES, ...REPLACEMENTS, ...RESIDUAL],
  software: SOFTWARE,
  network: NETWORK,
  service: SERVICE,
  people: PEOPLE,
  deals: DEALS,
  projects: PROJECTS,
  risk: RISK,
};

export const ENTRIES: ReadonlyMap<string, Entry> = new Map(
  Object.values(SUBJECTS)
    .flat()
    .map((entry) => [entry.id, entry]),
);

/** Lines that are no entries. */
const WRITTEN_LINES: ReadonlySet<string> = new Set(
  [...FIXED_LINES, ...COMPONENTS].filter((line) => !("formula" in line)).map(({ id }) => id),
);

/** What formulas can name. */
export const MODEL_NAMES: Names = { entries: ENTRIES, sets: SETS, lines: WRITTEN_LINES };
