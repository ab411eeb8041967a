/** The screens by name. All but Home are loaded when they are first opened, so that the pane opens at once. */

import type { Place } from "../places";
import type { Screen } from "./controls";
import { homeScreen } from "./home";

const loaded = new Map<Place, Screen>();
const home = homeScreen(() => loaded.get("begin"));
loaded.set("home", home);

const LOADERS: Readonly<Record<Place, () => Promise<Screen>>> = {
  home: () => Promise.resolve(home),
  begin: () => import(/* webpackChunkName: "begin" */ "./empty").then(({ begin }) => begin),
  inputs: () => import(/* webpackChunkName: "inputs" */ "./inputs").then(({ inputs }) => inputs),
  compare: () => import(/* webpackChunkName: "compare" */ "./compare").then(({ compare }) => compare),
  analyze: () => import(/* webpackChunkName: "analyze" */ "./analyze").then(({ analyze }) => analyze),
  formulas: () => import(/* webpackChunkName: "formulas" */ "./formulas").then(({ formulas }) => formulas),
  snapshots: () => import(/* webpackChunkName: "snapshots" */ "./snapshots").then(({ snapshots }) => snapshots),
  exchange: () => import(/* webpackChunkName: "exchange" */ "./exchange").then(({ exchange }) => exchange),
  repair: () => import(/* webpackChunkName: "repair" */ "./repair").then(({ repair }) => repair),
  settings: () => import(/* webpackChunkName: "settings" */ "./settings").then(({ settings }) => settings),
  help: () => import(/* webpackChunkName: "help" */ "./help").then(({ help }) => help),
};

/** Loads a screen's code; fails when it cannot be reached. */
export async function loadScreen(place: Place): Promise<void> {
  if (!loaded.has(place)) loaded.set(place, await LOADERS[place]());
}

/** A screen whose code has been loaded. */
export function screenOf(place: Place): Screen | undefined {
  return loaded.get(place);
}
