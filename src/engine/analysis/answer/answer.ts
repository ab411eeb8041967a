/** The answer to which architecture costs least: a decision table, whose first row that applies says the lines. */

import type { CalendarDate } from "../../catalogue/assumption";
import { labelOf, parseKey } from "../../catalogue/keys";
import type { Reference } from "../../catalogue/reference";
import type { ScenarioMap } from "../../catalogue/resolved";
import type { Projection } from "../../lines";
import { ARCHITECTURES } from "../../plan/setting";
import type { Architecture } from "../../plan/setting";
import { dateOfMonth, serialOf } from "../../timeline";
import { inWords, monthYearInWords, shareInWords, shortMoney, valueInWords } from "../../words";
import { fillAtHorizon } from "../shardDate";
import type { FirstShard } from "../shardDate";
import { difference, gapOf, isCloseCall } from "./comparison";
import type { ArchitectureComparison, Costs } from "./comparison";
import type { Driver, Flip, UnlikePair } from "./drivers";
import { movedSplit } from "./movedSplit";
import { TEXTS } from "./texts";

/** How the answer is meant: an invalid input, no plan, no clear winner, or one. */
export type Severity = "error" | "infeasible" | "close" | "clear";

/** Odds of a simulation that was run before: in what share of its outcomes one architecture costs less than another. */
export interface Odds {
  readonly date: CalendarDate;
  /** Whether the inputs have changed since. */
  readonly isOutdated: boolean;
  readonly share: (less: Architecture, more: Architecture) => number | undefined;
}

/** The answer as it is read, line by line. */
export interface Answer {
  readonly severity: Severity;
  readonly verdict: string;
  readonly amounts: string;
  readonly dates: string;
  /** In place of the dates once the date has passed. */
  readonly overdue: string;
  readonly date: CalendarDate | undefined;
  readonly restsOn: string;
  readonly next: string;
}

/** The longest line that a page holds. */
const LONGEST = 110;
/** Between these odds nobody can say which costs less. */
const EVEN_ODDS = [0.4, 0.6] as const;

/** As many of the sentences, the most important first, as fit on a line. */
function line(sentences: readonly (string | undefined)[]): string {
  let text = "";
  for (const sentence of sentences) {
    if (sentence === undefined || sentence === "") continue;
    const longer = text === "" ? sentence : `${text} ${sentence}`;
    if (text === "" || longer.length <= LONGEST) text = longer;
  }
  return text;
}

const nameOf = (architecture: Architecture): string => TEXTS.architectures[architecture];

/** What writes the figures of a comparison. */
function writer({ a, projections }: ArchitectureComparison) {
  const currency = a["plan.currency"];
  return {
    money: (amount: number) => shortMoney(amount, currency),
    share: shareInWords,
    month: monthYearInWords,
    end: monthYearInWords(dateOfMonth(projections[0].timeline, projections[0].timeline.months)),
  };
}

/** A date by which something has to begin, and how that is said. */
interface Deadline {
  readonly kind: "split" | "move" | "none";
  readonly date: CalendarDate | undefined;
}

function deadlineOf({ reference, split, moveStart }: ArchitectureComparison, architecture: Architecture): Deadline {
  if (architecture !== reference) return { kind: "move", date: moveStart };
  if (architecture === "vertical" && split) return { kind: "split", date: split.decision };
  return { kind: "none", date: undefined };
}

/** What an answer is made of; a scenario without errors has it. */
export interface Findings {
  readonly scenario: ScenarioMap;
  readonly reference: Reference;
  readonly comparison: ArchitectureComparison;
  readonly drivers: readonly Driver[];
  readonly pairs: readonly UnlikePair[];
  /** Undefined without a simulation. */
  readonly odds: Odds | undefined;
}

/** The answer where an input is invalid: what is wrong, as the check says it, and how many more errors there are. */
export function answerOfErrors(messages: readonly string[]): Answer {
  const [first = ""] = messages;
  const more = messages.length > 1 ? TEXTS.moreErrors(messages.length - 1) : undefined;
  return {
    severity: "error",
    verdict: TEXTS.noAnswer(first),
    amounts: line([TEXTS.fixIt, more]),
    dates: "",
    overdue: "",
    date: undefined,
    restsOn: "",
    next: TEXTS.next.fix,
  };
}

/**
 * The answer for a scenario without errors.
 * @throws {ModelError} when a formula of the scenario gives no number.
 */
