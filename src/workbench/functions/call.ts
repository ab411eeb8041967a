import { type Argument, FormulaError, type Scalar, marshal, toFormulaError } from "./marshal";
import type { FunctionMetadata } from "./metadata";

/** A function that functions.js has associated with an id of functions.json. */
export type CustomFunction = (...args: unknown[]) => unknown;

/** Where a formula stands and where its arguments come from, as Excel writes addresses. */
export interface CallSite {
  readonly address: string;
  readonly parameterAddresses: readonly string[];
}

function invocation(metadata: FunctionMetadata, site: CallSite): object[] {
  const { requiresAddress, requiresParameterAddresses } = metadata.options ?? {};
  if (!requiresAddress && !requiresParameterAddresses) return [];
  return [
    {
      functionName: metadata.name,
      ...(requiresAddress && { address: site.address }),
      ...(requiresParameterAddresses && { parameterAddresses: site.parameterAddresses }),
    },
  ];
}

/** A function as the formula engine calls it; throws FormulaError. */
export type BoundCall = (given: readonly Argument[], site: CallSite) => Scalar[][];

/** How calls of formulas reach their functions. */
export interface Calls {
  readonly bind: (metadata: FunctionMetadata, body: CustomFunction) => BoundCall;
}

/** Each call is answered at once: what a person who types into the workbench does not wait for. */
export function promptCalls(allowsErrors: boolean): Calls {
  return { bind: (metadata, body) => (given, site) => call(metadata, body, given, site, allowsErrors) };
}

function toScalar(value: unknown): Scalar {
  if (typeof value === "number") return Number.isFinite(value) ? value : new FormulaError("#NUM!");
  if (typeof value === "string" || typeof value === "boolean") return value;
  // Excel shows a null result as 0.
  if (value === null || value === undefined) return 0;
  return toFormulaError(value);
}

/** What a function returned, as cells; throws FormulaError where it is no rectangle. */
export function toMatrix(result: unknown): Scalar[][] {
  if (!Array.isArray(result)) return [[toScalar(result)]];
  const rows = result.map((row: unknown) => (Array.isArray(row) ? row.map(toScalar) : [toScalar(row)]));
  const width = rows[0]?.length ?? 0;
  if (width === 0 || rows.some((row) => row.length !== width))
    throw new FormulaError("#VALUE!", "The function returned rows of unequal length.");
  return rows;
}

/** Result of one call as a matrix of at least one cell; throws FormulaError with the code and message that the function gave. */
export function call(
  metadata: FunctionMetadata,
  body: CustomFunction,
  given: readonly Argument[],
  site: CallSite,
  allowsErrors: boolean,
): Scalar[][] {
  try {
    return toMatrix(body(...marshal(metadata.parameters, given, allowsErrors), ...invocation(metadata, site)));
  } catch (thrown) {
    throw toFormulaError(thrown);
  }
}
