/** The sheets that the add-in can write again, and those of them that are gone. Pure. */

import { BASE_COLUMN, LAYOUT_VERSION, SHEETS } from "./layout";
import { movedPlan, movesIn } from "./places";
import type { SheetPlan } from "./plan";
import { compareSheetOf, hasSheet, layoutVersion, linkedBlocks, picksOf, scenariosToAdd, statedIn, yearsOf } from "./refreshPlan";
import { chartDataSheet } from "./sheets/chartDataSheet";
import { chartsSheet } from "./sheets/chartsSheet";
import { logSheet } from "./sheets/logSheet";
import { checksSheet, scenariosSheet } from "./sheets/scenariosSheet";
import type { ScenarioBlock } from "./sheets/scenariosSheet";
import { summarySheet } from "./sheets/summarySheet";
import { scenarioTables } from "./standing";
import type { ModelParts } from "./standing";

/** The sheets that hold nothing but what can be written again, as a new model with these scenarios has them. */
export function writtenSheets(parts: ModelParts, scenarios: readonly ScenarioBlock[]): readonly SheetPlan[] {
  const years = yearsOf(parts.inputs, picksOf(parts, scenarios).to);
  const currency = String(statedIn(parts.inputs, BASE_COLUMN, "plan.currency"));
  return [
    summarySheet(years, currency),
    compareSheetOf(parts, scenarios),
    chartsSheet(years, currency),
    scenariosSheet(scenarios, scenarioTables(parts.tables)),
    checksSheet(scenarios),
    logSheet(),
    chartDataSheet(),
  ];
}

/** Those of the written sheets that are gone, as they are written again; none where a model of an earlier layout has to be updated first. */
export function missingSheets(parts: ModelParts): readonly SheetPlan[] {
  if (!parts.inputs || layoutVersion(parts.names) !== LAYOUT_VERSION) return [];
  // With the sheet of their blocks, all scenarios get their blocks again; without a block a scenario has no figures.
  const added = hasSheet(parts, SHEETS.scenarios) ? [] : scenariosToAdd(parts);
  const sheets = writtenSheets(parts, [...linkedBlocks(parts), ...added]);
  const missing = sheets.filter(({ sheet }) => !hasSheet(parts, sheet));
  if (missing.length === 0) return [];
  const movesOf = movesIn(parts, sheets);
  return missing.map((plan) => movedPlan(plan, movesOf));
}
