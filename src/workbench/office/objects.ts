import type { Area, Grid } from "../grid/grid";
import type { HostSettings } from "./settings";

export interface ChartTarget {
  readonly sheetId: string;
  readonly id: string;
}

export interface SeriesTarget extends ChartTarget {
  readonly index: number;
}

/** Everything of the workbook that there is but once. */
type Only = "workbook";

/** Classes of the Excel namespace that this host has, and what an object of each means in the grid. */
export interface Targets {
  Application: Only;
  Chart: ChartTarget;
  ChartAxes: ChartTarget;
  ChartAxis: ChartTarget & { readonly axis: "categoryAxis" | "valueAxis" };
  ChartCollection: string;
  ChartFill: SeriesTarget;
  ChartLegend: ChartTarget;
  ChartLineFormat: SeriesTarget;
  ChartSeries: SeriesTarget;
  ChartSeriesCollection: ChartTarget;
  ChartSeriesFormat: SeriesTarget;
  ChartTitle: ChartTarget & { readonly part: "title" | "valueTitle" | "categoryTitle" };
  DataValidation: Area;
  FunctionResult: { readonly value: number };
  Functions: Only;
  NamedItem: string;
  NamedItemCollection: Only;
  PageLayout: string;
  Range: Area;
  RangeBorder: { readonly area: Area; readonly edge: string; style: string; color: string };
  RangeBorderCollection: Area;
  RangeFill: Area;
  RangeFont: Area;
  RangeFormat: Area;
  Setting: string;
  SettingCollection: Only;
  Table: string;
  TableCollection: { readonly sheetId: string | undefined };
  TableColumn: { readonly tableId: string; readonly index: number };
  TableColumnCollection: string;
  TableRow: { readonly index: number };
  TableRowCollection: string;
  Workbook: Only;
  Worksheet: string;
  WorksheetCollection: Only;
  WorksheetFreezePanes: string;
  WorksheetProtection: string;
}

export type ClassName = keyof Targets;

/** An object as a batch names it: its class, and what it means in the grid. */
export type HostObject = { readonly [Name in ClassName]: { readonly type: Name; readonly target: Targets[Name] } }[ClassName];

export function object<Name extends ClassName>(type: Name, target: Targets[Name]): HostObject {
  return { type, target } as unknown as HostObject;
}

/** What the members of a class are answered from. */
export interface Host {
  readonly grid: Grid;
  readonly settings: HostSettings;
  /** Whether all that is written now is one step of undo. */
  readonly isOneStep: boolean;
  /** What Excel does beside the workbook: it shows the pane, and takes what functions give. */
  readonly serve: (service: string, args: readonly unknown[]) => unknown;
}

/** An argument of a method: a value, or an object that the batch named before it. */
export type Argument = unknown;

/** Names of Microsoft's typings alone: a misspelled member does not compile. */
type Members<Name extends ClassName, Kind> = { readonly [Key in keyof (typeof Excel)[Name]["prototype"]]?: Kind };

type Method<Name extends ClassName> = (target: Targets[Name], host: Host, ...args: Argument[]) => unknown;

/** A class as a table: its values, how they are set, the objects that it leads to and what its methods do. */
export interface ExcelClass<Name extends ClassName> {
  /** By which id the library finds the object again in its next batch. */
  readonly id?: (target: Targets[Name], host: Host) => string;
  readonly values?: Members<Name, (target: Targets[Name], host: Host) => unknown>;
  readonly setters?: Members<Name, (target: Targets[Name], value: Argument, host: Host) => unknown>;
  readonly objects?: Members<Name, (target: Targets[Name], host: Host) => HostObject>;
  readonly methods?: Members<Name, Method<Name>> & { readonly _ValidateArraySize?: Method<Name> };
  /** Of a collection: what is in it. */
  readonly items?: (target: Targets[Name], host: Host) => readonly HostObject[];
}
