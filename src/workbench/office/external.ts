import type { Grid } from "../grid/grid";
import { runBatch } from "./batch";
import { type Commands, createCommands } from "./commands";
import { tellEvents } from "./events";
import { type SafeArray, hostInfo, programContext, safeArray } from "./program";
import type { Host } from "./objects";
import { createReferences } from "./references";
import type { HostSettings } from "./settings";
import { type Batch, PATH } from "./wire";

type Callback = (answer: SafeArray) => void;
type Handler = (id: number, message: SafeArray) => void;

/** What the library calls of the object that Excel for Windows puts into its pages. */
export interface External {
  readonly GetHostInfo: () => string;
  readonly GetLoggingAllowed: () => boolean;
  readonly GetContext: () => object;
  readonly Execute: (id: number, parameters: readonly unknown[], callback: Callback) => void;
  readonly RegisterEvent: (id: number, target: string, handler: Handler, callback: Callback) => void;
  readonly UnregisterEvent: (id: number, target: string, callback: Callback) => void;
}

/** What a function gave: the invocation's id, whether it went well, and its value or its error's words and number. */
export type FunctionResult = readonly [id: number, isResult: boolean, value: unknown, errorCode?: number];

/** A call of a function, as the library takes it: its id, the function, its arguments and where it is called from. */
export type Invocation = readonly [
  id: number,
  name: string,
  given: readonly unknown[],
  address: string,
  flags: number,
  places: readonly string[],
];

/** Excel beside its workbook: what the library's services ask of it. */
export interface Surroundings {
  readonly setPaneVisible: (isVisible: boolean) => void;
  readonly takeResults: (results: readonly FunctionResult[]) => void;
}

/** Excel's side of the library in one page. */
export interface ExcelHost {
  readonly external: External;
  /** Has the library call functions, all of one round. */
  readonly invoke: (calls: readonly Invocation[]) => void;
  /** Runs a command of the ribbon; resolves when the command says that it is done. */
  readonly runCommand: (name: string) => Promise<void>;
  /** Makes one step of undo of all that the work writes. */
  readonly inOneStep: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Resolves when no cell is being edited. */
  readonly cellEditClosed: () => Promise<void>;
}

/** Numbers by which the library names what it asks: batches, messages to it, commands and that one is done, and the selection. */
const ASKED = { batch: 93, message: 33, command: 39, commandDone: 94, selection: 2 } as const;
const ANSWERED = { done: 0, unknown: 1, cellIsEdited: 5004 } as const;
const CATEGORY = { functions: 1 } as const;
const INVOKE = 1000;
const DELAY_FOR_CELL_EDIT = 64;

/** Those in the page who listen, by what they listen to. */
function createListeners() {
  const handlers: { readonly id: number; readonly target: string; readonly handler: Handler }[] = [];
  const raise = (id: number, message: SafeArray) => {
    for (const each of [...handlers]) if (each.id === id) each.handler(id, message);
  };
  return {
    raise,
    send: (messages: readonly (readonly [category: number, type: number, target: string, message: unknown])[]) => {
      const entries = messages.map(([category, type, target, message]) =>
        safeArray(category, type, target, JSON.stringify(message), 0, false),
      );
      raise(ASKED.message, safeArray(...entries));
    },
    add: (id: number, target: string, handler: Handler) => void handlers.push({ id, target, handler }),
    remove: (id: number, target: string) => {
      const index = handlers.findIndex((each) => each.id === id && each.target === target);
      if (index >= 0) handlers.splice(index, 1);
    },
  };
}

function createServices({ setPaneVisible, takeResults }: Surroundings, functionsReady: () => void) {
  const services: Readonly<Record<string, (first: unknown) => unknown>> = {
    getAppRuntimeState: () => "Visible",
    setAppRuntimeState: (state) => {
      setPaneVisible(state === "Visible");
    },
    setInvocationArrayResults: (results) => {
      takeResults(results as FunctionResult[]);
    },
    _GetEnabledFeatures: () => [],
    _SetOsfControlContainerReadyForCustomFunctions: functionsReady,
  };
  return (name: string, [first]: readonly unknown[]) => services[name]?.(first);
}

