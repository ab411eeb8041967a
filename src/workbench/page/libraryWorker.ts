/** The service worker for the pane's page: the server of this origin answers for Microsoft's library where it has it, as where people develop and test. */

import { CHANNEL, NAME, mayHave } from "./libraryChannel";

interface FetchEvent extends Event {
  readonly request: Request;
  readonly clientId: string;
  respondWith(answer: Promise<Response>): void;
}

interface Client {
  readonly url: string;
}

interface Clients {
  get(id: string): Promise<Client | undefined>;
}

const HOSTED = "https://appsforoffice.microsoft.com/";
const channel = new BroadcastChannel(CHANNEL);
const waiting = new Map<string, () => void>();

channel.addEventListener("message", ({ data }) => {
  waiting.get(String(data))?.();
  waiting.delete(String(data));
});

/** Resolves when the workbench around the page has put Excel into it; at once for a page that is in no workbench. */
async function excelIsThere(clientId: string): Promise<void> {
  const { clients } = self as unknown as { clients: Clients };
  const url = (await clients.get(clientId))?.url ?? "";
  const name = new URL(url).searchParams.get(NAME);
  if (name === null) return;
  await new Promise<void>((resolve) => {
    waiting.set(mayHave(name), resolve);
    channel.postMessage(name);
  });
}

async function answer({ request, clientId }: FetchEvent): Promise<Response> {
  const { pathname } = new URL(request.url);
  const own = await fetch(new URL(`.${pathname}`, location.href));
  const response = own.ok ? own : await fetch(request);
  if (pathname.endsWith("/office.js")) await excelIsThere(clientId);
  return response;
}

self.addEventListener("fetch", (event) => {
  const asked = event as FetchEvent;
  if (asked.request.url.startsWith(HOSTED)) asked.respondWith(answer(asked));
});
