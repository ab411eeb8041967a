/** Opens the pane's page as it ships: a service worker answers what it asks of Microsoft's address, and waits with office.js until Excel is there. */

import { CHANNEL, NAME, mayHave } from "./libraryChannel";

/** Beside the page that it works for: a worker sees what is asked from its own folder on. */
const WORKER = "../libraryWorker.js";
const PAGE = "../taskpane.html";

function activated(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (worker.state === "activated" || worker.state === "redundant") resolve();
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

async function startWorker() {
  if (!("serviceWorker" in navigator))
    throw new Error("It needs a browser with service workers, and an address with https or on localhost.");
  const scope = new URL(PAGE, location.href).pathname;
  const { installing, waiting, active } = await navigator.serviceWorker.register(WORKER, { scope });
  const worker = installing ?? waiting ?? active;
  if (worker !== null) await activated(worker);
}

/** Opens the page in a frame; `prepare` is called with its window before office.js runs there. Resolves when the page's scripts have run. */
export async function openShippedPage(frame: HTMLIFrameElement, prepare: (window: Window) => void): Promise<Window> {
  await startWorker();
  const name = crypto.randomUUID();
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", ({ data }) => {
    if (data !== name || frame.contentWindow === null) return;
    prepare(frame.contentWindow);
    channel.postMessage(mayHave(name));
  });
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  frame.src = `${PAGE}?${NAME}=${name}`;
  await loaded;
  if (frame.contentWindow === null) throw new Error("The pane was closed.");
  return frame.contentWindow;
}
