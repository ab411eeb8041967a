import { RTree } from "@univerjs/core";
import { IDependencyManagerService } from "@univerjs/preset-sheets-core";
import type { UniverGrid } from "../univer";

type Entry = Parameters<RTree["insert"]>[0];

/** What is replaced in the grid's list of formulas; its typings keep it to itself. */
interface Indexed {
  _dependencyRTreeCache: RTree;
}

const textOf = ({ range }: Entry) => [range.startRow, range.startColumn, range.endRow, range.endColumn].join();

/** The grid's index of the cells that formulas read, in which a range of a formula is once, however often it is inserted. */
class DependencyIndex extends RTree {
  /** Ranges by workbook, sheet and formula. */
  private readonly ranges = new Map<string, Map<string, Map<Entry["id"], Set<string>>>>();

  constructor() {
    // Single cells are in a set by themselves.
    super(true);
  }

  private rangesOf({ unitId, sheetId, id }: Entry): Set<string> {
    const sheets = this.ranges.get(unitId) ?? new Map<string, Map<Entry["id"], Set<string>>>();
    const formulas = sheets.get(sheetId) ?? new Map<Entry["id"], Set<string>>();
    const ranges = formulas.get(id) ?? new Set<string>();
    this.ranges.set(unitId, sheets.set(sheetId, formulas.set(id, ranges)));
    return ranges;
  }

  override insert(entry: Entry): void {
    const [ranges, text] = [this.rangesOf(entry), textOf(entry)];
    if (ranges.has(text)) return;
    ranges.add(text);
    super.insert(entry);
  }

  override remove(entry: Entry): void {
    this.ranges.get(entry.unitId)?.get(entry.sheetId)?.delete(entry.id);
    super.remove(entry);
  }

  override removeById(unitId: string, sheetId?: string): void {
    if (sheetId === undefined) this.ranges.delete(unitId);
    else this.ranges.get(unitId)?.delete(sheetId);
    super.removeById(unitId, sheetId);
  }

  override clear(): void {
    this.ranges.clear();
    super.clear();
  }
}

/**
 * Has the grid note each range that a formula reads once. By itself (Univer 0.25.1) it notes those of all formulas again in each calculation: a model's some
 * 1,400 at each edit, which stay, and which every search goes through (docs/decisions/0087). To be called before the first calculation.
 */
export function noteRangesOnce({ injector }: UniverGrid) {
  const formulas = injector.get(IDependencyManagerService) as unknown as Indexed;
  formulas._dependencyRTreeCache = new DependencyIndex();
}
