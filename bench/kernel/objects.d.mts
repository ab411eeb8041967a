/** Runs the stand-in model as plain objects; the parameters by name. */
export function runModel(parameters: Readonly<Record<string, number>>): { readonly npvV: number; readonly npvH: number };
