import { wordsOfFailure } from "./host";
import type { EffectContext } from "./host";

export const NOT_LOADED = "This part of the pane could not be loaded. Check the connection, then try again.";

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
 * Effects whose code is loaded when one of them is first wanted: most of it belongs to screens that are seldom opened. That code could not be loaded is said of a
 * failed download alone; what an effect throws is said in its own words, and kept in the console.
 */
export function onDemand<Group extends object>({ dispatch }: Pick<EffectContext, "dispatch">, load: () => Promise<Group>): Group {
  const group = loadOnce(load);
  const fail = (failure: string, error: unknown): void => {
    console.error(error);
    dispatch({ type: "failed", failure });
  };
  const call =
    (name: string | symbol): Effect =>
    async (...args) => {
      const effects = await group().catch((error: unknown) => fail(NOT_LOADED, error));
      try {
        await (effects as Readonly<Record<string | symbol, Effect>> | undefined)?.[name]?.(...args);
      } catch (error) {
        fail(wordsOfFailure(error), error);
      }
    };
  return new Proxy({} as Group, { get: (_target, name) => call(name) });
}
