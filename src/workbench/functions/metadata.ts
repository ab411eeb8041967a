/** Shape of functions.json as far as a host of custom functions reads it. */
export interface FunctionParameter {
  readonly name: string;
  readonly description?: string;
  readonly type?: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
  readonly customEnumId?: string;
}

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly parameters: readonly FunctionParameter[];
  readonly options?: { readonly requiresAddress?: boolean; readonly requiresParameterAddresses?: boolean };
}

interface EnumMetadata {
  readonly id: string;
  readonly values: readonly { readonly stringValue?: string; readonly numberValue?: number }[];
}

export interface FunctionsFile {
  readonly allowErrorForDataTypeAny?: boolean;
  readonly functions: readonly FunctionMetadata[];
  readonly enums?: readonly EnumMetadata[];
}

/** The values that an enumerated parameter allows, as a formula writes them; none for any other parameter. */
export function allowedValues({ customEnumId }: FunctionParameter, { enums = [] }: FunctionsFile): readonly string[] {
  const values = enums.find(({ id }) => id === customEnumId)?.values ?? [];
  return values.map(({ stringValue, numberValue }) => JSON.stringify(stringValue ?? numberValue));
}
