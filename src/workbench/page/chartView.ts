import { createElement, useEffect, useRef } from "react";
import { loadRenderer } from "../../taskpane/pictures/load";
import type { Calculation } from "../grid/calculation";
import { CHART_COMPONENT } from "../grid/charts";
import type { Area, Chart, Grid } from "../grid/grid";
import { type OpenWorkbook, onCommand } from "../grid/workbook";
import { pictureOf } from "./chartPicture";

/** Commands come in bursts: a chart is drawn once they pause for so long, ms. */
const PAUSE_MS = 60;

/** What stands in the cell above a chart's upper left corner: its caption. */
function captionOf({ cells, charts }: Grid, chart: Chart): string {
  const used = cells.used(chart.sheetId);
  if (used === undefined) return "";
  const isAbove = (row: number) => charts.boxOf({ ...used, row, rowCount: 1 }).top + 1 < chart.top;
  const row = Array.from({ length: used.row + used.rowCount }, (_, index) => index)
    .filter(isAbove)
    .at(-1);
  if (row === undefined) return "";
  const isLeft = (column: number) => charts.boxOf({ ...used, column, columnCount: 1 }).left <= chart.left + 1;
  const column =
    Array.from({ length: used.column + used.columnCount }, (_, index) => index)
      .filter(isLeft)
      .at(-1) ?? 0;
  return String(cells.read({ sheetId: chart.sheetId, row, column, rowCount: 1, columnCount: 1 })[0]?.[0]?.value ?? "");
}

/** Listeners of everything after which a chart may look different. */
function createSignal() {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    soon: () => {
      clearTimeout(timer);
      timer = setTimeout(() => listeners.forEach((listener) => listener()), PAUSE_MS);
    },
    listen: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function chartOf(grid: Grid, id: string): Chart | undefined {
  return grid.sheets
    .list()
    .flatMap((sheet) => grid.charts.list(sheet.id))
    .find((chart) => chart.id === id);
}

/** Draws the charts of the workbook where they lie on their sheets, again whenever cells, colors or sizes have changed. */
export function showCharts(open: OpenWorkbook, grid: Grid, calculation: Calculation, scheme: MediaQueryList) {
  const signal = createSignal();
  calculation.onEnd(signal.soon);
  scheme.addEventListener("change", signal.soon);
  onCommand(open, ({ id }) => {
    if (id.includes(".mutation.")) signal.soon();
  });

  const read = (area: Area) => grid.cells.read(area).map((row) => row.map(({ value }) => value));

  const draw = async (id: string, place: HTMLElement) => {
    const chart = chartOf(grid, id);
    if (chart === undefined) return;
    const render = await loadRenderer();
    const frame = { widthPx: place.clientWidth, heightPx: place.clientHeight, isDark: scheme.matches, locale: navigator.language };
    if (frame.widthPx > 0 && frame.heightPx > 0) place.replaceChildren(render(pictureOf(chart, read, frame, captionOf(grid, chart))));
  };

  function ChartView({ floatDomId }: { readonly floatDomId: string }) {
    const place = useRef<HTMLDivElement>(null);
    useEffect(() => {
      const element = place.current;
      if (element === null) return undefined;
      const redraw = () => void draw(floatDomId, element);
      const sizes = new ResizeObserver(redraw);
      sizes.observe(element);
      const stop = signal.listen(redraw);
      return () => {
        sizes.disconnect();
        stop();
      };
    }, [floatDomId]);
    return createElement("div", { ref: place, className: "chart" });
  }

  open.api.registerComponent(CHART_COMPONENT, ChartView);
}
