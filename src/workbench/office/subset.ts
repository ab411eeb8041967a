import type { Application } from "./application";
import type { Borders, RangeBorder } from "./borders";
import type { ChartAxes, ChartAxis, ChartLegend, ChartTitle } from "./chartParts";
import type { ChartFill, ChartLineFormat, ChartSeries, ChartSeriesCollection, ChartSeriesFormat } from "./chartSeries";
import type { Chart, ChartCollection } from "./charts";
import type { DataValidation } from "./dataValidation";
import type { EventHandlers } from "./events";
import type { NamedItem, NamedItemCollection } from "./names";
import type { PageLayout } from "./pageLayout";
import type { Protection } from "./protection";
import type { Range } from "./range";
import type { RangeFill, RangeFont, RangeFormat } from "./rangeFormat";
import type { Setting, SettingCollection } from "./settings";
import type { Table, TableCollection } from "./tables";
import type { TableColumn, TableColumnCollection, TableRow, TableRowCollection } from "./tableParts";
import type { Workbook } from "./workbook";
import type { Worksheet, WorksheetFreezePanes } from "./worksheet";
import type { WorksheetCollection } from "./worksheets";

/** Classes of the real API and what stands for them here. */
interface Classes {
  application: [Excel.Application, Application];
  borders: [Excel.RangeBorderCollection, Borders];
  border: [Excel.RangeBorder, RangeBorder];
  chart: [Excel.Chart, Chart];
  charts: [Excel.ChartCollection, ChartCollection];
  chartTitle: [Excel.ChartTitle | Excel.ChartAxisTitle, ChartTitle];
  chartLegend: [Excel.ChartLegend, ChartLegend];
  chartAxes: [Excel.ChartAxes, ChartAxes];
  chartAxis: [Excel.ChartAxis, ChartAxis];
  chartSeries: [Excel.ChartSeries, ChartSeries];
  chartSeriesList: [Excel.ChartSeriesCollection, ChartSeriesCollection];
  chartSeriesFormat: [Excel.ChartSeriesFormat, ChartSeriesFormat];
  chartFill: [Excel.ChartFill, ChartFill];
  chartLine: [Excel.ChartLineFormat, ChartLineFormat];
  dataValidation: [Excel.DataValidation, DataValidation];
  pageLayout: [Excel.PageLayout, PageLayout];
  setting: [Excel.Setting, Setting];
  settings: [Excel.SettingCollection, SettingCollection];
  namedItem: [Excel.NamedItem, NamedItem];
  names: [Excel.NamedItemCollection, NamedItemCollection];
  range: [Excel.Range, Range];
  fill: [Excel.RangeFill, RangeFill];
  font: [Excel.RangeFont, RangeFont];
  format: [Excel.RangeFormat, RangeFormat];
  table: [Excel.Table, Table];
  tables: [Excel.TableCollection, TableCollection];
  column: [Excel.TableColumn, TableColumn];
  columns: [Excel.TableColumnCollection, TableColumnCollection];
  row: [Excel.TableRow, TableRow];
  rows: [Excel.TableRowCollection, TableRowCollection];
  workbook: [Excel.Workbook, Workbook];
  worksheet: [Excel.Worksheet, Worksheet];
  worksheets: [Excel.WorksheetCollection, WorksheetCollection];
  freezePanes: [Excel.WorksheetFreezePanes, WorksheetFreezePanes];
  protection: [Excel.WorksheetProtection | Excel.WorkbookProtection, Protection];
}

type ClassOf<Type> = { [Key in keyof Classes]: Type extends Classes[Key][0] ? Classes[Key][1] : never }[keyof Classes];

type Here<Type> = Type extends readonly (infer Item)[]
  ? Here<Item>[]
  : Type extends OfficeExtension.EventHandlers<unknown>
    ? EventHandlers<object>
    : Type extends OfficeExtension.ClientObject
      ? ClassOf<Type>
      : Type;

type Arguments<List extends readonly unknown[]> = { [Key in keyof List]: Here<List[Key]> };

/**
 * The named members of a class of the real API, with the workbench's classes in place of the real ones. A class that implements it cannot have a
 * member that Excel does not have, nor other parameters or results.
 */
export type Subset<Type, Keys extends keyof Type> = {
  [Key in Keys]: Type[Key] extends (...args: infer List) => infer Result ? (...args: Arguments<List>) => Here<Result> : Here<Type[Key]>;
};
