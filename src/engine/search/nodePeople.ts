/** What people cost by the number of nodes: for the choice of the node type, of which they are often the largest cost. */

import { DEMAND_SERIES } from "../demand/demandSeries";
import type { DemandLineId } from "../demand/demandSeries";
import { keySeries } from "../catalogue/keyValue";
import type { PlanSetting } from "../plan/setting";
import type { Role } from "../catalogue/resolved";
import type { SeriesPool } from "../series";
import { onCallFloor, perUnitOf, rolesOf } from "../capacity/people";
import type { CentralPlan } from "./plan";

/** A role whose work follows from the nodes. */
export interface DrivenRole {
  readonly salary: number;
  readonly fixed: number;
  readonly minimum: number;
  readonly oncall: boolean;
  readonly perNode: number;
  /** Servers of the central part that drive the role too, by month. */
  readonly others: Float64Array | undefined;
}

/** People by month where there is no node, before the rota floor, and what each node adds to them. */
interface Team {
  readonly fte: Float64Array;
  /** Pay a year. */
  readonly pay: Float64Array;
  ftePerNode: number;
  payPerNode: number;
}

/** People as a function of the nodes. Of people who are not on call only those whom nodes drive count: the others are the same for every type. */
export interface NodePeople {
  readonly onCall: Team;
  readonly others: Team;
  /** Roles that nodes drive beyond their minimum: below it they are no line. */
  readonly bent: readonly DrivenRole[];
  readonly floor: number;
  /** Salary a year of the people on call: the lowest, and the mean of the roles. */
  readonly lowestPay: number;
  readonly meanPay: number;
  /** What a payroll of 1 a year costs in a month, and what a person costs beside it, once that is known. */
  readonly payRate: Float64Array;
  readonly fteRate: Float64Array;
}

type Setting = Pick<PlanSetting, "a" | "centralShare" | "service" | "demand" | "indices">;

const isDrivenByNodes = ({ driver, ratio }: Role): boolean => (driver === "nodes" || driver === "servers") && !!ratio;

/** Whether nodes drive a role only beyond its minimum. */
const isBent = (role: Role): boolean => isDrivenByNodes(role) && role.minimum > role.fixed;

function drivenRole(
  { a }: Setting,
  { salary, fixed, minimum, oncall, driver, ratio }: Role,
  central: CentralDrivers | undefined,
): DrivenRole {
  return { salary, fixed, minimum, oncall, perNode: perUnitOf(a, ratio), others: driver === "servers" ? central?.servers : undefined };
}

/** The central part as far as it drives people. */
type CentralDrivers = Pick<CentralPlan, "shards"> & { readonly servers: Float64Array };

/** Whom a plan needs: roles by its parts. */
type Parts = Parameters<typeof rolesOf>[1];

/** What drives people beside nodes and is known before them, by month; undefined where there is nothing, or it follows from the nodes. */
function knownUnits(
  { a, demand }: Setting,
  { distributed }: Parts,
  central: CentralDrivers | undefined,
  driver: string,
): ((m: number) => number) | undefined {
  if (Object.hasOwn(DEMAND_SERIES, driver)) return (m) => demand[DEMAND_SERIES[driver as DemandLineId]][m];
  const shards = (m: number): number => (central ? central.shards[m] : 0);
  if (driver === "regions") return (m) => demand.regions[m];
  if (driver === "shards") return shards;
  if (driver === "databases") return (m) => shards(m) + (distributed ? demand.regions[m] : 0);
  if (driver === "servers" && central) return (m) => central.servers[m];
  const key = keySeries(a, driver);
  return key && (() => key(0));
}

/** The people of a distributed part by its nodes; undefined where no role follows from them. */
export function nodePeople(
  setting: Setting & Pick<PlanSetting, "series">,
  plan: CentralPlan | undefined,
  pool: SeriesPool,
): NodePeople | undefined {
  const central = plan && { shards: plan.shards, servers: setting.series["central_servers"] };
  const parts = { central: central !== undefined, distributed: true };
  if (!rolesOf(setting.a, parts).some(isDrivenByNodes)) return undefined;
  return peopleOf(setting, parts, central, pool);
}

