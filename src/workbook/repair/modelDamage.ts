import type { Damage } from "./repairDamage";
import { calculationDamage } from "./repairBlocks";
import { inputDamage } from "./repairInputs";
import { earlierLayout } from "./repairLayout";
import { missingDamage } from "./repairMissing";
import { scenarioNameDamage } from "./repairScenarioNames";
import { tableDamage } from "./repairTables";
import { standingBlocks } from "../standing";
import type { ModelParts } from "../standing";

/** What is damaged in a model of which these parts stand; a workbook without a model has no damage. */
export function damageOf(parts: ModelParts): readonly Damage[] {
  const blocks = standingBlocks(parts);
  if (!parts.inputs && blocks.length === 0) return [];
  return [
    ...earlierLayout(parts),
    ...missingDamage(parts),
    ...(parts.inputs ? inputDamage(parts.inputs, blocks) : []),
    ...scenarioNameDamage(parts),
    ...tableDamage(parts),
    ...calculationDamage(parts),
  ];
}
