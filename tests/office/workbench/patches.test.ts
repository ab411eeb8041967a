/**
 * What the grid's library does without our patches (src/workbench/grid/patches), each by itself. A test that fails here is good news: the library has mended
 * what the patch is for. Delete the patch, its record's "holds", the text in docs/upstream, and the case. Other tests patch the modules of the library,
 * so these load copies of their own.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { LocalUndoRedoService, RTree } from "@univerjs/core";
import { IDependencyManagerService } from "@univerjs/preset-sheets-core";
import type { CELL_INVERTED_INDEX_CACHE, Layer, LexerTreeBuilder, Rect } from "@univerjs/preset-sheets-core";
import type { ConditionalFormattingViewModel } from "@univerjs/preset-sheets-conditional-formatting";
import { describe, expect, it, vi } from "vitest";
import type { CellValue } from "../../../src/workbench/grid/grid";
import { openCalculatingGrid } from "./calculatingGrid";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const LIBRARY = join(ROOT, "node_modules", "@univerjs");
const require = createRequire(join(LIBRARY, "preset-sheets-core", "package.json"));
/** A package of the library in a copy that nobody has patched. */
const unpatched = (name: string): unknown => require(`@univerjs/${name}`);

const core = unpatched("core") as { LocalUndoRedoService: typeof LocalUndoRedoService };
const engine = unpatched("engine-formula") as {
  LexerTreeBuilder: typeof LexerTreeBuilder;
  CELL_INVERTED_INDEX_CACHE: typeof CELL_INVERTED_INDEX_CACHE;
};
const render = unpatched("engine-render") as { Layer: typeof Layer; Rect: typeof Rect };
const formats = unpatched("sheets-conditional-formatting") as {
  ConditionalFormattingViewModel: typeof ConditionalFormattingViewModel;
};

/** A node of a formula, as the lexer gives it. */
interface Node {
  readonly getChildren: () => readonly (Node | string)[];
}

/** How many arguments the lexer finds for the function of a formula. */
function argumentsOf(lexer: LexerTreeBuilder, formula: string): number {
  const root = lexer.treeBuilder(formula, false) as unknown as Node;
  return (root.getChildren()[0] as Node).getChildren().length;
}

const sourceOf = (name: string) => readFileSync(join(LIBRARY, name, "lib", "es", "index.js"), "utf8");

