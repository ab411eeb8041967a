/** What would you do: the decision checklist beside the costs, and the month to switch. */

import { adviceOn } from "../engine/analysis/advice";
import type { Advice, Lean, Recommendation } from "../engine/analysis/advice";
import { cheapestSwitch, NO_SWITCH, staysCentralWords, switchCosts } from "../engine/analysis/switchMonth";
import { metricValue } from "../engine/finance/metrics";
import type { Architecture } from "../engine/plan/setting";
import { dateOfMonth, serialOf, timelineOf } from "../engine/timeline";
import { reference } from "../reference/load";
import { metricAsked } from "./asked";
import { choiceOf } from "./cells";
import { answer, answers, NoAnswer } from "./excelError";
import type { Answer } from "./excelError";
import { orNone } from "./ifNone";
import { scenarioOf } from "./memo";
import { ARCHITECTURE_NAMES, inWords, percentInWords } from "../engine/words";

/** @customenum {string} */
enum SwitchFact {
  /** First day of the month. */
  date = "date",
  /** Month of the plan; 1 is Distributed from the start. */
  month = "month",
  /** Present value of the plan with the move in that month. */
  cost = "cost",
  /** Saving in present value against staying with Central to the end. */
  saving = "saving",
}

const RECOMMENDED: Readonly<Record<Recommendation, readonly [words: string, lean: Lean]>> = {
  central: ["stay central", "central"],
  "hybrid first": ["start hybrid", "distributed"],
  open: ["open", "either"],
};

const LEANS: Readonly<Record<Architecture, Lean | "hybrid">> = { vertical: "central", horizontal: "distributed", hybrid: "hybrid" };

/** What each architecture costs, the cheapest first, in words. */
function costWords({ costs: { ranked } }: Advice): string {
  const [first, ...others] = ranked;
  const more = others.map(
    ({ architecture, cost }) =>
      `${ARCHITECTURE_NAMES[architecture]} ${inWords(cost - first.cost)} (${percentInWords(cost / first.cost - 1)}) more`,
  );
  return [`present value ${inWords(first.cost)}`, ...more].join("; ");
}

function costRows(advice: Advice): readonly (readonly Answer[])[] {
  const { ranked, agrees } = advice.costs;
  const first = ranked.at(0);
  if (!first) return [["Cheapest", "none", "either", "no architecture can meet the demand"]];
  const together =
    agrees === undefined
      ? ["the costs decide", "the checklist has no recommendation"]
      : agrees
        ? ["they agree", "the lowest cost is what the checklist recommends"]
        : [
            "the costs say otherwise",
            `the checklist recommends: ${RECOMMENDED[advice.recommendation][0]}; ${ARCHITECTURE_NAMES[first.architecture]} has the lowest present value: weigh both`,
          ];
  return [
    ["Cheapest", first.architecture, LEANS[first.architecture], costWords(advice)],
    ["Checklist and costs", together[0], "", together[1]],
  ];
}

/**
 * Answers the decision checklist for a scenario: each question with its answer, the architecture it favors, and why; then the recommendation and the costs.
 * @customfunction ADVISE
 * @param scenario Range with keys in its first column and values in its second; the keys advice.* answer what can't be computed.
 * @param invocation The calling cell.
 * @returns Table with a header (question, answer, leans to, reason): seven questions, the recommendation, the cheapest architecture, and whether both agree.
 * @requiresAddress
 * @source Article "Distributed vs. Centralized Health System Architectures", May 2026: decision checklist
 * @errors #VALUE! for an error in the scenario, naming the key.
 * @example =INDEX(TCO.ADVISE({"demand.sites", 2}), 9, 2) -> "stay central"
 * @example =INDEX(TCO.ADVISE({"advice.latency", "yes"; "advice.expertise", "yes"; "advice.consistency", "eventual"}), 9, 2) -> "start hybrid"
 * @related ARCHITECTURES, SWITCHMONTH
 */
export function advise(scenario: any[][], invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => {
    const known = scenarioOf(scenario);
    const metric = metricAsked(undefined);
    const advice = adviceOn(known.assumptions(), (architecture) => metricValue(metric, known.projection(architecture)));
    const [words, lean] = RECOMMENDED[advice.recommendation];
    return [
      ["Question", "Answer", "Leans to", "Reason"],
      ...advice.answers.map((each) => [each.question, each.answer, each.lean, each.reason]),
      ["Recommendation", words, lean, advice.reason],
      ...costRows(advice),
    ];
  });
}

/**
 * Returns the cheapest month in which to move from Central to Distributed over the plan.
 * @customfunction SWITCHMONTH
 * @param scenario Range with keys in its first column and values in its second.
 * @param [return_] date (default; first day of the month), month (of the plan), cost (present value of that plan), or saving (against staying with Central).
 * @param [if_none] What to return when staying with Central is cheapest, or the system is already distributed; #N/A when left out.
 * @param invocation The calling cell.
 * @returns The month in which Distributed takes over and the move (switch.cost over switch.months) starts; month 1 is Distributed from the start.
 * @requiresAddress
 * @formula present value of Central's costs before the month and Distributed's costs from that month; Central's earlier payments are sunk, and nothing is
 *   bought or split for months after the move
 * @errors #N/A when no plan can meet the demand, or, with if_none left out, when staying with Central is cheapest (the message names the next cheapest month
 *   and its extra cost) or the system is already distributed.
 * @example =TCO.SWITCHMONTH({"plan.years", 2; "demand.volume", 100; "compliance.jurisdictions_vertical", 100}, "month") -> 1
 * @related ADVISE, CROSSOVER
 */
export function switchmonth(scenario: any[][], return_: SwitchFact, if_none: any, invocation: CustomFunctions.Invocation): any {
  return answer(invocation, () => {
    const a = scenarioOf(scenario).assumptions();
    const fact = choiceOf("return", return_, SwitchFact, "date");
    if (a["plan.current"] === "horizontal") return orNone(if_none, NO_SWITCH.isDistributed);
    const costs = switchCosts(a, reference);
    const stay = costs[costs.length - 1];
    const best = cheapestSwitch(costs);
    if (!best) throw new NoAnswer(NO_SWITCH.hasNoPlan);
    const dateOf = (month: number) => dateOfMonth(timelineOf(a["plan.start"], a["plan.years"]), month);
    if (best.month === stay.month) return orNone(if_none, staysCentralWords(costs, best.cost, { dateOf, currency: a["plan.currency"] }));
    if (fact === "saving" && stay.cost === undefined)
      throw new NoAnswer("There is no saving to compare: Central can't meet the demand to the end of the plan.");
    const facts = { date: serialOf(dateOf(best.month)), month: best.month, cost: best.cost, saving: (stay.cost ?? 0) - best.cost };
    return facts[fact];
  });
}
