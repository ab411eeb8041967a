export const NAMES: readonly string[];
export const BASE: Readonly<Record<string, number>>;
