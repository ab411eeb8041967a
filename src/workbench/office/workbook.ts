import { type ExcelClass, type Host, type HostObject, object } from "./objects";
import { range } from "./range";

export const Workbook: ExcelClass<"Workbook"> = {
  values: { name: () => "Workbench", readOnly: (_workbook, { settings }) => settings.isReadOnly },
  objects: {
    application: () => object("Application", "workbook"),
    functions: () => object("Functions", "workbook"),
    names: () => object("NamedItemCollection", "workbook"),
    settings: () => object("SettingCollection", "workbook"),
    tables: () => object("TableCollection", { sheetId: undefined }),
    worksheets: () => object("WorksheetCollection", "workbook"),
  },
  methods: {
    getActiveCell: (_workbook, { grid }) => range({ ...grid.selection.read(), rowCount: 1, columnCount: 1 }),
    getSelectedRange: (_workbook, { grid }) => range(grid.selection.read()),
  },
};

const MS_PER_DAY = 86_400_000;
/** Day 0 of either date system. Excel's 1900 has a 29 February, so that days from March 1900 on are counted from a day earlier. */
const DAY_0 = { from1900: Date.UTC(1899, 11, 30), from1904: Date.UTC(1904, 0, 1) };

/** Functions of sheets that Excel calculates for code. */
export const Functions: ExcelClass<"Functions"> = {
  methods: {
    date: (_workbook, { settings }, year, month, day) => {
      const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
      const zero = settings.countsFrom1904 ? DAY_0.from1904 : DAY_0.from1900;
      return object("FunctionResult", { value: Math.round((time - zero) / MS_PER_DAY) });
    },
  },
};

export const FunctionResult: ExcelClass<"FunctionResult"> = { values: { value: ({ value }) => value } };

function decimalSeparator(locale: string): string {
  return new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === "decimal")?.value ?? ".";
}

/** The grid gathers the writes of a batch by itself, and calculates by itself whatever the mode. */
export const Application: ExcelClass<"Application"> = {
  values: {
    calculationMode: (_workbook, { grid }) => grid.state.read().calculationMode,
    decimalSeparator: (_workbook, { settings }) => decimalSeparator(settings.locale),
  },
  setters: {
    calculationMode: (_workbook, mode, { grid }) =>
      grid.state.change({ calculationMode: mode as "Automatic" | "AutomaticExceptTables" | "Manual" }),
  },
  methods: {
    calculate: (_workbook, { grid }) => grid.recalculate(),
    suspendApiCalculationUntilNextSync: () => undefined,
    suspendScreenUpdatingUntilNextSync: () => undefined,
  },
};

function changeSetting({ grid: { state } }: Host, key: string, value: unknown) {
  const others = Object.entries(state.read().settings).filter(([name]) => name !== key);
  state.change({ settings: Object.fromEntries(value === undefined ? others : [...others, [key, value]]) });
}

/** A preference that is saved with the workbook. */
export const Setting: ExcelClass<"Setting"> = {
  values: { key: (key) => key, value: (key, { grid }) => grid.state.read().settings[key] },
  setters: { value: (key, value, host) => changeSetting(host, key, value) },
  methods: { delete: (key, host) => changeSetting(host, key, undefined) },
};

const keysOf = ({ grid }: Host): string[] => Object.keys(grid.state.read().settings);

function findSetting(_workbook: "workbook", host: Host, key: unknown): HostObject | undefined {
  const found = keysOf(host).find((each) => each === key);
  return found === undefined ? undefined : object("Setting", found);
}

export const SettingCollection: ExcelClass<"SettingCollection"> = {
  items: (_workbook, host) => keysOf(host).map((key) => object("Setting", key)),
  methods: {
    add: (_workbook, host, key, value) => {
      changeSetting(host, String(key), value);
      return object("Setting", String(key));
    },
    getCount: (_workbook, host) => ({ value: keysOf(host).length }),
    getItem: findSetting,
    getItemOrNullObject: findSetting,
  },
};