export function answerOf(findings: Findings): Answer {
  const { comparison } = findings;
  const { ranked } = comparison;
  if (ranked.length === 0) return noneFeasible(comparison);
  const found = restsOn(findings);
  const isEven = hasEvenOdds(findings);
  const isClose = ranked.length > 1 && (isEven || isCloseCall(comparison));
  const deadlines = isClose ? ranked.slice(0, 2).map(({ architecture }) => architecture) : [ranked[0].architecture];
  return {
    severity: isClose ? "close" : "clear",
    verdict: line([isClose ? closeVerdict(comparison) : clearVerdict(comparison), isClose ? undefined : chosenWords(comparison)]),
    amounts: line(
      isClose ? [TEXTS.closeAdvice, ...oddsWords(findings, true)] : [...amountWords(comparison), ...oddsWords(findings, false)],
    ),
    ...datesOf(findings, inOrder(deadlines), isClose),
    restsOn: found.words,
    next: nextStep(findings, found.confirm),
  };
}

const inOrder = (architectures: readonly Architecture[]): readonly Architecture[] =>
  ARCHITECTURES.filter((each) => architectures.includes(each));

function noneFeasible(comparison: ArchitectureComparison): Answer {
  return {
    severity: "infeasible",
    verdict: TEXTS.noneFeasible,
    amounts: line(comparison.projections.map(reasonOf)),
    dates: TEXTS.addServer,
    overdue: "",
    date: undefined,
    restsOn: "",
    next: TEXTS.next.infeasible,
  };
}

const UNITS: Readonly<Record<string, string>> = {
  cores: "cores",
  memory: "GiB",
  storage: "TB",
  iops: "disk operations/s",
  "shard data": "TB",
};

/** Why an architecture is infeasible; "" where it is not. */
export function reasonOf(projection: Projection): string {
  if (projection.feasible) return "";
  const { architecture, timeline, infeasibility } = projection;
  const { month, dimension, shape, needed, available } = infeasibility;
  if (shape === "") return TEXTS.noServer(nameOf(architecture));
  const unit = UNITS[dimension] ?? dimension;
  const amount = (value: number): string => `${inWords(value)} ${unit}`;
  return TEXTS.infeasible(nameOf(architecture), monthYearInWords(dateOfMonth(timeline, month)), amount(needed), inWords(available));
}

function closeVerdict(comparison: ArchitectureComparison): string {
  const { ranked, a } = comparison;
  const { money, share } = writer(comparison);
  const [first, second, third] = ranked;
  const all = third && difference(first, third);
  if (all && all.share < a["plan.close_call"]) return TEXTS.closeAll(share(all.share));
  const [one, other] = inOrder([first.architecture, second.architecture]).map(nameOf);
  const gap = difference(first, second);
  if (gap.amount === 0) return TEXTS.closeEqual(one, other);
  return TEXTS.closeTwo(one, other, share(gap.share), money(gap.amount), nameOf(first.architecture));
}

function clearVerdict(comparison: ArchitectureComparison): string {
  const { ranked, reference, isMoveIncluded } = comparison;
  const { money, share } = writer(comparison);
  const [lowest, ...others] = ranked;
  const name = nameOf(lowest.architecture);
  if (others.length === 0) return TEXTS.onlyFeasible(name, money(lowest.presentValue));
  const saving = (other: Costs) => {
    const gap = difference(lowest, other);
    const runsToday = isMoveIncluded && other.architecture === reference && lowest.architecture !== "hybrid";
    return { amount: money(gap.amount), other: nameOf(other.architecture), share: share(gap.share), runsToday };
  };
  if (lowest.architecture === reference) {
    const gap = difference(lowest, others[0]);
    return TEXTS.stay(name, money(gap.amount), nameOf(others[0].architecture), share(gap.share));
  }
  const compared = lowest.architecture === "hybrid" ? others : [others.find(({ architecture }) => architecture === reference) ?? others[0]];
  return TEXTS.choose(name, compared.map(saving));
}

/** That another architecture was chosen than the lowest. */
function chosenWords(comparison: ArchitectureComparison): string | undefined {
  const { a, ranked } = comparison;
  const chosen = a["plan.architecture"];
  const [lowest] = ranked;
  if (chosen === lowest.architecture) return undefined;
  const costs = ranked.find(({ architecture }) => architecture === chosen);
  if (!costs) return TEXTS.chosenInfeasible(nameOf(chosen));
  return TEXTS.chosen(nameOf(chosen), writer(comparison).money(costs.presentValue - lowest.presentValue));
}

