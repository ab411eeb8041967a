/** Members that JavaScript itself asks an object for. */
const ASKED_BY_LANGUAGE: ReadonlySet<PropertyKey> = new Set(["then", "toJSON", "constructor"]);

function missing(type: string, key: PropertyKey): Error {
  return new Error(`${type}.${String(key)} is not in the workbench. It runs in Excel only, or belongs into src/workbench/office.`);
}

/** The object behind a guard: a member of the real API that the workbench does not have throws instead of being undefined. */
export function strict<Target extends object>(target: Target, type: string): Target {
  return new Proxy(target, {
    get(inner, key, receiver) {
      if (typeof key === "symbol" || key in inner || ASKED_BY_LANGUAGE.has(key)) return Reflect.get(inner, key, receiver) as unknown;
      throw missing(type, key);
    },
    set(inner, key, value, receiver) {
      if (typeof key === "symbol" || key in inner) return Reflect.set(inner, key, value, receiver);
      throw missing(type, key);
    },
  });
}