describe("without its patch, the grid's library still", () => {
  it("reads the commas of a formula as part of an argument after an unfinished reference to a table (0023)", () => {
    const lexer = new engine.LexerTreeBuilder();
    expect(argumentsOf(lexer, "=SUM(1,2)")).toBe(2);
    lexer.sequenceNodesBuilder("=SUM(Deals[#Al");
    expect(argumentsOf(lexer, "=SUM(1,3)")).toBe(1);
  });

  it("takes the apostrophe of a column's name for the start of a sheet's name (0065)", () => {
    const lexer = new engine.LexerTreeBuilder();
    const tokens = lexer.sequenceNodesBuilder("=SUM(T[it's],T[b],1)")?.map((node) => (typeof node === "string" ? node : node.token));
    expect(tokens).not.toContain("T[b]");
  });

  it("notes the values of columns that no formula has searched (0030)", () => {
    const index = engine.CELL_INVERTED_INDEX_CACHE;
    index.set("unit", "sheet", 3, "value", 5, true);
    const { _cache: noted } = index as unknown as { _cache: ReadonlyMap<string, unknown> };
    expect(noted.has("unit")).toBe(true);
  });

  it("searches each cell for conditional formats on a sheet that has none (0030)", () => {
    const bulkSearch = vi.fn(() => new Set());
    const search = formats.ConditionalFormattingViewModel.prototype as unknown as { getCellCfs: (...place: unknown[]) => unknown };
    const model = Object.assign(Object.create(search) as typeof search, {
      _cellCache: new Map(),
      _createCacheKey: () => "cell",
      _ensureCalculateUnitManager: () => new Map(),
      _conditionalFormattingRuleModel: { getSubunitRules: () => null },
      _rTreeManager: { bulkSearch },
    });
    model.getCellCfs("unit", "sheet", 0, 0);
    expect(bulkSearch).toHaveBeenCalledOnce();
  });

  it("keeps a subscription to each shape that a layer has lost (0073)", async () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const scene = { getObject: () => undefined, setObjectBehavior: () => undefined, getParent: () => ({ classType: "" }) };
    const layer = new render.Layer(scene as unknown as ConstructorParameters<typeof Layer>[0]);
    const drawn = (): WeakRef<object> => {
      const shape = new render.Rect("shape");
      layer.addObject(shape);
      layer.removeObject(shape);
      return new WeakRef(shape.onTransformChange$);
    };
    const subscribed = Array.from({ length: 20 }, drawn);
    for (let turn = 0; turn < 5; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      collect();
    }
    expect(layer.getObjects()).toEqual([]);
    expect(subscribed.filter((stream) => stream.deref() !== undefined)).toHaveLength(20);
  });

  it("takes the commands of one step of undo back from the first (0074)", () => {
    const { _tryBatchingElements: join } = core.LocalUndoRedoService.prototype as unknown as {
      _tryBatchingElements: (step: object, added: object) => void;
    };
    const step = { undoMutations: [{ id: "remove sheet" }], redoMutations: [] };
    join(step, { undoMutations: [{ id: "move sheet back" }], redoMutations: [] });
    expect(step.undoMutations.map(({ id }) => id)).toEqual(["remove sheet", "move sheet back"]);
  });

  it("paints a number over the edge of a cell that is too narrow for it (0088)", () => {
    expect(sourceOf("engine-render") + sourceOf("sheets-ui") + sourceOf("sheets-numfmt")).not.toMatch(
      /["'`]#{2,}["'`]|["'`]#["'`]\.repeat/,
    );
  });

  it("scrolls past a cell where frozen columns are wider than those behind them (0092)", () => {
    // The width of as many columns from the first on, in place of the width of those behind the frozen ones.
    expect(sourceOf("sheets-ui")).toMatch(/sheetViewStartColumn: column - freezeXSplit,\s*offsetX: 0,/);
    expect(sourceOf("sheets-ui")).toMatch(/viewportScrollX: colStart \+ offsetX,/);
  });

  it("notes the ranges of all formulas again in each calculation (0087)", async () => {
    const { grid, open } = await openCalculatingGrid({ patch: () => undefined });
    const { _dependencyRTreeCache: index } = open.injector.get(IDependencyManagerService) as unknown as { _dependencyRTreeCache: RTree };
    const edit = async (value: CellValue) => {
      grid.cells.write({ sheetId: "s1", row: 0, column: 0, rowCount: 1, columnCount: 1 }, [[value]]);
      await grid.settled();
      return JSON.stringify(index.toJSON()).split('"id":').length - 1;
    };
    grid.cells.write({ sheetId: "s1", row: 0, column: 1, rowCount: 1, columnCount: 1 }, [["=SUM(A1:A3)"]]);
    await grid.settled();
    const sizes = [await edit(1), await edit(2), await edit(3)];
    expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => a - b));
  });

  it("waits for 100 ms before it calculates an edit (0024)", async () => {
    const { grid } = await openCalculatingGrid({ patch: () => undefined });
    const timers = vi.spyOn(globalThis, "setTimeout");
    grid.cells.write({ sheetId: "s1", row: 0, column: 0, rowCount: 1, columnCount: 1 }, [[1]]);
    expect(timers.mock.calls.map(([, ms]) => ms)).toContain(100);
    timers.mockRestore();
    await grid.settled();
  });

  it("lets the page be painted before the first formula (0028)", () => {
    expect(sourceOf("engine-formula")).toContain("if (i % intervalCount === 0)");
  });

  it("defines the fields of its classes by a helper (0029)", () => {
    expect(sourceOf("engine-formula")).toContain("_defineProperty(this, ");
  });

  it("leaves the port open by which it has work done in the next turn (0073)", () => {
    expect(sourceOf("core")).toMatch(/const handler = \(\) => \{\s*if \(!cancelled\) callback\(\);\s*\};/);
  });
});
