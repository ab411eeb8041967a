import type { CostComponent } from "./component";
import { cloudCompute } from "./cloudCompute";
import { complianceAudit } from "./complianceAudit";
import { securityEndpoints } from "./securityEndpoints";
import { securityBreach } from "./securityBreach";
import { downtimeUnplanned } from "./downtimeUnplanned";
import { downtimePlanned } from "./downtimePlanned";
import { power } from "./power";
import { rack } from "./rack";
import { hardwarePurchase } from "./hardwarePurchase";
import { hardwareMaintenance } from "./hardwareMaintenance";
import { integrationOneOff } from "./integrationOneOff";
import { integrationLegacy } from "./integrationLegacy";
import { licensePurchase } from "./licensePurchase";
import { licenseSupport } from "./licenseSupport";
import { licenseSubscription } from "./licenseSubscription";
import { networkLinks } from "./networkLinks";
import { switchProject } from "./switchProject";
import { shardProject } from "./shardProject";
import { upgradeProject } from "./upgradeProject";
import { residual } from "./residual";
import { staffSalaries } from "./staffSalaries";
import { staffContractors } from "./staffContractors";
import { staffTurnover } from "./staffTurnover";
import { staffTraining } from "./staffTraining";
import { staffLearning } from "./staffLearning";
import { storage } from "./storage";
import { platformTools } from "./platformTools";
import { networkTransfer } from "./networkTransfer";

/** THE list of cost lines. Totals, charts, sheets, help and laws loop over it; a new cost is one file and one line here. */
export const COMPONENTS: readonly CostComponent[] = [
  hardwarePurchase,
  hardwareMaintenance,
  cloudCompute,
  storage,
  power,
  rack,
  licensePurchase,
  licenseSupport,
  licenseSubscription,
  platformTools,
  networkLinks,
  networkTransfer,
  staffSalaries,
  staffContractors,
  staffTurnover,
  staffTraining,
  staffLearning,
  integrationOneOff,
  integrationLegacy,
  switchProject,
  shardProject,
  upgradeProject,
  downtimeUnplanned,
  downtimePlanned,
  complianceAudit,
  securityEndpoints,
  securityBreach,
  residual,
];
