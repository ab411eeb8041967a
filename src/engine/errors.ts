export type ModelErrorCode = "unknown-key" | "missing" | "wrong-type" | "out-of-range" | "not-allowed" | "conflict" | "expression";

/** Misuse of the model: an input that cannot be used. The message names the field, what it got and what is allowed. */
export class ModelError extends Error {
  readonly code: ModelErrorCode;
  readonly field: string;

  constructor(code: ModelErrorCode, field: string, message: string) {
    super(message);
    this.name = "ModelError";
    this.code = code;
    this.field = field;
  }
}

/** What only warnings are about. */
const WARNING_CODES = ["no-effect", "repeated", "outside-plan", "unequal", "unusual", "blank", "reads-differently"] as const;
type WarningCode = (typeof WARNING_CODES)[number];

/** Whether a code is one that an error may have. */
export function isErrorCode(code: Issue["code"]): code is ModelErrorCode {
  return !WARNING_CODES.includes(code as WarningCode);
}

/** What the check of a scenario reports about one key. */
export interface Issue {
  readonly severity: "error" | "warning";
  readonly code: ModelErrorCode | WarningCode;
  readonly key: string;
  readonly message: string;
}

/** What can make a shape too small, or a choice necessary. */
export type Dimension = "cores" | "memory" | "storage" | "iops" | "shard data" | "license" | "cost" | "none";

/** Why a server shape was refused: the dimension, what was needed and what the shape offers, in the dimension's unit. */
export interface Rejection {
  readonly shape: string;
  readonly dimension: Dimension;
  readonly needed: number;
  readonly available: number;
}
