/** Workers of a page without a browser: each a thread that has what a worker's script asks for. */

import { Worker as Thread } from "node:worker_threads";

/** What a script of the page finds in its thread. */
const SURROUNDINGS = `
  const { parentPort, workerData } = require("node:worker_threads");
  const { readFileSync } = require("node:fs");
  const { runInThisContext } = require("node:vm");
  const run = (path) => runInThisContext(readFileSync(path, "utf8"), { filename: path });
  globalThis.self = globalThis;
  globalThis.location = { href: workerData.url, toString: () => workerData.url };
  globalThis.postMessage = (message) => parentPort.postMessage(message);
  globalThis.importScripts = (...urls) => urls.forEach((url) => run(workerData.folder + new URL(url, workerData.url).pathname));
  const listeners = [];
  globalThis.addEventListener = (type, listener) => type === "message" && listeners.push(listener);
  parentPort.on("message", (data) => listeners.forEach((listener) => listener({ data })));
  run(workerData.path);
`;

type Listener = (event: { readonly data?: unknown; readonly preventDefault: () => void }) => void;

/** The class Worker of one page, and the end of all that it has begun. */
export function workersOf(pathOf: (url: string) => string) {
  const threads = new Set<Thread>();
  class PageWorker {
    private readonly thread: Thread;

    constructor(address: URL | string) {
      const url = String(address);
      const folder = pathOf(new URL("/", url).href).replace(/\/$/, "");
      this.thread = new Thread(SURROUNDINGS, { eval: true, workerData: { url, folder, path: pathOf(url) } });
      threads.add(this.thread);
    }

    addEventListener(type: "message" | "error", listener: Listener) {
      const preventDefault = () => undefined;
      this.thread.on(type, (data: unknown) => listener({ data, preventDefault }));
    }

    postMessage(message: unknown) {
      this.thread.postMessage(message);
    }

    terminate() {
      void this.thread.terminate();
    }
  }
  return { Worker: PageWorker, end: () => Promise.all([...threads].map((thread) => thread.terminate())) };
}
