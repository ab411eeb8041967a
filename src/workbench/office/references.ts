import { HostError } from "./errors";
import type { HostObject } from "./objects";

/** Objects that outlive their batch, by the name that the library has for each. */
export interface References {
  readonly keep: (kept: HostObject) => string;
  readonly get: (name: string) => HostObject;
  readonly remove: (name: string) => void;
}

export function createReferences(): References {
  const kept = new Map<string, HostObject>();
  let count = 0;
  return {
    keep: (reference) => {
      count += 1;
      const name = `reference-${count}`;
      kept.set(name, reference);
      return name;
    },
    get: (name) => {
      const reference = kept.get(name);
      if (reference === undefined) throw new HostError("InvalidReference");
      return reference;
    },
    remove: (name) => void kept.delete(name),
  };
}
