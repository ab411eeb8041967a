import { toA1 } from "../grid/address";
import type { Area, Grid, Name } from "../grid/grid";
import { HostError } from "./errors";
import { type ExcelClass, type HostObject, object } from "./objects";
import { rangeOrNothing } from "./range";
import { areaOf, resolveAddress, sheetName } from "./sheetAddress";

function find(grid: Grid, key: unknown): Name | undefined {
  const wanted = String(key).toLowerCase();
  return grid.names.list().find(({ name }) => name.toLowerCase() === wanted);
}

function require(grid: Grid, key: string): Name {
  const name = find(grid, key);
  if (name === undefined) throw new HostError("ItemNotFound");
  return name;
}

/** Constants have a value of their own; a name that refers to cells has their address as its value. */
function content({ formula }: Name): { readonly type: string; readonly value: string | number | boolean } {
  const body = formula.replace(/^=/, "");
  if (body !== "" && Number.isFinite(Number(body))) return { type: "Double", value: Number(body) };
  if (/^(TRUE|FALSE)$/i.test(body)) return { type: "Boolean", value: body.toUpperCase() === "TRUE" };
  if (/^".*"$/.test(body)) return { type: "String", value: body.slice(1, -1).replaceAll('""', '"') };
  return { type: "Range", value: body };
}

function cells(grid: Grid, key: string): HostObject | undefined {
  const name = require(grid, key);
  if (content(name).type !== "Range") return undefined;
  try {
    return rangeOrNothing(resolveAddress(grid, name.formula.replace(/^=/, ""), grid.sheets.active()));
  } catch {
    return undefined;
  }
}

export const NamedItem: ExcelClass<"NamedItem"> = {
  id: (key) => key,
  values: {
    comment: (key, { grid }) => require(grid, key).comment,
    formula: (key, { grid }) => require(grid, key).formula,
    name: (key, { grid }) => require(grid, key).name,
    scope: () => "Workbook",
    type: (key, { grid }) => content(require(grid, key)).type,
    value: (key, { grid }) => content(require(grid, key)).value,
    visible: () => true,
  },
  setters: {
    comment: (key, comment, { grid }) => grid.names.set({ ...require(grid, key), comment: String(comment) }),
    formula: (key, formula, { grid }) => grid.names.set({ ...require(grid, key), formula: String(formula) }),
  },
  methods: {
    delete: (key, { grid }) => grid.names.remove(key),
    getRange: (key, { grid }) => cells(grid, key),
    getRangeOrNullObject: (key, { grid }) => cells(grid, key),
  },
};

/** The formula of a name that refers to cells, wherever it is read. */
function fixedFormula(grid: Grid, area: Area): string {
  const first = toA1({ row: 0, column: 0, rowCount: 1, columnCount: 1 }, sheetName(grid, area.sheetId) ?? "");
  return `=${first.replace(/!A1$/, "!")}${toA1(area).replace(/[A-Z]+|\d+/g, "$$$&")}`;
}

const named = (name: Name | undefined): HostObject | undefined => name && object("NamedItem", name.name);

/** Names of the workbook; the grid has none that belong to one sheet. */
export const NamedItemCollection: ExcelClass<"NamedItemCollection"> = {
  items: (_workbook, { grid }) => grid.names.list().map(({ name }) => object("NamedItem", name)),
  methods: {
    add: (_workbook, { grid }, given, reference, comment = "") => {
      const name = String(given);
      if (find(grid, name) !== undefined) throw new HostError("ItemAlreadyExists");
      const formula = typeof reference === "string" ? reference : fixedFormula(grid, areaOf(grid, reference, grid.sheets.active()));
      grid.names.set({ name, comment: String(comment), formula });
      return object("NamedItem", name);
    },
    getCount: (_workbook, { grid }) => ({ value: grid.names.list().length }),
    getItem: (_workbook, { grid }, key) => named(find(grid, key)),
    getItemOrNullObject: (_workbook, { grid }, key) => named(find(grid, key)),
  },
};
