import type { Nullable } from "@univerjs/core";
import {
  ArrayValueObject,
  BaseFunction,
  type BaseReferenceObject,
  type BaseValueObject,
  BooleanValueObject,
  ERROR_TYPE_SET,
  ErrorType,
  ErrorValueObject,
  NumberValueObject,
  StringValueObject,
} from "@univerjs/preset-sheets-core";
import { toA1 } from "../grid/address";
import type { BoundCall } from "./call";
import { type Argument, FormulaError, type Scalar } from "./marshal";
import { type ErrorMessages, cellKey } from "./messages";
import type { FunctionMetadata } from "./metadata";

export interface ExecutorContext {
  readonly messages: ErrorMessages;
  readonly sheetName: (sheetId: string) => string;
}

function toScalar(value: Nullable<BaseValueObject>): Scalar {
  if (!value || value.isNull()) return null;
  if (value.isError()) return new FormulaError(String(value.getValue()));
  return value.getValue();
}

/** Cells of arrays that were read: within a run the engine gives every formula that names a range the same array. */
const readArrays = new WeakMap<BaseValueObject, Exclude<Argument, undefined>>();

function cellsOf(array: BaseValueObject): Argument {
  const found = readArrays.get(array) ?? array.getArrayValue().map((row) => row.map(toScalar));
  readArrays.set(array, found);
  return found;
}

function toArgument(variant: BaseValueObject | BaseReferenceObject): Argument {
  if (variant.isReferenceObject()) return cellsOf((variant as BaseReferenceObject).toArrayValueObject());
  const value = variant as BaseValueObject;
  if (value.isArray()) return cellsOf(value);
  return value.isNull() ? undefined : [[toScalar(value)]];
}

function toErrorObject(code: string) {
  return ErrorValueObject.create([...ERROR_TYPE_SET].find((known: string) => known === code) ?? ErrorType.VALUE);
}

function toValueObject(value: Scalar): BaseValueObject {
  if (value instanceof FormulaError) return toErrorObject(value.code);
  if (typeof value === "number") return NumberValueObject.create(value);
  if (typeof value === "boolean") return BooleanValueObject.create(value);
  return StringValueObject.create(value ?? "");
}

function toResult(matrix: Scalar[][], sheetId: string): BaseValueObject {
  const calculateValueList = matrix.map((row) => row.map(toValueObject));
  const [first] = calculateValueList;
  if (calculateValueList.length === 1 && first?.length === 1 && first[0]) return first[0];
  return ArrayValueObject.create({
    calculateValueList,
    rowCount: calculateValueList.length,
    columnCount: first?.length ?? 0,
    unitId: "",
    sheetId,
    row: -1,
    column: -1,
  });
}

/**
 * One custom function in the formula engine. The engine's own way to register functions turns an omitted argument into 0 and leaves other cells
 * empty after an exception; an executor sees omitted, blank and error apart and always returns a value.
 */
export class CustomFunctionExecutor extends BaseFunction {
  override needsReferenceObject = true;
  override minParams = -1;
  override maxParams = -1;

  constructor(
    name: string,
    private readonly metadata: FunctionMetadata,
    private readonly call: BoundCall,
    private readonly context: ExecutorContext,
  ) {
    super(name);
  }

  override calculate(...variants: BaseValueObject[]): BaseValueObject {
    const { messages } = this.context;
    const sheetId = this.subUnitId ?? "";
    const cell = cellKey(sheetId, this.row, this.column);
    try {
      const matrix = this.call(variants.map(toArgument), this.site(variants));
      messages.succeed(cell);
      return toResult(matrix, "");
    } catch (error) {
      const { code, message } = error as FormulaError;
      if (message !== "") messages.set(cell, message);
      return toErrorObject(code);
    }
  }

  private site(variants: readonly BaseValueObject[]) {
    const own = { row: this.row, column: this.column, rowCount: 1, columnCount: 1 };
    return {
      address: toA1(own, this.context.sheetName(this.subUnitId ?? "")),
      parameterAddresses: this.metadata.options?.requiresParameterAddresses ? variants.map((variant) => this.addressOf(variant)) : [],
    };
  }

  private addressOf(variant: BaseValueObject): string {
    if (!variant.isReferenceObject()) return "";
    const reference = variant as unknown as BaseReferenceObject;
    const { startRow, startColumn, endRow, endColumn } = reference.getRangePosition();
    const area = { row: startRow, column: startColumn, rowCount: endRow - startRow + 1, columnCount: endColumn - startColumn + 1 };
    return toA1(area, this.context.sheetName(reference.getSheetId()));
  }
}
