import { HostError } from "./errors";
import { member } from "./members";
import { type Host, type HostObject, object } from "./objects";
import type { References } from "./references";
import { type ArgumentInfo, type Batch, type ObjectPath, PATH } from "./wire";

/** What a path leads to: an object, nothing, or the services beside the workbook. */
export type Found = HostObject | "services" | null;

export interface Paths {
  /** What a path leads to; found when it is first asked for, and the same from then on. */
  readonly resolve: (id: number) => Promise<Found>;
  readonly argumentsOf: (info: ArgumentInfo | undefined) => Promise<unknown[]>;
}

/** A range on a sheet that is deleted is found no more. */
function requireItsSheet(kept: HostObject, { grid }: Host): HostObject {
  if (kept.type !== "Range" || grid.sheets.list().some(({ id }) => id === kept.target.sheetId)) return kept;
  throw new HostError("InvalidReference");
}

/** Reads arguments: values, and objects that paths lead to, also within arrays. */
function argumentReader(resolve: Paths["resolve"]): Paths["argumentsOf"] {
  const argument = async (value: unknown, reference: unknown): Promise<unknown> => {
    if (typeof reference === "number" && reference > 0) return resolve(reference);
    if (!Array.isArray(value) || !Array.isArray(reference)) return value;
    return Promise.all(value.map((each, index) => argument(each, reference[index])));
  };
  return ({ Arguments = [], ReferencedObjectPathIds = [] } = {}) =>
    Promise.all(Arguments.map((value, index) => argument(value, ReferencedObjectPathIds[index])));
}

/** The paths of a batch; `locate` hears of each member that is asked on the way. */
export function createPaths(
  { ObjectPaths }: Batch,
  host: Host,
  references: References,
  locate: (owner: HostObject, name: string) => void,
): Paths {
  const found = new Map<number, Found>();

  const argumentsOf = argumentReader(resolve);

  async function child(parent: HostObject, { ObjectPathType, Name, ArgumentInfo: info }: ObjectPath): Promise<Found> {
    const name = ObjectPathType === PATH.indexer ? "getItem" : Name;
    locate(parent, name);
    if (ObjectPathType === PATH.property) return member(parent, "objects", name)(parent.target, host) as HostObject;
    // What a caller leaves out comes as null.
    const given = (await argumentsOf(info)).map((value) => value ?? undefined);
    const result = (await member(parent, "methods", name)(parent.target, host, ...given)) as HostObject | undefined;
    if (result === undefined && !name.endsWith("OrNullObject")) throw new HostError("ItemNotFound");
    return result ?? null;
  }

  async function find(path: ObjectPath | undefined): Promise<Found> {
    if (path === undefined) return null;
    switch (path.ObjectPathType) {
      case PATH.root:
        return object("Workbook", "workbook");
      case PATH.service:
        return "services";
      case PATH.reference:
        return requireItsSheet(references.get(path.Name), host);
      case PATH.none:
        return null;
    }
    const parent = await resolve(path.ParentObjectPathId ?? 0);
    return parent === null || parent === "services" ? null : child(parent, path);
  }

  async function resolve(id: number): Promise<Found> {
    if (!found.has(id)) found.set(id, await find(ObjectPaths[id]));
    return found.get(id) ?? null;
  }

  return { resolve, argumentsOf };
}
