import { CLASSES } from "./classes";
import { HostError } from "./errors";
import type { Host, HostObject } from "./objects";
import { memberName } from "./wire";

type Member = (...args: unknown[]) => unknown;
type Kind = "values" | "setters" | "objects" | "methods";

/** A class whose targets are any: which target belongs to which class, the object itself says. */
type AnyClass = { readonly [Key in Kind]?: Readonly<Record<string, Member | undefined>> } & {
  readonly id?: (target: unknown, host: Host) => string;
  readonly items?: (target: unknown, host: Host) => readonly HostObject[];
};

export function classOf({ type }: HostObject): AnyClass {
  return CLASSES[type] as unknown as AnyClass;
}

/** What Excel says of a member that it does not have. */
export function notFound({ type }: HostObject, name: string): HostError {
  return new HostError("ApiNotFound", undefined, `${type}.${memberName(name)}`);
}

/** A member of an object by its name on the wire. */
export function member(owner: HostObject, kind: Kind, name: string): Member {
  const found = classOf(owner)[kind]?.[memberName(name)];
  if (found === undefined) throw notFound(owner, name);
  return found;
}

/** By what the library finds an object again: without an id it knows it for one batch only. */
export function identity(found: HostObject, host: Host): object {
  const { id, values = {} } = classOf(found);
  // An id that people can read is told under its name.
  return id === undefined ? {} : { ["id" in values ? "Id" : "_Id"]: id(found.target, host) };
}
