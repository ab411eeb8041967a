import * as charts from "./charts";
import { NamedItem, NamedItemCollection } from "./names";
import type { ClassName, ExcelClass } from "./objects";
import { Range } from "./range";
import * as formats from "./rangeFormat";
import * as tables from "./tables";
import * as workbook from "./workbook";
import * as worksheets from "./worksheets";

/** Every class that this Excel has. */
export const CLASSES: { readonly [Name in ClassName]: ExcelClass<Name> } = {
  Application: workbook.Application,
  Chart: charts.Chart,
  ChartAxes: charts.ChartAxes,
  ChartAxis: charts.ChartAxis,
  ChartCollection: charts.ChartCollection,
  ChartFill: charts.ChartFill,
  ChartLegend: charts.ChartLegend,
  ChartLineFormat: charts.ChartLineFormat,
  ChartSeries: charts.ChartSeries,
  ChartSeriesCollection: charts.ChartSeriesCollection,
  ChartSeriesFormat: charts.ChartSeriesFormat,
  ChartTitle: charts.ChartTitle,
  DataValidation: formats.DataValidation,
  FunctionResult: workbook.FunctionResult,
  Functions: workbook.Functions,
  NamedItem,
  NamedItemCollection,
  PageLayout: worksheets.PageLayout,
  Range,
  RangeBorder: formats.RangeBorder,
  RangeBorderCollection: formats.RangeBorderCollection,
  RangeFill: formats.RangeFill,
  RangeFont: formats.RangeFont,
  RangeFormat: formats.RangeFormat,
  Setting: workbook.Setting,
  SettingCollection: workbook.SettingCollection,
  Table: tables.Table,
  TableCollection: tables.TableCollection,
  TableColumn: tables.TableColumn,
  TableColumnCollection: tables.TableColumnCollection,
  TableRow: tables.TableRow,
  TableRowCollection: tables.TableRowCollection,
  Workbook: workbook.Workbook,
  Worksheet: worksheets.Worksheet,
  WorksheetCollection: worksheets.WorksheetCollection,
  WorksheetFreezePanes: worksheets.WorksheetFreezePanes,
  WorksheetProtection: worksheets.WorksheetProtection,
};
