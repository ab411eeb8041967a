import { failedWith } from "./failure";
import type { EffectContext } from "./host";

type Effect = (...given: readonly unknown[]) => Promise<void>;

/** The code of a group, loaded once; a failed download is tried again the next time. */
function loadOnce<Group>(load: () => Promise<Group>): () => Promise<Group> {
  let loaded: Promise<Group> | undefined;
  return () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
}

/**
 * Effects whose code is loaded when one of them is first wanted: most of it belongs to screens that are seldom opened. What they throw is told by the pane, and
 * left in the console.
 */
export function onDemand<Group extends object>({ dispatch }: Pick<EffectContext, "dispatch">, load: () => Promise<Group>): Group {
  const group = loadOnce(load);
  const call =
    (name: string | symbol): Effect =>
    async (...args) => {
      try {
        await ((await group()) as Readonly<Record<string | symbol, Effect>>)[name]?.(...args);
      } catch (error) {
        console.error(error);
        dispatch(failedWith(error));
      }
    };
  return new Proxy({} as Group, { get: (_target, name) => call(name) });
}
