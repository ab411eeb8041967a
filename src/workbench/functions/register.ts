import { BooleanNumber } from "@univerjs/core";
import { FunctionType, IDescriptionService, IFunctionService, type IFunctionInfo } from "@univerjs/preset-sheets-core";
import type { OpenWorkbook } from "../grid/workbook";
import type { Calls, CustomFunction } from "./call";
import { CustomFunctionExecutor, type ExecutorContext } from "./executor";
import { allowedValues } from "./metadata";
import type { FunctionMetadata, FunctionParameter, FunctionsFile } from "./metadata";

/** Namespace of the functions, as the manifest states it. */
const NAMESPACE = "TCO";

function choices(parameter: FunctionParameter, file: FunctionsFile): string {
  const values = allowedValues(parameter, file);
  return values.length === 0 ? "" : ` One of ${values.join(", ")}.`;
}

function example(parameter: FunctionParameter, file: FunctionsFile): string {
  const [first] = allowedValues(parameter, file);
  return first ?? (parameter.dimensionality === "matrix" ? "A1:B10" : "A1");
}

/** Help for completion while typing: the texts that Excel shows. */
function toInfo(name: string, { description = "", parameters }: FunctionMetadata, file: FunctionsFile): IFunctionInfo {
  return {
    functionName: name,
    functionType: FunctionType.User,
    description,
    abstract: description,
    functionParameter: parameters.map((parameter) => ({
      name: parameter.name,
      detail: (parameter.description ?? "") + choices(parameter, file),
      example: example(parameter, file),
      require: parameter.optional ? BooleanNumber.FALSE : BooleanNumber.TRUE,
      repeat: parameter.repeating ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    })),
  };
}

/** Makes the functions that functions.js has associated callable in formulas; throws where functions.json names one that is missing. */
export function registerFunctions(
  open: OpenWorkbook,
  file: FunctionsFile,
  bodies: ReadonlyMap<string, CustomFunction>,
  calls: Calls,
  context: ExecutorContext,
) {
  const executors = open.injector.get(IFunctionService);
  const descriptions = open.injector.get(IDescriptionService);
  for (const metadata of file.functions) {
    const body = bodies.get(metadata.id.toUpperCase());
    if (body === undefined) throw new Error(`functions.js does not associate ${metadata.id}.`);
    const name = `${NAMESPACE}.${metadata.name.toUpperCase()}`;
    executors.registerExecutors(new CustomFunctionExecutor(name, metadata, calls.bind(metadata, body), context));
    // By the service of the interface: what only the service of the engine knows is proposed, but its arguments are not shown.
    descriptions.registerDescriptions([toInfo(name, metadata, file)]);
  }
}
