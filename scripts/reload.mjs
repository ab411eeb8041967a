import { fileHandler } from "./serve.mjs";

const EVENTS = "/.reload";
const SCRIPT = "/.reload.js";
// A frame is reloaded by its page.
const SOURCE = `if (top === self) new EventSource("${EVENTS}").onmessage = () => location.reload();`;

/**
 * Serves a folder and adds to each page a script that reloads it on `reload`. A separate file, because the pages' policy allows no inline script.
 * @param {string} folder
 */
export function reloading(folder) {
  const open = /** @type {Set<import("node:http").ServerResponse>} */ (new Set());
  /** @type {import("node:http").RequestListener} */
  const sendScript = (_, response) => void response.writeHead(200, { "Content-Type": "text/javascript" }).end(SOURCE);

  /** @type {import("node:http").RequestListener} */
  const sendEvents = (_, response) => {
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-cache" }).write(": open\n\n");
    open.add(response.on("close", () => open.delete(response)));
  };
  const handler = fileHandler(folder, {
    page: (html) => html.replace("</head>", `<script src="${SCRIPT}"></script></head>`),
    others: { [SCRIPT]: sendScript, [EVENTS]: sendEvents },
  });

  const reload = () => {
    for (const page of open) page.write("data: reload\n\n");
  };
  return { handler, reload };
}
