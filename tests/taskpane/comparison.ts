/** A comparison without figures, for tests of what stands around them. */
const SIDE = {
  costs: { years: [], pools: [], components: [] },
  capacity: { dimension: "Cores", months: [], need: [], capacity: [], changes: [], shards: [] },
};
export const COMPARISON = {
  rows: [],
  total: undefined,
  breakEven: 3,
  differences: [],
  bridge: [],
  months: { from: [], to: [] },
  sides: { from: SIDE, to: SIDE },
};
