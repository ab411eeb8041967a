/** What the add-in's functions say about themselves: the one place that knows the file in which the build writes it. */

/** Address of the folder of taskpane.js, from which webpack loads the parts of the pane. */
declare const __webpack_public_path__: string;

export interface Choice {
  readonly value: string;
  readonly words: string;
}

export interface ParameterHelp {
  readonly name: string;
  readonly words: string;
  readonly isOptional: boolean;
  readonly isRepeating: boolean;
  /** Takes cells rather than one value. */
  readonly isRange: boolean;
  readonly type: "number" | "string" | "boolean" | "any";
  readonly choices: readonly Choice[];
}

export interface FunctionHelp {
  readonly id: string;
  /** As it is typed, such as TCO.GROWTH.AT. */
  readonly name: string;
  readonly words: string;
  readonly parameters: readonly ParameterHelp[];
  readonly needsAddress: boolean;
}

interface WrittenParameter {
  readonly name: string;
  readonly description?: string;
  readonly type?: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
  readonly customEnumId?: string;
}

interface WrittenFunction {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly parameters: readonly WrittenParameter[];
  readonly options?: { readonly requiresAddress?: boolean };
}

export interface WrittenFunctions {
  readonly functions: readonly WrittenFunction[];
  readonly enums?: readonly {
    readonly id: string;
    readonly values: readonly { readonly stringValue?: string; readonly numberValue?: number; readonly tooltip?: string }[];
  }[];
}

const NAMESPACE = "TCO.";
const TYPES: readonly string[] = ["number", "string", "boolean"];

function parameterHelp(written: WrittenParameter, { enums = [] }: WrittenFunctions): ParameterHelp {
  const values = enums.find(({ id }) => id === written.customEnumId)?.values ?? [];
  return {
    name: written.name,
    words: written.description ?? "",
    isOptional: written.optional ?? false,
    isRepeating: written.repeating ?? false,
    isRange: written.dimensionality === "matrix",
    type: TYPES.includes(written.type ?? "") ? (written.type as ParameterHelp["type"]) : "any",
    choices: values.map(({ stringValue, numberValue, tooltip }) => ({ value: String(stringValue ?? numberValue), words: tooltip ?? "" })),
  };
}

/** The functions of a file such as functions.json, in alphabetical order. */
export function functionHelps(file: WrittenFunctions): readonly FunctionHelp[] {
  return file.functions
    .map(({ id, name, description = "", parameters, options }) => ({
      id,
      name: name.startsWith(NAMESPACE) ? name : `${NAMESPACE}${name}`,
      words: description,
      parameters: parameters.map((parameter) => parameterHelp(parameter, file)),
      needsAddress: options?.requiresAddress ?? false,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Reads what the functions say about themselves. */
export async function readFunctionHelps(): Promise<readonly FunctionHelp[]> {
  const response = await fetch(`${__webpack_public_path__}functions.json`);
  if (!response.ok) throw new Error(`The help of the functions could not be loaded (${String(response.status)}).`);
  return functionHelps((await response.json()) as WrittenFunctions);
}

/** The values that a parameter of a function allows, in their order; none when the function has no such parameter. */
export function choicesOf(helps: readonly FunctionHelp[], functionId: string, parameter: string): readonly Choice[] {
  return helps.find(({ id }) => id === functionId)?.parameters.find(({ name }) => name === parameter)?.choices ?? [];
}
