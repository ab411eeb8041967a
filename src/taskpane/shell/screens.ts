/**
 * The screens of the pane, in the order of its tabs and its menu: the one place where a screen is registered. The state of the pane, its actions, its effects and
 * what of its code is loaded when follow from here.
 */

import { ANALYZE } from "../analyze/state";
import { COMPARE } from "../compare/state";
import { EXCHANGE } from "../exchange/state";
import { FORMULAS } from "../formulas/state";
import { HOME } from "../home/state";
import { home } from "../home/view";
import { INPUTS } from "../inputs/state";
import { REPAIR } from "../repair/state";
import { SETTINGS } from "../settings/state";
import { SNAPSHOTS } from "../snapshots/state";
import type { Controls, ScreenView, ShellEffects, Slice } from "./screen";
import type { Shell, ShellAction } from "./state";

const SCREENS = {
  home: {
    label: "Home",
    isTab: true,
    slice: HOME,
    // Part of the pane at start; all others are loaded when they are first opened.
    view: () => Promise.resolve(home),
    effects: () => import("../home/effects").then(({ homeEffects }) => homeEffects),
  },
  inputs: {
    label: "Inputs",
    isTab: true,
    slice: INPUTS,
    view: () => import(/* webpackChunkName: "inputs" */ "../inputs/view").then(({ inputs }) => inputs),
    effects: () => import("../inputs/effects").then(({ inputEffects }) => inputEffects),
  },
  compare: {
    label: "Compare",
    isTab: true,
    slice: COMPARE,
    view: () => import(/* webpackChunkName: "compare" */ "../compare/view").then(({ compare }) => compare),
    effects: () => import("../compare/effects").then(({ compareEffects }) => compareEffects),
  },
  analyze: {
    label: "Analyze",
    isTab: true,
    /** It can show nothing without a model. */
    needsModel: true,
    slice: ANALYZE,
    view: () => import(/* webpackChunkName: "analyze" */ "../analyze/view").then(({ analyze }) => analyze),
    effects: () => import("../analyze/effects").then(({ analyzeEffects }) => analyzeEffects),
  },
  formulas: {
    label: "Formulas",
    isTab: true,
    slice: FORMULAS,
    view: () => import(/* webpackChunkName: "formulas" */ "../formulas/view").then(({ formulas }) => formulas),
    effects: () => import("../formulas/effects").then(({ formulaEffects }) => formulaEffects),
  },
  snapshots: {
    label: "Snapshots",
    isTab: false,
    slice: SNAPSHOTS,
    view: () => import(/* webpackChunkName: "snapshots" */ "../snapshots/view").then(({ snapshots }) => snapshots),
    effects: () => import("../snapshots/effects").then(({ snapshotEffects }) => snapshotEffects),
  },
  exchange: {
    label: "Import and export",
    isTab: false,
    slice: EXCHANGE,
    view: () => import(/* webpackChunkName: "exchange" */ "../exchange/view").then(({ exchange }) => exchange),
    effects: () => import("../exchange/effects").then(({ exchangeEffects }) => exchangeEffects),
  },
  repair: {
    label: "Repair",
    isTab: false,
    slice: REPAIR,
    view: () => import(/* webpackChunkName: "repair" */ "../repair/view").then(({ repair }) => repair),
    effects: () => import("../repair/effects").then(({ repairEffects }) => repairEffects),
  },
  settings: {
    label: "Settings",
    isTab: false,
    slice: SETTINGS,
    view: () => import(/* webpackChunkName: "settings" */ "../settings/view").then(({ settings }) => settings),
    effects: () => import("../settings/effects").then(({ settingsEffects }) => settingsEffects),
  },
  help: {
    label: "Help",
    isTab: false,
    view: () => import(/* webpackChunkName: "help" */ "../help/view").then(({ help }) => help),
  },
};

type Screens = typeof SCREENS;
export type Place = keyof Screens;

/** Screens that remember something. */
type Remembering = { [Name in Place]: Screens[Name] extends { slice: unknown } ? Name : never }[Place];
type StateOf<Name> = Name extends Remembering ? (Screens[Name]["slice"] extends Slice<infer State, never> ? State : never) : undefined;
type ActionOf<Name extends Remembering> = Parameters<Screens[Name]["slice"]["update"]>[1];

/** Screens that do something to the workbook, or ask the functions. */
type Acting = { [Name in Place]: Screens[Name] extends { effects: unknown } ? Name : never }[Place];
type EffectsOf<Name extends Acting> = ReturnType<Awaited<ReturnType<Screens[Name]["effects"]>>>;

/** Everything the pane shows. */
export type PaneState = Shell & { readonly [Name in Remembering]: StateOf<Name> };
export type Action = ShellAction<Place> | { [Name in Remembering]: ActionOf<Name> }[Remembering];
export type Effects = ShellEffects<Place> & { readonly start: () => Promise<void> } & { readonly [Name in Acting]: EffectsOf<Name> };
export type PaneControls = Controls<Action, Effects, Place>;

/** A screen as the shell uses it. What it sends and opens is what there is: the compiler compares its controls with those of the pane. */
interface Registered<Name extends Place> {
  readonly label: string;
  readonly isTab: boolean;
  readonly needsModel?: boolean;
  readonly view: () => Promise<ScreenView<StateOf<Name>, PaneControls>>;
}

const REGISTERED: { readonly [Name in Place]: Registered<Name> } = SCREENS;

export interface Entry {
  readonly id: Place;
  readonly label: string;
  readonly needsModel: boolean;
}

const isPlace = (id: string): id is Place => id in SCREENS;
const PLACES = Object.keys(SCREENS).filter(isPlace);

const entriesOf = (isTab: boolean): readonly Entry[] =>
  PLACES.filter((id) => REGISTERED[id].isTab === isTab).map((id) => ({
    id,
    label: REGISTERED[id].label,
    needsModel: REGISTERED[id].needsModel ?? false,
  }));

export const TABS = entriesOf(true);
/** Screens that are reached through the menu, so that no tab is selected while one of them is open. */
export const MENU = entriesOf(false);

/** Slices by the screens that have them. The type of an action names its screen: home/named is an action of Home. */
export const SLICES = Object.fromEntries(
  Object.entries(SCREENS).flatMap(([id, screen]) => ("slice" in screen ? [[id, screen.slice]] : [])),
) as Readonly<Record<string, Slice<unknown, unknown>>>;

type MakeEffects = (context: unknown) => object;

/** How the effects of a screen are loaded, by the screens that have some. */
export const EFFECTS = Object.fromEntries(
  Object.entries(SCREENS).flatMap(([id, screen]) => ("effects" in screen ? [[id, screen.effects]] : [])),
) as unknown as Readonly<Record<Acting, () => Promise<MakeEffects>>>;

/** A screen that has been loaded, drawn from the whole state. */
type Drawn = ScreenView<unknown, PaneControls>;

const loaded = new Map<string, Drawn>([["home", home as Drawn]]);

/** Loads a screen's code; fails when it cannot be reached. */
export async function loadScreen(place: Place): Promise<void> {
  if (!loaded.has(place)) loaded.set(place, (await REGISTERED[place].view()) as Drawn);
}

/** The open screen, once its code has been loaded, with its slice of the state. */
export function openScreen(state: PaneState): { readonly view: Drawn; readonly slice: unknown } | undefined {
  const view = loaded.get(state.place);
  return view && { view, slice: (state as unknown as Readonly<Record<string, unknown>>)[state.place] };
}
