/** What the add-in's functions say about themselves: the one place that knows the files in which the build writes it. */

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

/** What the block above a function says beyond its arguments. */
export interface FunctionDetails {
  readonly returns: string;
  readonly formula?: string;
  readonly source?: string;
  readonly errors: string;
  /** Formulas with English separators, and what they give. */
  readonly examples: readonly { readonly formula: string; readonly result: string }[];
  /** Ids of functions. */
  readonly related: readonly string[];
}

export interface FunctionHelp {
  readonly id: string;
  /** As it is typed, such as TCO.GROWTH.AT. */
  readonly name: string;
  readonly words: string;
  readonly parameters: readonly ParameterHelp[];
  readonly needsAddress: boolean;
  readonly details?: FunctionDetails | undefined;
}

/** The parameter of an argument: a repeating one has several. */
export function parameterAt({ parameters }: FunctionHelp, index: number): ParameterHelp | undefined {
  return parameters[Math.min(index, parameters.length - 1)];
}

/** formulas.json, which the build writes from the blocks. */
export interface WrittenDetails {
  readonly functions: readonly (FunctionDetails & { readonly name: string })[];
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

/** The functions of functions.json with what formulas.json says of them, in alphabetical order. */
export function functionHelps(file: WrittenFunctions, { functions: details }: WrittenDetails): readonly FunctionHelp[] {
  return file.functions
    .map(({ id, name, description = "", parameters, options }) => ({
      id,
      name: name.startsWith(NAMESPACE) ? name : `${NAMESPACE}${name}`,
      words: description,
      parameters: parameters.map((parameter) => parameterHelp(parameter, file)),
      needsAddress: options?.requiresAddress ?? false,
      details: details.find((each) => each.name === id),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function readJson(name: string): Promise<unknown> {
  const response = await fetch(`${__webpack_public_path__}${name}`);
  if (!response.ok) throw new Error(`The help of the functions could not be loaded (${String(response.status)}).`);
  return response.json();
}

/** Reads what the functions say about themselves. */
export async function readFunctionHelps(): Promise<readonly FunctionHelp[]> {
  const [file, details] = await Promise.all(["functions.json", "formulas.json"].map(readJson));
  return functionHelps(file as WrittenFunctions, details as WrittenDetails);
}

/** The values that a parameter of a function allows, in their order; none when the function has no such parameter. */
export function choicesOf(helps: readonly FunctionHelp[], functionId: string, parameter: string): readonly Choice[] {
  return helps.find(({ id }) => id === functionId)?.parameters.find(({ name }) => name === parameter)?.choices ?? [];
}
