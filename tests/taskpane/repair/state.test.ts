import { describe, expect, test } from "vitest";
import { chosenDamage, INITIAL_REPAIR, updateRepair } from "../../../src/taskpane/repair/state";

describe("what Repair shows", () => {
  const [gone, hand] = [
    { id: "sheet:Compare", words: "Gone.", preview: ["Writes it."], steps: [{ kind: "calculate" } as const] },
    { id: "cell", words: "Changed by hand.", preview: [], steps: [], advice: "Look at it." },
  ];
  const read = updateRepair(INITIAL_REPAIR, { type: "repair/read", damage: [gone, hand] });
  const spare = (isChosen: boolean) => ({ type: "repair/chosen", id: gone.id, isChosen }) as const;

  test("at first repairs everything that can be repaired", () => {
    expect(chosenDamage(read)).toEqual([gone]);
  });

  test("spares what the user does not want, also after another reading", () => {
    const spared = updateRepair(updateRepair(read, spare(false)), { type: "repair/read", damage: [gone, hand] });
    expect(chosenDamage(spared)).toEqual([]);
    expect(chosenDamage(updateRepair(spared, spare(true)))).toEqual([gone]);
  });

  test("lets a repair wait for that of the sheet that its formulas name, unless both are chosen", () => {
    const formulas = { ...gone, id: "formulas:Summary", after: [gone.id] };
    const both = updateRepair(INITIAL_REPAIR, { type: "repair/read", damage: [gone, formulas] });
    expect(chosenDamage(both)).toEqual([gone, formulas]);
    expect(chosenDamage(updateRepair(both, spare(false)))).toEqual([]);
    const restored = updateRepair(INITIAL_REPAIR, { type: "repair/read", damage: [formulas] });
    expect(chosenDamage(restored)).toEqual([formulas]);
  });

  test("forgets the choice when the damage is gone", () => {
    const healed = updateRepair(updateRepair(read, spare(false)), { type: "repair/read", damage: [] });
    expect(chosenDamage(updateRepair(healed, { type: "repair/read", damage: [gone] }))).toEqual([gone]);
  });
});
