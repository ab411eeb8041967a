import {
  type IWorkbookData,
  LifecycleService,
  LifecycleStages,
  LocaleType,
  LogLevel,
  type PluginCtor,
  Univer,
  mergeLocales,
} from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import conditionalFormattingLocale from "@univerjs/preset-sheets-conditional-formatting/locales/en-US";
import { CalculationMode, UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import coreLocale from "@univerjs/preset-sheets-core/locales/en-US";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import dataValidationLocale from "@univerjs/preset-sheets-data-validation/locales/en-US";
import { UniverSheetsDrawingPreset } from "@univerjs/preset-sheets-drawing";
import drawingLocale from "@univerjs/preset-sheets-drawing/locales/en-US";
import { UniverSheetsFindReplacePreset } from "@univerjs/preset-sheets-find-replace";
import findReplaceLocale from "@univerjs/preset-sheets-find-replace/locales/en-US";
import { UniverSheetsTablePlugin, UniverSheetsTableUIPlugin } from "@univerjs/preset-sheets-table";
import tableLocale from "@univerjs/preset-sheets-table/locales/en-US";
import { TABLE_OPTIONS } from "./tableLooks";
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import "@univerjs/preset-sheets-drawing/lib/index.css";
import "@univerjs/preset-sheets-find-replace/lib/index.css";
import "@univerjs/preset-sheets-table/lib/index.css";

type Registration = PluginCtor | [PluginCtor, unknown];

function presets(container: string) {
  return [
    // Formulas wait until the custom functions are registered; a saved workbook shows its saved values meanwhile.
    UniverSheetsCorePreset({ container, formula: { initialFormulaComputing: CalculationMode.NO_CALCULATION } }),
    UniverSheetsDrawingPreset(),
    // A list has no field of its own to search in: it would take the keys of somebody who types into the cell.
    UniverSheetsDataValidationPreset({ showEditOnDropdown: false, showSearchOnDropdown: false }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsFindReplacePreset(),
    // Without the tab that the library hangs over the cell above a table: Excel has none.
    {
      plugins: [
        [UniverSheetsTablePlugin, TABLE_OPTIONS],
        [UniverSheetsTableUIPlugin, { hideAnchor: true }],
      ],
    },
  ];
}

/** The grid with its workbook: the saved one, or an empty one. Services exist only once there is a workbook. */
export function createUniver(container: string, saved: Partial<IWorkbookData>, isDark: boolean) {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: {
      [LocaleType.EN_US]: mergeLocales(
        coreLocale,
        drawingLocale,
        dataValidationLocale,
        conditionalFormattingLocale,
        findReplaceLocale,
        tableLocale,
      ),
    },
    logLevel: LogLevel.ERROR,
    darkMode: isDark,
  });
  const plugins = new Map<string, [PluginCtor, unknown]>();
  for (const registration of presets(container).flatMap((preset) => preset.plugins as Registration[])) {
    const [plugin, options] = Array.isArray(registration) ? registration : [registration, undefined];
    plugins.set(plugin.pluginName, [plugin, options]);
  }
  for (const [plugin, options] of plugins.values()) univer.registerPlugin(plugin, options);
  const api = FUniver.newAPI(univer);
  const workbook = api.createWorkbook(saved);
  return { api, workbook, injector: univer.__getInjector() };
}

export type UniverGrid = ReturnType<typeof createUniver>;

/** Resolves when the engine follows edits: it does from the first painting on, and what was written before it stays uncalculated. */
export function followsEdits({ injector }: UniverGrid): Promise<void> {
  return injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
}
