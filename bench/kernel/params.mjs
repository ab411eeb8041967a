// Reference model parameters (shared by every implementation). Synthetic, illustrative numbers.
export const MONTHS = 60;
export const LADDER_CORES = [4, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256];
export const LADDER_PRICE = [9e3, 13e3, 18e3, 23e3, 34e3, 46e3, 74e3, 105e3, 180e3, 270e3, 520e3, 820e3];
export const TIER_FROM = [0, 10e3, 50e3, 150e3]; // GB
export const TIER_DELTA = [0.09, -0.005, -0.015, -0.02]; // marginal price deltas $/GB
export const TOP = 256;
// fixed parameters
export const FIX = {
  util: 0.6,
  so: 0.1,
  tradein: 0.2,
  migr: 60e3,
  maint: 0.15,
  support: 0.22,
  kwcore: 0.012,
  pue: 1.5,
  elec: 0.12,
  wage: 150e3,
  w: 0.2,
  wkb: 0.5,
  S0: 20e3,
  st: 0.023,
  RF: 3,
  ncores: 16,
  xaz: 0.01,
};
// base (point) values of the 14 uncertain parameters, with triangular (lo,mode,hi)
export const NAMES = ["D0", "g", "s1", "a1", "s2", "a2", "peak", "tpc", "pack", "nodePrice", "wi", "kb", "sigma", "kappa", "r"];
export const TRI = [
  [1600, 2000, 2600],
  [0.1, 0.25, 0.45],
  [100, 300, 800],
  [12, 18, 30],
  [0, 600, 1500],
  [30, 36, 54],
  [2.2, 3, 4.2],
  [90, 120, 140],
  [6000, 7000, 8500],
  [14e3, 17e3, 22e3],
  [0.02, 0.03, 0.06],
  [15, 25, 45],
  [0.01, 0.02, 0.05],
  [0.0001, 0.0005, 0.001],
  [0.06, 0.08, 0.12],
];
export const BASE = {};
NAMES.forEach((n, i) => {
  BASE[n] = TRI[i][1];
});
