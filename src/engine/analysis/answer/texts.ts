/** What the answer says in English: every sentence of it, with the places of its figures. */

import type { Dimension } from "../../errors";
import { ARCHITECTURE_NAMES } from "../../words";
import type { PairSubject } from "./drivers";

type Dated = Exclude<Dimension, "cost" | "none" | "shard data">;

/** What the lowest saves against another; the percentage is of the other's present value. */
interface Saving {
  readonly amount: string;
  readonly other: string;
  readonly share: string;
  readonly runsToday: boolean;
}

/** The basis is said once, with the last percentage. */
const savingWords = ({ amount, other, share, runsToday }: Saving, index: number, { length }: readonly Saving[]): string =>
  `${amount} against ${other}${runsToday ? ", which runs today" : ""} (${share}${index === length - 1 ? ", present value" : ""})`;

export const TEXTS = {
  architectures: ARCHITECTURE_NAMES,
  /** What a central server runs out of. */
  resources: {
    cores: "CPU",
    memory: "memory",
    storage: "storage",
    iops: "disk operations",
    license: "its license's edition",
  } satisfies Record<Dated, string>,
  pairs: {
    integration: (central: string, distributed: string) => `${distributed} instead of ${central} months to integrate an acquisition`,
    oncall: (central: string, distributed: string) => `${distributed} instead of ${central} people on call`,
    turnover: (central: string, distributed: string) => `${distributed} instead of ${central} turnover a year`,
    jurisdictions: (central: string, distributed: string) => `${distributed} instead of ${central} jurisdictions audited`,
    hosting: (central: string, distributed: string) => `${central} hosting for Central and ${distributed} for Distributed`,
  } satisfies Record<PairSubject, (central: string, distributed: string) => string>,

  noAnswer: (reason: string) => `No answer: ${reason}`,
  fixIt: "Fix it in Assumptions.",
  moreErrors: (count: number) => (count === 1 ? "1 more error: see Checks." : `${count} more errors: see Checks.`),

  noneFeasible: "No architecture can meet the demand.",
  addServer: "Add a larger server or reduce peak load.",
  infeasible: (name: string, month: string, needed: string, available: string) =>
    `${name}: from ${month} it needs ${needed}; the largest server has ${available}.`,
  noServer: (name: string) => `${name}: no server has a price for this hosting.`,
  onlyFeasible: (name: string, amount: string) => `Only ${name} can meet the demand (${amount} present value).`,

  closeTwo: (one: string, other: string, share: string, amount: string, lower: string) =>
    `Too close to call: ${one} and ${other} differ by ${share} (${amount} present value; ${lower} lower).`,
  closeEqual: (one: string, other: string) => `Too close to call: ${one} and ${other} have the same present value.`,
  closeAll: (share: string) => `Too close to call: all three are within ${share} (present value).`,
  closeAdvice: "Decide on risk, dates and people instead of cost.",

  stay: (name: string, amount: string, other: string, share: string) =>
    `Stay with ${name}: it costs ${amount} less than ${other} (${share}, present value).`,
  choose: (name: string, savings: readonly Saving[]) => `Choose ${name}: it saves ${savings.map(savingWords).join(" and ")}.`,
  chosen: (name: string, amount: string) => `You chose ${name}: ${amount} more.`,
  chosenInfeasible: (name: string) => `You chose ${name}, which can't meet the demand.`,

  totals: (years: number, one: string, other: string) =>
    `Total over ${years === 1 ? "1 year" : `${years} years`}: ${one} against ${other}.`,
  centralPart: (share: string) => `Central part: ${share} of load and data.`,
  breaksEven: (month: string) => `Breaks even ${month}.`,
  noBreakEven: "Does not break even in total within the plan.",
  moveIncluded: (amount: string) => `Includes ${amount} for the move.`,
  moveMissing: "Cost of moving not included: enter what runs today.",
  odds: (share: string, name: string, other: string) => `In ${share} of simulated outcomes ${name} costs less than ${other}.`,
  oddsShort: (share: string, name: string) => `In ${share} of simulated outcomes ${name} costs less.`,
  oddsOutdated: "Simulation out of date: run it again.",
  oddsMissing: "Odds not computed yet.",

  startSplit: (month: string) => `Start the split by ${month}.`,
  startMove: (month: string) => `Start the move by ${month}.`,
  startSplitOf: (name: string, month: string) => `${name}: start the split by ${month}.`,
  startMoveOf: (name: string, month: string) => `${name}: start the move by ${month}.`,
  noSplitOf: (name: string) => `${name}: no split needed.`,
  overdueSplit: (month: string) => `Overdue: start the split now (due ${month}).`,
  overdueMove: (month: string) => `Overdue: these numbers assume a move from ${month}. Set a new plan start.`,
  noSplit: (end: string, resource: string, share: string) => `No split needed by ${end}: ${resource} reaches ${share} of the limit.`,
  noSplitPlain: (end: string) => `No split needed by ${end}.`,
  noMove: (name: string) => `No move needed: ${name} runs today.`,
  splitByData: (tb: string, month: string) => `the central database outgrows one shard (${tb} TB) in ${month}`,
  splitByCost: (month: string) => `two parts cost less than one larger server from ${month}`,
  splitByResource: (resource: string, month: string) => `the largest central server runs out of ${resource} in ${month}`,
  splitBecause: (month: string, reason: string) => `Start the split by ${month}: ${reason}.`,
  movedBy: (deal: string, size: string, from: string, to: string) => `${deal} (${size}) moved it from ${from} to ${to}.`,
  neededBy: (deal: string, size: string) => `Without ${deal} (${size}) no split would be needed.`,

  restsOnPair: (pair: string, saving: string) => `Rests on: ${pair}. If alike, ${saving}.`,
  restsOnInput: (label: string, value: string, saving: string) => `Rests on: ${label}. At ${value}, ${saving}.`,
  costsLess: (name: string, amount: string) => `${name} costs ${amount} less`,
  isFeasibleAlone: (name: string) => `${name} is the lowest that can meet the demand`,
  more: (count: number) => (count === 1 ? "1 more input can change the answer." : `${count} more inputs can change the answer.`),
  noDriver: "No single input changes this answer within its range.",
  dependsOn: (label: string) => `Depends on your choice of: ${label}.`,

  next: {
    fix: "Fix the invalid input",
    today: "Enter what runs today",
    infeasible: "Change servers or demand",
    confirm: (label: string) => `Confirm: ${label}`,
    simulate: "Run a simulation",
    report: "Insert a report",
  },
} as const;
