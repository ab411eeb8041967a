/** What the page finds in a browser's database, and what it does where that fails. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

type Handlers = Record<"onsuccess" | "onerror" | "onblocked" | "onabort" | "oncomplete", (() => void) | undefined>;
type FakeRequest = Partial<Handlers> & { readonly result?: unknown; readonly error?: Error };

/** A request that calls one of its handlers soon, or none. */
function answering(handler: keyof Handlers | undefined, more: Omit<FakeRequest, keyof Handlers> = {}): FakeRequest {
  const request: FakeRequest = { ...more };
  if (handler !== undefined) setTimeout(() => request[handler]?.());
  return request;
}

const refused = (name: string) => new DOMException("Storage is switched off.", name);

function throwing(name: string): () => never {
  return () => {
    throw refused(name);
  };
}

/** A database that opens, with these objects. */
function opening(get: (key: string) => FakeRequest, transaction?: () => never) {
  const objects = { get };
  return { open: () => answering("onsuccess", { result: { transaction: transaction ?? (() => ({ objectStore: () => objects })) } }) };
}

/** The module as a page that has just been opened has it. */
async function freshDatabase(indexedDB: unknown) {
  vi.resetModules();
  vi.stubGlobal("indexedDB", indexedDB);
  return import("../../../src/workbench/page/database");
}

async function read(indexedDB: unknown) {
  const { readStored } = await freshDatabase(indexedDB);
  const reading = readStored();
  await vi.advanceTimersByTimeAsync(10_000);
  return reading;
}

describe("a page can read nothing, and so must write nothing, where the database", () => {
  it.each<[string, unknown]>([
    ["does not exist", undefined],
    ["is null, as in some private windows", null],
    ["may not be opened", { open: throwing("SecurityError") }],
    ["refuses to be opened", { open: () => answering("onerror", { error: refused("InvalidStateError") }) }],
    ["is blocked by another version", { open: () => answering("onblocked") }],
    ["is never opened", { open: () => answering(undefined) }],
    ["has no store", opening(() => answering("onsuccess"), throwing("NotFoundError"))],
    ["can't be read", opening(() => answering("onerror", { error: refused("UnknownError") }))],
    ["throws when it is read", opening(throwing("DataError"))],
    ["never says what it has", opening(() => answering(undefined))],
    ["says one thing and not the other", opening((key) => answering(key.endsWith("workbook") ? "onsuccess" : undefined))],
  ])("%s", async (_, indexedDB) => {
    expect(await read(indexedDB)).toEqual({ workbooks: [], isReadable: false });
  });

  it("may not be touched", async () => {
    const { readStored } = await freshDatabase(undefined);
    Object.defineProperty(globalThis, "indexedDB", { get: throwing("SecurityError"), configurable: true });
    expect(await readStored()).toEqual({ workbooks: [], isReadable: false });
  });
});

describe("a page reads", () => {
  it.each<[string, Record<string, unknown>, unknown[]]>([
    ["nothing on a first visit", {}, []],
    ["the workbook of the last visit", { "tco-planner-workbook": { name: "newest" } }, [{ name: "newest" }]],
    [
      "the one before it as well",
      { "tco-planner-workbook": { name: "newest" }, "tco-planner-workbook-opened": { name: "before" } },
      [{ name: "newest" }, { name: "before" }],
    ],
    ["the one before it where the newest is gone", { "tco-planner-workbook-opened": { name: "before" } }, [{ name: "before" }]],
  ])("%s", async (_, kept, workbooks) => {
    expect(await read(opening((key) => answering("onsuccess", { result: kept[key] })))).toEqual({ workbooks, isReadable: true });
  });
});

/** A database with what it keeps, in which other tabs write, too. */
function keeping(kept: Map<string, unknown>, put: (key: string, value: unknown) => void = (key, value) => void kept.set(key, value)) {
  const transaction = () => {
    const changes: (() => void)[] = [];
    const made: FakeRequest & { error?: Error; abort: () => void } = {
      abort: () => {
        changes.length = 0;
        made.oncomplete = made.onabort;
      },
    };
    const objects = {
      transaction: made,
      get: (key: string) => answering("onsuccess", { result: kept.get(key) }),
      put: (value: unknown, key: string) => {
        put(key, value);
        changes.push(() => kept.set(key, value));
      },
      delete: (key: string) => changes.push(() => kept.delete(key)),
    };
    setTimeout(() => {
      for (const change of changes) change();
      made.oncomplete?.();
    }, 5);
    return { objectStore: () => objects };
  };
  return { open: () => answering("onsuccess", { result: { transaction } }) };
}

const VERSION = "tco-planner-workbook-version";

async function writing(indexedDB: unknown, between: () => void) {
  const { readStored, writeWorkbook } = await freshDatabase(indexedDB);
  const run = async () => {
    await readStored();
    between();
    await writeWorkbook({ name: "first" });
    await writeWorkbook({ name: "second" });
  };
  const outcome = run().then(
    () => "saved",
    (error: unknown) => String(error),
  );
  await vi.advanceTimersByTimeAsync(60_000);
  return outcome;
}

describe("a page saves", () => {
  it("each time over what it has read or saved itself", async () => {
    const kept = new Map<string, unknown>([[VERSION, "of another visit"]]);
    expect(await writing(keeping(kept), () => undefined)).toBe("saved");
    expect(kept.get("tco-planner-workbook")).toEqual({ name: "second" });
  });

  it("nothing over the newer workbook of another tab", async () => {
    const kept = new Map<string, unknown>([["tco-planner-workbook", { name: "read" }]]);
    const outcome = await writing(keeping(kept), () => {
      kept.set("tco-planner-workbook", { name: "of another tab" }).set(VERSION, "of another tab");
    });
    expect(outcome).toContain("another tab has saved a newer workbook");
    expect(kept.get("tco-planner-workbook")).toEqual({ name: "of another tab" });
  });

  it("and says so where there is no room, with what was there before left as it was", async () => {
    const kept = new Map<string, unknown>([["tco-planner-workbook", { name: "read" }]]);
    const full = () => {
      throw refused("QuotaExceededError");
    };
    expect(await writing(keeping(kept, full), () => undefined)).toContain("QuotaExceededError");
    expect([...kept]).toEqual([["tco-planner-workbook", { name: "read" }]]);
  });
});
