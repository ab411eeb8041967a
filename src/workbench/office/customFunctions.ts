import type { CustomFunction } from "../connection";

const ErrorCode = {
  invalidValue: "#VALUE!",
  notAvailable: "#N/A",
  divisionByZero: "#DIV/0!",
  invalidNumber: "#NUM!",
  nullReference: "#NULL!",
  invalidName: "#NAME?",
  invalidReference: "#REF!",
} as const;

class CustomFunctionsError extends Error {
  override readonly name = "CustomFunctions.Error";

  constructor(
    readonly code: (typeof ErrorCode)[keyof typeof ErrorCode],
    message?: string,
  ) {
    super(message);
  }
}

/** The global CustomFunctions that functions.js calls when it runs: it gathers what is associated, by id in capitals. */
export function createCustomFunctions(functions: Map<string, CustomFunction>) {
  function associate(id: string, body: CustomFunction): void;
  function associate(bodies: Readonly<Record<string, CustomFunction>>): void;
  function associate(first: string | Readonly<Record<string, CustomFunction>>, body?: CustomFunction): void {
    const entries = typeof first === "string" ? [[first, body] as const] : Object.entries(first);
    for (const [id, associated] of entries) if (associated !== undefined) functions.set(id.toUpperCase(), associated);
  }
  return { associate, Error: CustomFunctionsError, ErrorCode };
}
