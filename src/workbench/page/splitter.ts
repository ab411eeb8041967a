import { element } from "./elements";

const NARROWEST = 300;
const WIDEST = 640;
const USUAL = 350;
const STEP = 10;

/** Lets mouse and arrow keys set the width of the pane, within the widths that Excel gives one. */
export function makeSplitter() {
  const splitter = element("splitter");
  let width = USUAL;
  const set = (wanted: number) => {
    width = Math.min(WIDEST, Math.max(NARROWEST, Math.round(wanted)));
    document.documentElement.style.setProperty("--pane-width", `${width}px`);
    splitter.setAttribute("aria-valuenow", String(width));
    splitter.setAttribute("aria-valuetext", `${width} pixels`);
  };
  set(USUAL);
  splitter.addEventListener("pointerdown", (event) => {
    splitter.setPointerCapture(event.pointerId);
    document.body.classList.add("is-resizing");
  });
  splitter.addEventListener("pointermove", (event) => {
    if (splitter.hasPointerCapture(event.pointerId)) set(window.innerWidth - event.clientX - splitter.offsetWidth / 2);
  });
  splitter.addEventListener("lostpointercapture", () => document.body.classList.remove("is-resizing"));
  splitter.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
    if (step !== undefined) set(width + step);
    else if (event.key === "Home") set(NARROWEST);
    else if (event.key === "End") set(WIDEST);
    else return;
    event.preventDefault();
  });
}