/** Whether a batch is about the workbook; what the services do, they do while a cell is being edited, too. */
function isOfWorkbook({ ObjectPaths }: Batch): boolean {
  return Object.values(ObjectPaths).every(({ ObjectPathType }) => ObjectPathType !== PATH.service);
}

/** Runs batches one after the other. */
function createRunner(
  gridReady: Promise<Grid>,
  { settings, serve, isOneStep }: Omit<Host, "grid" | "isOneStep"> & { isOneStep: () => boolean },
) {
  const references = createReferences();
  let last: Promise<unknown> = Promise.resolve();
  async function run(grid: Grid, body: Batch, callback: Callback) {
    const answer = last.then(() => runBatch(body, { grid, settings, isOneStep: isOneStep(), serve }, references));
    last = answer.catch(() => undefined);
    const text = JSON.stringify(await answer);
    callback(safeArray(ANSWERED.done, safeArray(200, safeArray("Content-Type", "application/json"), text)));
  }
  return async function execute(body: Batch, flags: number, callback: Callback) {
    const grid = await gridReady;
    const isRefused = grid.cellEdit.isOpen() && isOfWorkbook(body);
    if (isRefused && (flags & DELAY_FOR_CELL_EDIT) === 0) {
      callback(safeArray(ANSWERED.cellIsEdited, null));
      return;
    }
    if (isRefused) await grid.cellEdit.closed();
    await run(grid, body, callback);
  };
}

type Listeners = ReturnType<typeof createListeners>;
type Execute = ReturnType<typeof createRunner>;

function createExternal(settings: HostSettings, { add, remove }: Listeners, execute: Execute, commandDone: Commands["end"]): External {
  const done = (callback: Callback) => callback(safeArray(ANSWERED.done));
  return {
    GetHostInfo: () => hostInfo(settings),
    GetLoggingAllowed: () => false,
    GetContext: () => programContext(settings),
    Execute: (id, parameters, callback) => {
      if (id === ASKED.batch) {
        const [, , , , body, , flags] = parameters[0] as readonly unknown[];
        void execute(JSON.parse(String(body)) as Batch, Number(flags), callback);
      } else if (id === ASKED.commandDone) {
        commandDone(String(parameters[0]), parameters[1] === ANSWERED.done);
        done(callback);
      } else callback(safeArray(ANSWERED.unknown));
    },
    RegisterEvent: (id, target, handler, callback) => {
      add(id, target, handler);
      done(callback);
    },
    UnregisterEvent: (id, target, callback) => {
      remove(id, target);
      done(callback);
    },
  };
}

/** Excel as the library meets it, over a grid that may still be opening. */
export function createExcelHost(gridReady: Promise<Grid>, settings: HostSettings, surroundings: Surroundings): ExcelHost {
  const listeners = createListeners();
  const { raise, send } = listeners;
  const commands = createCommands((id, name) => raise(ASKED.command, safeArray(id, name, JSON.stringify({ source: { id: name } }))));
  let steps = 0;
  let functionsReady = () => {};
  const whenReady = new Promise<void>((resolve) => (functionsReady = resolve));
  const serve = createServices(surroundings, functionsReady);
  const execute = createRunner(gridReady, { settings, serve, isOneStep: () => steps > 0 });
  const selected = () => raise(ASKED.selection, safeArray());
  void gridReady.then((grid) => tellEvents(grid, { send: (...message) => send([message]), selected }));
  return {
    external: createExternal(settings, listeners, execute, commands.end),
    invoke: (calls) => void whenReady.then(() => send(calls.map((each) => [CATEGORY.functions, INVOKE, "", each]))),
    runCommand: commands.begin,
    inOneStep: async (work) => {
      const grid = await gridReady;
      steps += 1;
      try {
        return await grid.inOneStep(work);
      } finally {
        steps -= 1;
      }
    },
    cellEditClosed: async () => (await gridReady).cellEdit.closed(),
  };
}