function amountWords(comparison: ArchitectureComparison): readonly (string | undefined)[] {
  const { a, ranked, reference, isMoveIncluded, projections } = comparison;
  const { money, share } = writer(comparison);
  const [lowest, ...others] = ranked;
  if (others.length === 0) return projections.filter(({ feasible }) => !feasible).map(reasonOf);
  const isStay = lowest.architecture === reference;
  const other = (isStay ? undefined : others.find(({ architecture }) => architecture === reference)) ?? others[0];
  const missing = isMoveIncluded ? undefined : TEXTS.moveMissing;
  const total = TEXTS.totals(a["plan.years"], money(lowest.total), money(other.total));
  if (isStay) return [total, missing];
  const part = lowest.architecture === "hybrid" ? TEXTS.centralPart(share(a["hybrid.central_share"])) : undefined;
  return [part, breakEvenWords(comparison, lowest), lowest.move > 0 ? TEXTS.moveIncluded(money(lowest.move)) : missing, total];
}

function breakEvenWords(comparison: ArchitectureComparison, { breakEven, projection: { timeline } }: Costs): string | undefined {
  if (breakEven === undefined) return undefined;
  return breakEven === Infinity ? TEXTS.noBreakEven : TEXTS.breaksEven(writer(comparison).month(dateOfMonth(timeline, breakEven)));
}

/** Odds of the lowest against the runner-up; undefined without a simulation of these inputs. */
function oddsOf({ comparison: { ranked }, odds }: Pick<Findings, "comparison" | "odds">): number | undefined {
  if (!odds || odds.isOutdated || ranked.length < 2) return undefined;
  return odds.share(ranked[0].architecture, ranked[1].architecture);
}

function hasEvenOdds(findings: Findings): boolean {
  const share = oddsOf(findings);
  return share !== undefined && share >= EVEN_ODDS[0] && share <= EVEN_ODDS[1];
}

function oddsWords(findings: Findings, isClose: boolean): readonly string[] {
  const { comparison, odds } = findings;
  const { ranked } = comparison;
  if (ranked.length < 2) return [];
  if (odds?.isOutdated === true) return [TEXTS.oddsOutdated];
  const share = oddsOf(findings);
  if (share === undefined) return [TEXTS.oddsMissing];
  const [less, more] = ranked.map(({ architecture }) => nameOf(architecture));
  const shown = writer(comparison).share(share);
  return [isClose ? TEXTS.oddsShort(shown, less) : TEXTS.odds(shown, less, more)];
}

type Dates = Pick<Answer, "dates" | "overdue" | "date">;

/** By when to start what: of one architecture with the reason, of two each in its words. */
function datesOf(findings: Findings, architectures: readonly Architecture[], isClose: boolean): Dates {
  const { comparison } = findings;
  const { month } = writer(comparison);
  const deadlines = architectures.map((architecture) => ({ architecture, ...deadlineOf(comparison, architecture) }));
  const dated = deadlines.filter(({ date }) => date !== undefined) as readonly (Deadline & { readonly date: CalendarDate })[];
  const first = [...dated].sort((one, other) => serialOf(one.date) - serialOf(other.date)).at(0);
  const words = isClose ? line(deadlines.map((each) => deadlineWords(comparison, each))) : datesAlone(findings, deadlines[0]);
  return {
    dates: words,
    overdue: first ? TEXTS[first.kind === "split" ? "overdueSplit" : "overdueMove"](month(first.date)) : "",
    date: first?.date,
  };
}

function deadlineWords(
  comparison: ArchitectureComparison,
  { architecture, kind, date }: Deadline & { readonly architecture: Architecture },
): string {
  if (!date) return architecture === "vertical" ? TEXTS.noSplitOf(nameOf(architecture)) : "";
  return TEXTS[kind === "split" ? "startSplitOf" : "startMoveOf"](nameOf(architecture), writer(comparison).month(date));
}

function datesAlone(findings: Findings, { architecture, kind, date }: Deadline & { readonly architecture: Architecture }): string {
  const { comparison } = findings;
  const { month } = writer(comparison);
  if (kind === "move" && date) return line([TEXTS.startMove(month(date)), ...movedWords(findings)]);
  const { split } = comparison;
  if (kind === "split" && date && split) {
    const moved = movedWords(findings);
    // The reason is shown beside the first split; the acquisition that moved it is named here alone.
    return moved.length > 0
      ? line([TEXTS.startSplit(month(date)), ...moved])
      : TEXTS.splitBecause(month(date), splitReason(comparison, split));
  }
  return architecture === "vertical" ? noSplitWords(comparison) : TEXTS.noMove(nameOf(architecture));
}

