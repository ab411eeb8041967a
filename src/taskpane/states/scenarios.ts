/** What the screens have chosen of scenarios follows their names in the workbook. Pure. */

import { comparedIn } from "../../workbook/edit/inputTable";
import { BASE_COLUMN } from "../../workbook/layout";
import { scenarioNames } from "../../workbook/mapping";
import type { WorkbookReading } from "../../workbook/readScenarios";
import type { AnalyzeState } from "./analyze";
import type { CompareState, Side } from "./compare";
import type { ExchangeState } from "./exchange";
import type { HomeState } from "./home";
import { withDraftsOf } from "./inputs";
import type { InputsState } from "./inputs";

/** The parts of the pane's state that name scenarios. */
interface Screens {
  readonly home: HomeState;
  readonly inputs: InputsState;
  readonly compare: CompareState;
  readonly analyze: AnalyzeState;
  readonly exchange: ExchangeState;
}

const namesIn = (reading: WorkbookReading | undefined): readonly string[] =>
  reading?.kind === "model" ? scenarioNames(reading.inputs?.values[0] ?? []) : [];

/** What a scenario is called after another reading; undefined where it is gone. A new name in its column, in place of the old one, is its own. */
function nameNow(name: string, before: readonly string[], after: readonly string[]): string | undefined {
  if (after.includes(name)) return name;
  const inPlace = after.length === before.length ? after[before.indexOf(name)] : undefined;
  return inPlace === undefined || before.includes(inPlace) ? undefined : inPlace;
}

function analyzeWith(analyze: AnalyzeState, scenario: (name: string) => string, nowOf: (name: string) => string | undefined): AnalyzeState {
  const { "crossing.scenario": other = "" } = analyze.fields;
  // "" is the scenario itself.
  const fields = other === "" ? analyze.fields : { ...analyze.fields, "crossing.scenario": nowOf(other) ?? "" };
  return { ...analyze, scenario: scenario(analyze.scenario), fields };
}

/** The name that is being typed goes with its scenario; where that is gone or put aside, nobody is asked for one any more. */
function homeWith(home: HomeState, next: WorkbookReading, nowOf: (name: string) => string | undefined): HomeState {
  const { naming, actionsOf } = home;
  const compared = comparedIn(next);
  const standing = (name: string) => {
    const now = nowOf(name);
    return now !== undefined && (compared.length === 0 || compared.includes(now)) ? now : undefined;
  };
  const scenario = naming && naming.kind !== "new" ? standing(naming.scenario) : "";
  return {
    ...home,
    naming: naming && scenario !== undefined ? { ...naming, scenario } : undefined,
    actionsOf: actionsOf === undefined ? undefined : nowOf(actionsOf),
  };
}

/** What the screens have chosen, under the names of another reading: a scenario that was renamed stays chosen, in place of one that is gone stands Base. */
export function withNamesOf(
  { home, inputs, compare, analyze, exchange }: Screens,
  last: WorkbookReading | undefined,
  next: WorkbookReading,
): Screens {
  const [before, after] = [namesIn(last), namesIn(next)];
  const nowOf = (name: string) => (after.length === 0 ? name : nameNow(name, before, after));
  const scenario = (name: string) => nowOf(name) ?? BASE_COLUMN;
  const side = (chosen: Side): Side => ({ ...chosen, scenario: scenario(chosen.scenario) });
  return {
    home: homeWith(home, next, nowOf),
    inputs: withDraftsOf({ ...inputs, scenario: scenario(inputs.scenario) }, (name) => nowOf(name) ?? name),
    compare: { ...compare, from: side(compare.from), to: side(compare.to) },
    analyze: analyzeWith(analyze, scenario, nowOf),
    exchange: { ...exchange, scenario: scenario(exchange.scenario) },
  };
}
