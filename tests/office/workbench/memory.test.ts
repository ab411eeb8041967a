/** What the grid keeps of edits: as much after many as after few. Counted, not timed. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { IDependencyManagerService, Layer, Rect } from "@univerjs/preset-sheets-core";
import type { RTree } from "@univerjs/core";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Area, CellValue, Grid } from "../../../src/workbench/grid/grid";
import { forgetShapesThatAreGone } from "../../../src/workbench/grid/patches/layerSubscriptions";
import type { OpenWorkbook } from "../../../src/workbench/grid/workbook";
import { openCalculatingGrid } from "./calculatingGrid";

const area = (sheetId: string, row: number, column: number, rowCount = 1, columnCount = 1): Area => ({
  sheetId,
  row,
  column,
  rowCount,
  columnCount,
});

describe("the grid's index of the cells that formulas read", () => {
  let grid: Grid;
  let open: OpenWorkbook;
  let other: string;

  const write = async (place: Area, ...rows: CellValue[][]) => {
    grid.cells.write(place, rows);
    await grid.settled();
  };
  const value = (place: Area) => grid.cells.read(place)[0]?.[0]?.value;
  /** How many ranges of several cells the index holds. */
  const size = () => {
    const { _dependencyRTreeCache: index } = open.injector.get(IDependencyManagerService) as unknown as { _dependencyRTreeCache: RTree };
    return JSON.stringify(index.toJSON()).split('"id":').length - 1;
  };

  beforeEach(async () => {
    ({ grid, open } = await openCalculatingGrid());
    other = grid.sheets.add("Other");
    await write(area("s1", 0, 0, 3, 1), [1], [2], [3]);
    await write(area(other, 0, 0, 3, 1), ["=SUM(Sheet1!A1:A3)"], ["=SUM(Sheet1!A1:A3,Sheet1!A2:A3)"], ["=SUM(A1:A2)"]);
  });

  it("is as large after ten edits as after one", async () => {
    await write(area("s1", 0, 0), [10]);
    const before = size();
    for (let edit = 1; edit <= 10; edit += 1) await write(area("s1", 0, 0), [10 + edit]);
    expect(value(area(other, 0, 0))).toBe(25);
    expect(size()).toBe(before);
  });

  it("holds the cells of a formula that has changed, and those that it read before no more", async () => {
    await write(area(other, 0, 0), ["=SUM(Sheet1!C1:C3)"]);
    const before = size();
    await write(area("s1", 0, 2), [7]);
    expect(value(area(other, 0, 0))).toBe(7);
    await write(area(other, 0, 0), ["=SUM(Sheet1!A1:A3)"]);
    await write(area(other, 0, 0), ["=SUM(Sheet1!C1:C3)"]);
    await write(area("s1", 0, 2), [8]);
    expect(value(area(other, 0, 0))).toBe(8);
    expect(size()).toBe(before);
  });

  it("holds the cells of formulas on other sheets after rows have moved", async () => {
    grid.cells.insert({ ...area("s1", 0, 0), columnCount: 16_384 }, "Down");
    await grid.settled();
    await write(area("s1", 1, 0), [10]);
    expect(value(area(other, 0, 0))).toBe(15);
    expect(value(area(other, 2, 0))).toBe(35);
  });
});

describe("a layer of the picture", () => {
  const scene = { getObject: () => undefined, setObjectBehavior: () => undefined, getParent: () => ({ classType: "" }) };
  let collect: () => void;

  beforeAll(() => {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as () => void;
    forgetShapesThatAreGone();
  });

  const createLayer = () => new Layer(scene as unknown as ConstructorParameters<typeof Layer>[0]);

  /** Draws a shape and takes it away, as the grid does for each edit; what the layer has subscribed to. */
  function drawn(layer: Layer): WeakRef<object> {
    const shape = new Rect("shape");
    layer.addObject(shape);
    layer.removeObject(shape);
    return new WeakRef(shape.onTransformChange$);
  }

  it("keeps no subscription to a shape that it has lost", async () => {
    const layer = createLayer();
    const subscribed = Array.from({ length: 20 }, () => drawn(layer));
    await vi.waitFor(() => {
      collect();
      expect(subscribed.filter((stream) => stream.deref() !== undefined)).toHaveLength(0);
    });
    expect(layer.getObjects()).toEqual([]);
  });

  it("is painted again when a shape that it has moves", () => {
    const layer = createLayer();
    const shape = new Rect("shape");
    layer.addObject(shape);
    layer.makeDirty(false);
    shape.translate(5, 5);
    expect(layer.isDirty()).toBe(true);
  });
});
