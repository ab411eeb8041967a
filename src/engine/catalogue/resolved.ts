/** What a scenario is once it has been read: typed, checked, defaults filled in. */

import type { ScalarAssumptions, TableRow } from "./assumptions";
import type { ParsedKey } from "./keys";
import type { LicenseProduct } from "./reference";
import type { ReadValue, Value } from "./values";

/** A scenario: a flat map from key to stated value. What is not stated has its default. */
export type ScenarioMap = ReadonlyMap<string, Value>;

export interface License extends TableRow<"license"> {
  readonly price: number;
  /** The vendor's own rules of counting; undefined for the user's own product, or when the scenario states how to count. */
  readonly vendor: VendorRules | undefined;
  /** Most memory of a server that the edition uses, GiB; undefined without a limit. */
  readonly maxMemoryGib: number | undefined;
}

/** What a catalogue product counts by beside the keys `license.*.*`. */
export type VendorRules = Pick<
  LicenseProduct,
  "minimumServer" | "minimumPerProcessor" | "minimumOrder" | "coresPerLicense" | "pooled" | "virtual"
>;

export interface Role extends TableRow<"role"> {
  readonly salary: number;
  /** The salary of the reference data and its age, when the scenario states none: it is brought to the start of the plan by the growth of wages. */
  readonly dated: DatedSalary | undefined;
}

/** A yearly salary as it was published, so many months before the plan starts. */
export interface DatedSalary {
  readonly salary: number;
  readonly months: number;
}

export interface Deal extends TableRow<"deal"> {
  readonly close: NonNullable<TableRow<"deal">["close"]>;
}

export interface CustomLine extends TableRow<"custom"> {
  readonly formula: string;
}

/** What a scenario's tables and indexed keys amount to, defaults filled in. */
export interface DerivedTables {
  readonly deals: readonly Deal[];
  /** Server rows of the scenario; empty means that the reference ladders hold. */
  readonly servers: readonly TableRow<"server">[];
  readonly licenses: readonly License[];
  readonly roles: readonly Role[];
  readonly customLines: readonly CustomLine[];
  /** Organic growth of each year of the plan. */
  readonly growthByYear: readonly number[];
  readonly hasYearlyGrowth: boolean;
  /** The scenario's own twelve season factors with mean 1; undefined when it states none. */
  readonly seasonFactors: readonly number[] | undefined;
}

/** A scenario with every default filled in and every value checked. */
export interface Assumptions extends ScalarAssumptions, DerivedTables {
  readonly stated: ScenarioMap;
}

/** One stated value that could be read. */
export interface Stated {
  readonly parsed: ParsedKey;
  readonly value: ReadValue;
}
