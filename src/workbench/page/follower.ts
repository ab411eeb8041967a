import { setReadOnly } from "../grid/readOnly";
import type { OpenWorkbook } from "../grid/workbook";
import { element } from "./elements";
import type { Channel } from "./turn";

/** What a page asks of itself when it is loaded again; the history keeps it where nothing else can be stored. */
type Wish = "edit here" | "start empty";

/** Loads the page again, to begin with a wish. */
export function reloadWith(wish?: Wish) {
  history.replaceState(wish, "");
  location.reload();
}

/** The wish with which the page was loaded; another reload has none. */
export function takeWish(): Wish | undefined {
  const wish = history.state as Wish | undefined;
  history.replaceState(undefined, "");
  return wish;
}

/** Lets nothing on the page be changed but by its own buttons, such as while another tab takes over. */
export function setInert(isInert: boolean) {
  for (const id of ["pane", "ribbon"]) element(id).inert = isInert;
}

function isInSight(): boolean {
  return document.visibilityState === "visible";
}

/** A newer workbook is shown when somebody comes back to this tab, not before: it takes seconds to open one. */
function showNewerWhenLookedAt(channel: Channel, hasWorkbook: boolean) {
  let isNewer = false;
  const show = () => {
    if (isNewer && isInSight()) reloadWith();
  };
  channel.on("saved", () => {
    isNewer = true;
    if (!hasWorkbook) show();
  });
  document.addEventListener("visibilitychange", show);
  window.addEventListener("focus", show);
}

export interface Following {
  readonly channel: Channel;
  /** Why this tab follows. */
  readonly words: string;
  /** Whether this tab shows a workbook that was saved. */
  readonly hasWorkbook: boolean;
  /** Resolves when this tab may take over. */
  readonly freed: Promise<void>;
}

/** Shows the workbook without letting it be changed, and says why. It takes over where the user asks for that, or once the other tab is closed. */
export async function follow(open: OpenWorkbook, { channel, words, hasWorkbook, freed }: Following): Promise<void> {
  setInert(true);
  element("saved").textContent = "";
  element("elsewhere-words").textContent = words;
  element("elsewhere").hidden = false;
  element("edit-here").onclick = () => reloadWith("edit here");
  void freed.then(() => reloadWith());
  showNewerWhenLookedAt(channel, hasWorkbook);
  await setReadOnly(open);
}
