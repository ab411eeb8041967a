// Written by `npm run generate` from the formulas in src/engine/model: change those.

import type { Plan } from "../../lines";
import type { ModelSeries } from "./series";

/** downtime.unplanned = downtime_hours / 12 * downtime.cost_per_hour * inflation_index */
export function downtimeUnplanned({ a }: Plan, s: ModelSeries): void {
  const downtimeHours = s["downtime_hours"];
  const inflationIndex = s["inflation_index"];
  const downtimeCostPerHourPerMonth = a["downtime.cost_per_hour"] / 12;
  const downtimeUnplanned = s["downtime.unplanned"];
  for (let m = 0; m < downtimeUnplanned.length; m++) {
    downtimeUnplanned[m] = downtimeHours[m] * inflationIndex[m] * downtimeCostPerHourPerMonth;
  }
}

/** downtime.planned = downtime.upgrades_per_year * downtime.planned_hours * downtime.planned_cost_share * downtime.cost_per_hour * parts(central_share, distributed_share * (horizontal.replication >= 3 ? 0 : 1)) / 12 * inflation_index */
export function downtimePlanned(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const inflationIndex = s["inflation_index"];
  const downtimeUpgradesPerYearEtcPerMonth =
    (a["downtime.upgrades_per_year"] *
      a["downtime.planned_hours"] *
      a["downtime.planned_cost_share"] *
      a["downtime.cost_per_hour"] *
      ((hasCentral ? p.centralShare : 0) + (hasDistributed ? (1 - p.centralShare) * (a["horizontal.replication"] >= 3 ? 0 : 1) : 0))) /
    12;
  const downtimePlanned = s["downtime.planned"];
  for (let m = 0; m < downtimePlanned.length; m++) {
    downtimePlanned[m] = inflationIndex[m] * downtimeUpgradesPerYearEtcPerMonth;
  }
}

/** compliance.audit = largest_part(compliance.jurisdictions_vertical > 0 ? compliance.jurisdictions_vertical : regions, compliance.jurisdictions_horizontal > 0 ? compliance.jurisdictions_horizontal : regions) * compliance.audit_cost / 12 * inflation_index */
export function complianceAudit(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const regions = s["regions"];
  const complianceJurisdictionsVertical = a["compliance.jurisdictions_vertical"] > 0;
  const complianceJurisdictionsVertical2 = complianceJurisdictionsVertical ? a["compliance.jurisdictions_vertical"] : 0;
  const complianceJurisdictionsHorizontal = a["compliance.jurisdictions_horizontal"] > 0;
  const complianceJurisdictionsHorizontal2 = complianceJurisdictionsHorizontal ? a["compliance.jurisdictions_horizontal"] : 0;
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const inflationIndex = s["inflation_index"];
  const complianceAuditCostPerMonth = a["compliance.audit_cost"] / 12;
  const complianceAudit = s["compliance.audit"];
  for (let m = 0; m < complianceAudit.length; m++) {
    complianceAudit[m] =
      Math.max(
        hasCentral ? (complianceJurisdictionsVertical ? complianceJurisdictionsVertical2 : regions[m]) : 0,
        hasDistributed ? (complianceJurisdictionsHorizontal ? complianceJurisdictionsHorizontal2 : regions[m]) : 0,
      ) *
      inflationIndex[m] *
      complianceAuditCostPerMonth;
  }
}

/** security.endpoints = servers * security.cost_per_endpoint / 12 * inflation_index */
export function securityEndpoints({ a }: Plan, s: ModelSeries): void {
  const servers = s["servers"];
  const inflationIndex = s["inflation_index"];
  const securityCostPerEndpointPerMonth = a["security.cost_per_endpoint"] / 12;
  const securityEndpoints = s["security.endpoints"];
  for (let m = 0; m < securityEndpoints.length; m++) {
    securityEndpoints[m] = servers[m] * inflationIndex[m] * securityCostPerEndpointPerMonth;
  }
}

/** breach_chance = min(1, security.breach_probability * (1 + security.breach_endpoint_share * max(0, servers - 1))) */
export function breachChance({ a }: Plan, s: ModelSeries): void {
  const servers = s["servers"];
  const securityBreachEndpointShare = a["security.breach_endpoint_share"];
  const securityBreachProbability = a["security.breach_probability"];
  const breachChance = s["breach_chance"];
  for (let m = 0; m < breachChance.length; m++) {
    breachChance[m] = Math.min(1, (1 + Math.max(0, servers[m] - 1) * securityBreachEndpointShare) * securityBreachProbability);
  }
}

/** exposed_share = parts(central_share / shards, distributed_share / regions) */
export function exposedShare(p: Plan, s: ModelSeries): void {
  const shards = s["shards"];
  const centralShare = p.centralShare;
  const regions = s["regions"];
  const distributedShare = 1 - p.centralShare;
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const exposedShare = s["exposed_share"];
  for (let m = 0; m < exposedShare.length; m++) {
    exposedShare[m] = (hasCentral ? centralShare / shards[m] : 0) + (hasDistributed ? distributedShare / regions[m] : 0);
  }
}

/** security.breach = exposed_share * breach_chance * security.breach_cost / 12 * inflation_index */
export function securityBreach({ a }: Plan, s: ModelSeries): void {
  const exposedShare = s["exposed_share"];
  const breachChance = s["breach_chance"];
  const inflationIndex = s["inflation_index"];
  const securityBreachCostPerMonth = a["security.breach_cost"] / 12;
  const securityBreach = s["security.breach"];
  for (let m = 0; m < securityBreach.length; m++) {
    securityBreach[m] = exposedShare[m] * breachChance[m] * inflationIndex[m] * securityBreachCostPerMonth;
  }
}
