import { CAPACITY } from "./capacity";
import { DEALS } from "./deals";
import { DEMAND } from "./demand";
import type { Entry } from "./entry";
import type { Names } from "./language/names";
import { FLEETS } from "./fleets";
import { HARDWARE, PLACES, REPLACEMENTS, RESIDUAL } from "./hardware";
import { NEED } from "./need";
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
  prices: PRICES,
  demand: DEMAND,
  need: NEED,
  servers: SERVERS,
  capacity: CAPACITY,
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

/** What formulas can name. */
export const MODEL_NAMES: Names = { entries: ENTRIES, sets: SETS };
