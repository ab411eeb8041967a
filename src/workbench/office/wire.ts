/** A batch as the library sends it, and its answer. */

/** Actions, and the paths to the objects that they are about. */
export interface Batch {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

export interface Query {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: Query;
}

export interface ObjectPath {
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export const PATH = { root: 1, service: 2, method: 3, property: 4, indexer: 5, reference: 6, none: 7 } as const;
export const ACTION = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5 } as const;

export interface BatchAnswer {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: readonly number[];
  readonly Error?: BatchError;
}

export interface BatchError {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  readonly HttpStatusCode: number;
  readonly ActionIndex: number;
}

/** Names on the wire that are not those of the typings. */
const ALIASES: Readonly<Record<string, string>> = { gridlines: "showGridlines" };

/** The typings' name of what the wire calls by a capital. */
export function memberName(name: string): string {
  const camel = name.charAt(0).toLowerCase() + name.slice(1);
  return ALIASES[camel] ?? camel;
}

export const wireName = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
