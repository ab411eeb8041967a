import type { Issue } from "../errors";
import { parseKey } from "../catalogue/keys";
import { ARCHITECTURES } from "../plan/setting";
import { project } from "../plan/project";
import type { Reference } from "../catalogue/reference";
import type { Assumptions, ScenarioMap } from "../catalogue/resolved";
import type { Value } from "../catalogue/values";

/** Keys that labels, metrics, advice or the reading of a scenario use, and not its lines. */
const READ_ELSEWHERE = /^(plan|finance|advice|user|deals|report)\.|^demand\.(volume_name|growth|season)|^staff\.roles$/;

/** A map that notes which keys are read. */
class NotingMap extends Map<string, Value> {
  constructor(
    entries: ScenarioMap,
    private readonly note: (key: string) => void,
  ) {
    super(entries);
  }

  override get(key: string): Value | undefined {
    // The constructor of Map fills itself before this class has its fields.
    (this.note as ((key: string) => void) | undefined)?.(key);
    return super.get(key);
  }
}

/** The keys that the projections of a scenario under all architectures read. */
export function keysRead(a: Assumptions, reference: Reference): ReadonlySet<string> {
  const read = new Set<string>();
  const stated = new NotingMap(a.stated, (key) => read.add(key));
  const noting = new Proxy(
    { ...a, stated },
    {
      get: (target, key): unknown => {
        read.add(String(key));
        return target[key as keyof Assumptions];
      },
    },
  );
  for (const architecture of ARCHITECTURES) project(noting, architecture, reference);
  return read;
}

/**
 * Warnings about stated values that change nothing: no line under any architecture reads them as the scenario stands, and they differ from the default.
 * Rows of tables are not judged.
 */
export function unreadKeys(a: Assumptions, reference: Reference): readonly Issue[] {
  const stated = [...a.stated].filter(([key, value]) => {
    const parsed = parseKey(key);
    return parsed !== undefined && parsed.table === undefined && !READ_ELSEWHERE.test(key) && value !== parsed.assumption.default;
  });
  if (stated.length === 0) return [];
  const read = keysRead(a, reference);
  return stated
    .filter(([key]) => !read.has(key))
    .map(([key]) => ({
      severity: "warning",
      code: "no-effect",
      key,
      message: `${key} has no effect in this scenario.`,
    }));
}
