import { cost, quantity } from "./entry";
import type { Entry } from "./entry";

/** What risk costs: downtime, audits, security. */
export const RISK: readonly Entry[] = [
  cost("downtime.unplanned", {
    label: "Unplanned downtime (risk)",
    costPool: "Other",
    tower: "Application",
    spend: "opex",
    explanation: "Expected hours without service times the cost of such an hour: a risk, not an invoice.",
    counted: "downtime.in_total",
    formula: "downtime_hours / 12 * downtime.cost_per_hour * inflation_index",
  }),
  cost("downtime.planned", {
    label: "Planned downtime",
    costPool: "Other",
    tower: "Application",
    spend: "opex",
    explanation: "Hours in which upgrades stop the service; none if a quorum stays up while nodes are upgraded one by one.",
    counted: "downtime.in_total",
    formula:
      "downtime.upgrades_per_year * downtime.planned_hours * downtime.planned_cost_share * downtime.cost_per_hour * parts(central_share, distributed_share * (horizontal.replication >= 3 ? 0 : 1)) / 12 * inflation_index",
  }),
  cost("compliance.audit", {
    label: "Compliance audits",
    costPool: "Outside Services",
    tower: "Security & Compliance",
    spend: "opex",
    explanation: "A yearly audit per jurisdiction.",
    // For a hybrid the larger number of its parts counts.
    formula:
      "largest_part(compliance.jurisdictions_vertical > 0 ? compliance.jurisdictions_vertical : regions, compliance.jurisdictions_horizontal > 0 ? compliance.jurisdictions_horizontal : regions) * compliance.audit_cost / 12 * inflation_index",
  }),
  cost("security.endpoints", {
    label: "Endpoint security",
    costPool: "Other",
    tower: "Security & Compliance",
    spend: "opex",
    explanation: "Security tooling on every server.",
    formula: "servers * security.cost_per_endpoint / 12 * inflation_index",
  }),
  quantity("breach_chance", {
    label: "Chance of a breach in a year, for the organization",
    unit: "1/year",
    formula: "min(1, security.breach_probability * (1 + security.breach_endpoint_share * max(0, servers - 1)))",
  }),
  quantity("exposed_share", {
    label: "Share of the data that one breach exposes",
    unit: "share",
    formula: "parts(central_share / shards, distributed_share / regions)",
  }),
  cost("security.breach", {
    label: "Breaches (risk)",
    costPool: "Other",
    tower: "Security & Compliance",
    spend: "opex",
    explanation: "Expected cost of breaches: the organization's yearly chance times the cost, for the share of data that a breach exposes.",
    formula: "exposed_share * breach_chance * security.breach_cost / 12 * inflation_index",
  }),
];
