import fc from "fast-check";
import { describe, it } from "vitest";
import { allowedValue, variedScenario } from "../../../src/engine/analysis/varied";
import type { NumericKey } from "../../../src/engine/analysis/varied";
import { variableKeys } from "../../../src/engine/analysis/variableKeys";
import { ModelError } from "../../../src/engine/errors";
import type { Projection } from "../../../src/engine/lines";
import { ARCHITECTURES } from "../../../src/engine/plan/setting";
import type { Architecture } from "../../../src/engine/plan/setting";
import { resolveScenario } from "../../../src/engine/catalogue/scenario";
import { reference } from "../../../src/reference/load";
import { mapOf, projectionOf } from "../../engine/projected";
import type { Given } from "../../engine/projected";
import { scenarios, SEED } from "../generator";
import { rivals } from "../rivals";
import type { Complaints } from "../generator";

const ROUNDS = 4;
const MOST_KEYS = 8;

/** A change: which key (a share of the list), and by what its number is multiplied. */
const change = fc.tuple(fc.double({ min: 0, max: 0.9999, noNaN: true }), fc.constantFrom(0, 0.5, 0.9, 1, 1.1, 1.5, 3));
const rounds = fc.array(fc.array(change, { minLength: 1, maxLength: MOST_KEYS }), { minLength: ROUNDS, maxLength: ROUNDS });

/** What something comes to, or the code of its refusal. */
function attempt<T>(project: () => T): T | string {
  try {
    return project();
  } catch (cause) {
    if (cause instanceof ModelError) return cause.code;
    throw cause;
  }
}

/** How a projection that was computed in part differs from the same computed whole: in no digit. */
function unlike(changed: Projection | string, whole: Projection | string, architecture: Architecture): Complaints {
  if (typeof changed === "string" || typeof whole === "string") return changed === whole ? [] : [`${architecture}: a refusal`];
  if (!changed.feasible || !whole.feasible) {
    return changed.feasible === whole.feasible ? [] : [`${architecture}: only one is feasible`];
  }
  return whole.lines.flatMap(({ id, values }, index) => {
    const m = values.findIndex((value, at) => value !== changed.lines[index].values[at]);
    return m < 0 ? [] : [`${architecture} ${id} month ${m + 1}: ${changed.lines[index].values[m]} instead of ${values[m]}`];
  });
}

const multiplied = (key: NumericKey, factor: number): number =>
  allowedValue(key, key.whole ? key.base + Math.sign(factor - 1) : key.base * factor);

describe(`a scenario whose numbers change (seed ${SEED})`, () => {
  it.each([
    ["any scenario", scenarios, 200],
    ["servers that are much alike", rivals, 100],
  ] as const)(
    "%s: has the projection, to the last digit, of the same scenario read and projected again",
    (_what, arbitrary, runs) => {
      fc.assert(
        fc.property(arbitrary, rounds, (given, changes) => {
          const names = variableKeys(resolveScenario(mapOf(given), reference)).filter((key) => key !== "plan.years");
          const varied = variedScenario(mapOf(given), names, reference);
          const present: Record<string, number> = {};
          for (const round of changes) {
            for (const [place, factor] of round) {
              const index = Math.floor(place * names.length);
              present[names[index]] = multiplied(varied.keys[index], factor);
              attempt(() => varied.set(index, present[names[index]]));
            }
            const whole: Given = { ...given, ...present };
            const complaints = ARCHITECTURES.flatMap((architecture) =>
              unlike(
                attempt(() => varied.projection(architecture)),
                attempt(() => projectionOf(whole, architecture)),
                architecture,
              ),
            );
            if (complaints.length > 0) throw new Error(`${JSON.stringify(present)}: ${complaints.slice(0, 5).join("; ")}`);
          }
        }),
        { seed: SEED, numRuns: runs },
      );
    },
    400_000,
  );
});