/** The people of a plan's roles by its nodes; of those not on call the ones whom nodes drive. */
function peopleOf(setting: Setting, parts: Parts, central: CentralDrivers | undefined, pool: SeriesPool): NodePeople {
  const { a } = setting;
  const roles = rolesOf(a, parts);
  const rota = roles.filter(({ oncall }) => oncall);
  const team = (): Team => ({ fte: pool.take(), pay: pool.take(), ftePerNode: 0, payPerNode: 0 });
  const [onCall, rest] = [team(), team()];
  const bent: DrivenRole[] = [];
  for (const role of roles) {
    if (isBent(role)) bent.push(drivenRole(setting, role, central));
    else if (role.oncall || isDrivenByNodes(role))
      addRole(setting, role, knownUnits(setting, parts, central, role.driver), role.oncall ? onCall : rest);
  }
  return {
    onCall,
    others: rest,
    bent,
    floor: rota.length === 0 ? 0 : onCallFloor(a, parts),
    lowestPay: Math.min(...rota.map(({ salary }) => salary)),
    meanPay: rota.reduce((sum, { salary }) => sum + salary, 0) / rota.length,
    payRate: pool.take(),
    fteRate: pool.take(),
  };
}

/** Months of what people cost, by the formulas, and of what that is proportional to. */
export interface PeopleCosts {
  readonly payroll: Float64Array;
  readonly payLines: readonly Float64Array[];
  readonly fte: Float64Array;
  readonly fteLines: readonly Float64Array[];
}

/** Fills what a payroll of 1 a year, and a person beside it, cost in each month, from what they cost in a plan; nothing where there are none. */
export function fillRates({ payRate, fteRate }: NodePeople, { payroll, payLines, fte, fteLines }: PeopleCosts): void {
  for (let m = 0; m < payRate.length; m++) {
    payRate[m] = payroll[m] > 0 ? sumIn(payLines, m) / payroll[m] : 0;
    fteRate[m] = fte[m] > 0 ? sumIn(fteLines, m) / fte[m] : 0;
  }
}

function sumIn(lines: readonly Float64Array[], m: number): number {
  let sum = 0;
  for (let i = 0; i < lines.length; i++) sum += lines[i][m];
  return sum;
}

/** Adds a role to a team. What drives it may not be known yet: then as if there were none of it. */
function addRole({ a }: Setting, role: Role, units: ((m: number) => number) | undefined, to: Team): void {
  const { fixed, minimum, salary, ratio } = role;
  const perUnit = perUnitOf(a, ratio);
  for (let m = 0; m < to.fte.length; m++) {
    const fte = Math.max(minimum, fixed + (units ? units(m) * perUnit : 0));
    to.fte[m] += fte;
    to.pay[m] += fte * salary;
  }
  if (!isDrivenByNodes(role)) return;
  to.ftePerNode += perUnit;
  to.payPerNode += perUnit * salary;
}

/** What the people cost in a month (index from 0) with so many nodes in service; those on call are at least the rota floor. */
export function peopleCost({ onCall, others, bent, floor, meanPay, payRate, fteRate }: NodePeople, nodes: number, m: number): number {
  let rota = onCall.fte[m] + nodes * onCall.ftePerNode;
  let rotaPay = onCall.pay[m] + nodes * onCall.payPerNode;
  let fte = others.fte[m] + nodes * others.ftePerNode;
  let pay = others.pay[m] + nodes * others.payPerNode;
  for (let i = 0; i < bent.length; i++) {
    const role = bent[i];
    const work = Math.max(role.minimum, role.fixed + (nodes + (role.others ? role.others[m] : 0)) * role.perNode);
    if (role.oncall) {
      rota += work;
      rotaPay += work * role.salary;
    } else {
      fte += work;
      pay += work * role.salary;
    }
  }
  if (rota < floor) {
    rotaPay = rota === 0 ? floor * meanPay : (rotaPay * floor) / rota;
    rota = floor;
  }
  return (pay + rotaPay) * payRate[m] + (fte + rota) * fteRate[m];
}
