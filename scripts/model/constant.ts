import { treeOf } from "../../src/engine/demand/expressionTree";
import type { Expression, ExpressionOf } from "../../src/engine/demand/expressionTree";
import type { Entry, Quantity } from "../../src/engine/model/entry";
import { named, nameIn } from "../../src/engine/model/language/names";
import type { Names, Scope } from "../../src/engine/model/language/names";
import { PLAN_WORDS } from "../../src/engine/model/language/planWords";
import type { PlanWord } from "../../src/engine/model/language/planWords";
import { argumentKind, VOCABULARY } from "../../src/engine/model/language/vocabulary";
import type { FunctionName, VocabularyFunction } from "../../src/engine/model/language/vocabulary";
import { PLAN_READINGS } from "./readings";

/** Functions that differ from month to month: they follow the month, or read other months of what they are given. */
const READS_MONTHS: ReadonlySet<string> = new Set(
  (Object.keys(VOCABULARY) as FunctionName[]).filter((name) => {
    const { args, followsMonth }: VocabularyFunction = VOCABULARY[name];
    return followsMonth === true || args.includes("series");
  }),
);

/** Whether an entry is one number, the same in every month, or one for each row: then what reads it computes with it once. */
export function isConstant(entry: Entry, names: Names): boolean {
  if ("series" in entry) return entry.isConstant ?? false;
  return "formula" in entry && !changes(treeOf(entry.formula), names, entry.over === undefined ? [] : [entry.over]);
}

/** Whether a part of a formula changes from month to month. A series in a month that does not change is one number. */
function changes(node: Expression, names: Names, scope: Scope): boolean {
  switch (node.kind) {
    case "number":
      return false;
    case "name":
      return nameChanges(node.name, names, scope);
    case "binary":
      return changes(node.left, names, scope) || changes(node.right, names, scope);
    case "choice":
      return [node.condition, node.whenTrue, node.whenFalse].some((part) => changes(part, names, scope));
    case "call":
      return callChanges(node, names, scope);
    default:
      return changes(node.of, names, scope);
  }
}

function callChanges({ name, args }: ExpressionOf<"call">, names: Names, scope: Scope): boolean {
  if (name === "at") return changes(args[1], names, scope);
  if (READS_MONTHS.has(name)) return true;
  const kinds = args.map((_, at) => argumentKind(name, at, args.length));
  const sets = args.filter((_, at) => kinds[at] === "rows").map(nameIn);
  return args.some((arg, at) => kinds[at] === "number" && changes(arg, names, [...scope, ...sets]));
}

/** Whether the value of a name changes from month to month; keys, fields of rows and words do not. */
function nameChanges(name: string, names: Names, scope: Scope): boolean {
  const found = named(names, name, scope);
  if (found?.kind === "plan") return PLAN_READINGS[found.word].changes === true;
  return found?.kind === "month" || (found?.kind === "entry" && !isConstant(found.entry, names));
}

/** When an entry is 0 in all months of a plan, as code, and its formula for other plans. */
export interface Guard {
  readonly zeroWhen: string;
  readonly formula: Expression;
}

const isZero = (node: Expression): boolean => node.kind === "number" && node.value === 0;

/**
 * What the plan decides of a whole entry: `is(key, word) ? ... : 0` is 0 when the key is another word, `owns_servers ? ... : 0` where none are owned,
 * `parts(..., 0)` in a plan without a central part.
 */
export function guardOf(entry: Quantity): Guard | undefined {
  const tree = treeOf(entry.formula);
  if (entry.over !== undefined) return undefined;
  if (tree.kind === "choice") return isZero(tree.whenFalse) ? ofWord(tree.condition, tree.whenTrue) : undefined;
  if (tree.kind !== "call" || tree.name !== "parts") return undefined;
  const [central, distributed] = tree.args;
  if (isZero(distributed)) return { zeroWhen: "p.centralShare === 0", formula: central };
  return isZero(central) ? { zeroWhen: "p.centralShare === 1", formula: distributed } : undefined;
}

function ofWord(condition: Expression, formula: Expression): Guard | undefined {
  if (condition.kind === "name" && Object.hasOwn(PLAN_WORDS, condition.name)) {
    const { code, changes } = PLAN_READINGS[condition.name as PlanWord];
    return changes ? undefined : { zeroWhen: `${code} === 0`, formula };
  }
  if (condition.kind !== "call" || condition.name !== "is") return undefined;
  const [key, word] = condition.args.map(nameIn);
  return { zeroWhen: `a[${JSON.stringify(key)}] !== ${JSON.stringify(word)}`, formula };
}
