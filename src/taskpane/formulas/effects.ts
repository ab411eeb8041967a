/** Previews a function on the cells that its form names, and writes its formula into the sheet. */

import { insertFormula, readNameable, readReference } from "../../workbook/edit/readReference";
import type { CellValue } from "../../workbook/plan";
import { ask } from "../functions/ask";
import { argumentOf, fieldOf, formulaOf } from "./formulaText";
import type { FormulaArgument, Nameable } from "./formulaText";
import type { FunctionHelp } from "../functions/help";
import { parameterAt, readFunctionHelps } from "../functions/help";
import type { Argument, ResultRows } from "../functions/protocol";
import { ONLY_IN_CELL } from "./state";
import type { Preview } from "./state";
import { failedWith, wordsOfFailure } from "../shell/failure";
import type { Controls } from "../shell/screen";
import { perform, run } from "../shell/host";
import type { EffectContext } from "../shell/host";
import type { FormulasAction, FormulasState } from "./state";

export type FormulaContext = EffectContext<{ readonly formulas: FormulasState }, FormulasAction>;

export interface FormulaEffects {
  /** Reads what the functions say about themselves, and asks the chosen one again. */
  readonly refresh: () => Promise<void>;
  /** Opens the form of a function with the arguments that a formula gives it. */
  readonly open: (help: FunctionHelp, args: readonly string[]) => Promise<void>;
  /** Asks the chosen function with the arguments typed so far. */
  readonly preview: () => Promise<void>;
  readonly insert: () => Promise<void>;
}

/** What its views answer the user with. */
export type FormulaControls = Controls<FormulasAction, { readonly formulas: FormulaEffects }>;

async function load({ dispatch, state }: FormulaContext): Promise<void> {
  if (state().formulas.helps) return;
  try {
    dispatch({ type: "formulas/helps", helps: await readFunctionHelps() });
  } catch (error) {
    dispatch(failedWith(error));
  }
}

function chosenHelp({ state }: FormulaContext): FunctionHelp | undefined {
  const { helps, chosen } = state().formulas;
  return helps?.find(({ id }) => id === chosen);
}

function argumentsOf(help: FunctionHelp, fields: readonly string[], nameable: Nameable, locale: string): readonly FormulaArgument[] {
  return fields.map((text, index) => {
    const parameter = parameterAt(help, index);
    return parameter ? argumentOf(text, parameter, nameable, locale) : { kind: "omitted" };
  });
}

async function open(context: FormulaContext, help: FunctionHelp, args: readonly string[]): Promise<void> {
  const { dispatch, locale } = context;
  try {
    const nameable = await run(readNameable);
    const fields = Array.from({ length: Math.max(args.length, help.parameters.length) }, (_, index) => {
      const parameter = parameterAt(help, index);
      return parameter ? fieldOf(args[index] ?? "", parameter, nameable, locale) : "";
    });
    dispatch({ type: "formulas/chosen", id: help.id, fields });
  } catch (error) {
    dispatch(failedWith(error));
    return;
  }
  await preview(context);
}

/** Cells as Excel hands them to a function: a blank one is 0, where the formula does not turn it into text. */
function handedOver(cells: readonly (readonly CellValue[])[], blanksAsText: boolean): CellValue[][] {
  return cells.map((row) => row.map((cell) => (cell === "" && !blanksAsText ? 0 : cell)));
}

/** The arguments as the function takes them: one entry per parameter, a list for a repeating one, null for what is left out. */
function callArguments(help: FunctionHelp, given: readonly Argument[]): readonly Argument[] {
  return help.parameters.map((parameter, index) => {
    if (!parameter.isRepeating) return given[index] ?? null;
    return given.slice(index).filter((argument) => argument !== null);
  });
}

async function valueOf(
  { state }: FormulaContext,
  argument: FormulaArgument,
  isRange: boolean,
  tables: readonly string[],
): Promise<Argument> {
  if (argument.kind === "value") return isRange ? [[argument.value]] : argument.value;
  if (argument.kind !== "reference") return null;
  const { reading } = state();
  const blocks = reading?.kind === "model" ? reading.blocks : [];
  const cells = await run((excel) => readReference(excel, argument.address, tables, blocks));
  const handed = handedOver(cells, argument.blanksAsText);
  return isRange ? handed : handed[0]?.[0];
}

/** The name of the first required argument that is not given. */
function missingArgument(help: FunctionHelp, args: readonly FormulaArgument[]): string | undefined {
  return help.parameters.find(
    (parameter, index) => !parameter.isOptional && !parameter.isRepeating && (args[index]?.kind ?? "omitted") === "omitted",
  )?.name;
}

/** Why a formula cannot be asked yet; undefined when it can. */
function unanswerable(help: FunctionHelp, args: readonly FormulaArgument[]): string | undefined {
  const missing = missingArgument(help, args);
  if (missing !== undefined) return `${missing} is still missing.`;
  const unclear = args.find((argument) => argument.kind === "unclear");
  if (unclear) return unclear.words;
  return args.some(({ kind }) => kind === "expression") ? ONLY_IN_CELL : undefined;
}

async function answerOf(
  context: FormulaContext,
  help: FunctionHelp,
  args: readonly FormulaArgument[],
  tables: readonly string[],
): Promise<ResultRows> {
  const isRange = (index: number) => parameterAt(help, index)?.isRange ?? false;
  const given = await Promise.all(args.map((argument, index) => valueOf(context, argument, isRange(index), tables)));
  return ask(help.id, callArguments(help, given));
}

async function preview(context: FormulaContext): Promise<void> {
  const { dispatch, state, locale } = context;
  const help = chosenHelp(context);
  if (!help) return;
  const { fields } = state().formulas;
  /** Shows what came out, unless something else was typed meanwhile. */
  const show = (shown: Preview) => {
    if (state().formulas.fields === fields && state().formulas.chosen === help.id) dispatch({ type: "formulas/previewed", preview: shown });
  };
  let formula = "";
  try {
    const nameable = await run(readNameable);
    const args = argumentsOf(help, fields, nameable, locale);
    formula = formulaOf(help, args);
    const problem = unanswerable(help, args);
    show({ formula, rows: undefined, problem });
    if (problem === undefined) show({ formula, rows: await answerOf(context, help, args, nameable.tables), problem });
  } catch (error) {
    show({ formula, rows: undefined, problem: wordsOfFailure(error) });
  }
}

async function insert(context: FormulaContext): Promise<void> {
  const shown = context.state().formulas.preview;
  if (!shown) return;
  const [rows, columns] = [shown.rows?.length ?? 1, shown.rows?.[0]?.length ?? 1];
  await perform(context, "Writing the formula", async (excel) => {
    const address = await insertFormula(excel, shown.formula, rows, columns);
    return { notice: `The formula is in ${address}.` };
  });
}

/** The effects of Formulas. */
export function formulaEffects(context: FormulaContext): FormulaEffects {
  return {
    refresh: async () => {
      await load(context);
      await preview(context);
    },
    open: (help, args) => open(context, help, args),
    preview: () => preview(context),
    insert: () => insert(context),
  };
}