/** Why the central database is split, in words without a full stop. */
export function splitReason(comparison: ArchitectureComparison, { dimension, date }: FirstShard): string {
  const when = writer(comparison).month(date);
  if (dimension === "shard data") return TEXTS.splitByData(inWords(comparison.a["shard.max_tb"]), when);
  if (dimension === "cost" || dimension === "none") return TEXTS.splitByCost(when);
  return TEXTS.splitByResource(TEXTS.resources[dimension], when);
}

function noSplitWords(comparison: ArchitectureComparison): string {
  const [central] = comparison.projections;
  const { end, share } = writer(comparison);
  const fill = central.feasible ? fillAtHorizon(central) : undefined;
  const resource = fill && Object.entries(TEXTS.resources).find(([dimension]) => dimension === fill.dimension)?.[1];
  return fill && resource !== undefined ? TEXTS.noSplit(end, resource, share(fill.utilization)) : TEXTS.noSplitPlain(end);
}

/** The acquisition that moved the first split most. */
function movedWords({ scenario, comparison, reference }: Findings): readonly string[] {
  const { split, a, reference: today } = comparison;
  const moved = split && today === "vertical" ? movedSplit(scenario, a, split, reference) : undefined;
  if (!split || !moved) return [];
  const { deal, without } = moved;
  const size = `${deal.tb >= 0 ? "+" : ""}${inWords(deal.tb)} TB`;
  if (!without) return [TEXTS.neededBy(deal.name, size)];
  return [TEXTS.movedBy(deal.name, size, monthYearInWords(without.date), monthYearInWords(split.date))];
}

/** What the answer rests on, and the input that has to be confirmed for it. */
function restsOn({ comparison, drivers, pairs }: Findings): { readonly words: string; readonly confirm: string | undefined } {
  const flipping = drivers.filter(({ flip }) => flip !== undefined);
  const uncertain = flipping
    .filter(({ isDecision, isConfirmed }) => !isDecision && !isConfirmed)
    .sort((one, other) => (other.flip?.saving ?? Infinity) - (one.flip?.saving ?? Infinity));
  const choices = flipping.filter(({ isDecision }) => isDecision);
  const dependsOn = choices.length > 0 ? TEXTS.dependsOn(labelOf(choices[0].key)) : undefined;
  const count = pairs.length + uncertain.length;
  if (comparison.ranked.length < 2) return { words: "", confirm: undefined };
  if (count === 0) return { words: line([TEXTS.noDriver, dependsOn]), confirm: undefined };
  const more = count > 1 ? TEXTS.more(count - 1) : undefined;
  const [pair] = pairs;
  const [driver] = uncertain;
  const isPair = pairs.length > 0 && (uncertain.length === 0 || savingOf(pair.flip) >= savingOf(driver.flip));
  return isPair
    ? { words: line([pairWords(comparison, pair), more, dependsOn]), confirm: undefined }
    : { words: line([driverWords(comparison, driver), more, dependsOn]), confirm: labelOf(driver.key) };
}

const savingOf = (flip: Pick<Flip, "saving"> | undefined): number => flip?.saving ?? Infinity;

function flipWords(comparison: ArchitectureComparison, { lowest, saving }: Pick<Flip, "lowest" | "saving">): string {
  return saving === undefined ? TEXTS.isFeasibleAlone(nameOf(lowest)) : TEXTS.costsLess(nameOf(lowest), writer(comparison).money(saving));
}

function pairWords(comparison: ArchitectureComparison, { subject, vertical, horizontal, flip }: UnlikePair): string {
  const shown = (value: number | string): string =>
    typeof value === "string" ? value : subject === "turnover" ? writer(comparison).share(value) : inWords(value);
  return TEXTS.restsOnPair(TEXTS.pairs[subject](shown(vertical), shown(horizontal)), flipWords(comparison, flip));
}

function driverWords(comparison: ArchitectureComparison, { key, flip }: Driver): string {
  const unit = parseKey(key)?.assumption.unit ?? "";
  return flip ? TEXTS.restsOnInput(labelOf(key), valueInWords(flip.value, unit), flipWords(comparison, flip)) : "";
}

/** What to do next: the first that applies. */
function nextStep({ comparison, odds }: Findings, confirm: string | undefined): string {
  if (!comparison.isMoveIncluded) return TEXTS.next.today;
  if (confirm !== undefined) return TEXTS.next.confirm(confirm);
  if (gapOf(comparison) && (!odds || odds.isOutdated)) return TEXTS.next.simulate;
  return TEXTS.next.report;
}
