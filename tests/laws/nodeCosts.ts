/** Lines that the choice of the node type weighs, where nodes are rented and there is no license. */
export const NODE_COSTS = [
  "cloud.compute",
  "platform.tools",
  "security.endpoints",
  "storage",
  "staff.salaries",
  "staff.contractors",
  "staff.training",
  "staff.turnover",
  "staff.learning",
] as const;
