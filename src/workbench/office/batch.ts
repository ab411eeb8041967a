import { HostError } from "./errors";
import { identity, member } from "./members";
import type { Host, HostObject } from "./objects";
import { type Found, createPaths } from "./paths";
import { readObject } from "./query";
import type { References } from "./references";
import { ACTION, type Action, type Batch, type BatchAnswer, type BatchError, memberName } from "./wire";

/** The library counts handlers by these; this host tells every event, and the library calls those that ask for it. */
const EVENT_REGISTRATION = /^_(Unr|R)egister\w+Event$/;

function requireUndo({ type }: HostObject, name: string, { isOneStep, settings }: Host) {
  if (isOneStep && settings.withoutUndo.includes(`${type}.${memberName(name)}`)) throw new HostError("UndoNotSupported");
}

/** What fails in the grid itself is, as in Excel, an internal error: its own words are for the person who reads the console. */
function hostErrorOf(error: unknown): HostError {
  if (error instanceof HostError) return error;
  console.error(error);
  return new HostError("GeneralException");
}

/** What the library does for itself: it keeps objects, lets them go, and registers for events. `kept` are names by path. */
function keepsHouse(owner: HostObject | null, action: Action, references: References, kept: Map<number, string>): boolean {
  const { Name, ObjectPathId, ArgumentInfo: info } = action;
  if (EVENT_REGISTRATION.test(Name)) return true;
  if (Name === "_RemoveReference") references.remove(String(info?.Arguments?.[0]));
  else if (Name !== "_KeepReference") return false;
  else if (owner !== null) kept.set(ObjectPathId, references.keep(owner));
  return true;
}

/** How actions are carried out; each answers undefined where the library waits for no value. */
function createActions(batch: Batch, host: Host, references: References, locate: (owner: HostObject, name: string) => void) {
  const { resolve, argumentsOf } = createPaths(batch, host, references, locate);
  /** Names under which objects of this batch outlive it, by their path. */
  const kept = new Map<number, string>();

  function instantiate(owner: HostObject | null, { ObjectPathId }: Action): unknown {
    const reference = kept.get(ObjectPathId);
    return owner && { ...identity(owner, host), ...(reference !== undefined && { _ReferenceId: reference }) };
  }

  async function query(owner: HostObject | null, { QueryInfo = {} }: Action): Promise<unknown> {
    // What follows writes sees what the formulas make of them.
    await host.grid.settled();
    return owner && readObject(owner, QueryInfo, host);
  }

  async function set(owner: HostObject, { Name, ArgumentInfo: info }: Action): Promise<undefined> {
    const [value] = await argumentsOf(info);
    requireUndo(owner, Name, host);
    await member(owner, "setters", Name)(owner.target, value, host);
    return undefined;
  }

  async function call(owner: HostObject, { Name, ArgumentInfo: info }: Action): Promise<unknown> {
    const given = (await argumentsOf(info)).map((value) => value ?? undefined);
    const result = (await member(owner, "methods", Name)(owner.target, host, ...given)) as { readonly value?: unknown } | undefined;
    return result?.value;
  }

  async function actOn(owner: HostObject | null, action: Action): Promise<unknown> {
    if (action.ActionType === ACTION.instantiate) return instantiate(owner, action);
    if (action.ActionType === ACTION.query) return query(owner, action);
    if (keepsHouse(owner, action, references, kept)) return undefined;
    if (owner === null) throw new HostError("InvalidObjectPath");
    return action.ActionType === ACTION.set ? set(owner, action) : call(owner, action);
  }

  async function serve({ ActionType, Name, ArgumentInfo: info }: Action): Promise<unknown> {
    return ActionType === ACTION.method ? host.serve(memberName(Name), await argumentsOf(info)) : {};
  }

  return async function act(action: Action): Promise<unknown> {
    if (action.ActionType === ACTION.trace) return null;
    const owner: Found = await resolve(action.ObjectPathId);
    if (owner === "services") return serve(action);
    if (owner !== null) locate(owner, action.Name);
    return actOn(owner, action);
  };
}

function answerOf(batch: Batch, results: BatchAnswer["Results"], error?: BatchError): BatchAnswer {
  const done = batch.Actions.slice(0, error?.ActionIndex);
  const traces = done.filter(({ ActionType }) => ActionType === ACTION.trace).map(({ Id }) => Id);
  return { Results: results, TraceIds: traces, ...(error && { Error: error }) };
}

/** Runs the actions of a batch in their order. The first that fails ends it: what ran before it stays. */
export async function runBatch(batch: Batch, host: Host, references: References): Promise<BatchAnswer> {
  let location = "";
  const locate = ({ type }: HostObject, name: string) => {
    location = name === "" ? type : `${type}.${memberName(name)}`;
  };
  const act = createActions(batch, host, references, locate);
  const results: { readonly ActionId: number; readonly Value: unknown }[] = [];
  for (const [index, action] of batch.Actions.entries()) {
    try {
      const value = await act(action);
      if (value !== undefined) results.push({ ActionId: action.Id, Value: value });
    } catch (thrown) {
      const { code, message, location: inside = location } = hostErrorOf(thrown);
      // For the person who writes the add-in: it may well be in Excel.
      if (code === "ApiNotFound") console.warn(`Excel.${inside} is not in the workbench: its class is in src/workbench/office.`);
      const error = { Code: code, Message: message, Location: inside, HttpStatusCode: 400, ActionIndex: index };
      return answerOf(batch, results, error);
    }
  }
  return answerOf(batch, results);
}
