// The yardstick: a stand-in model written line by line over typed arrays, a reusable table of lines x months, nothing allocated per run.
// Two architectures, 60 months, 2,165 values a run. Check values: vertical NPV 15,909,303.543449, horizontal 6,499,566.953229.
import { MONTHS, LADDER_CORES, LADDER_PRICE, TIER_FROM, TIER_DELTA, TOP, FIX } from "./params.mjs";
const LC = Float64Array.from(LADDER_CORES),
  LP = Float64Array.from(LADDER_PRICE),
  TF = Float64Array.from(TIER_FROM),
  TD = Float64Array.from(TIER_DELTA);
const { util, so, tradein, migr, maint, support, kwcore, pue, elec, wage: WAGE, w, wkb, S0, st, RF, ncores, xaz } = FIX;
const M = MONTHS;
const LINES = [
  "df",
  "demand",
  "req",
  "shards",
  "rung",
  "hw",
  "capexV",
  "maintV",
  "licV",
  "powerV",
  "staffV",
  "gb",
  "bw",
  "stored",
  "storV",
  "totV",
  "discV",
  "X",
  "groups",
  "nodes",
  "capexH",
  "maintH",
  "licH",
  "powerH",
  "staffH",
  "bwH",
  "storH",
  "totH",
  "discH",
];
export const table = Object.fromEntries(LINES.map((n) => [n, new Float64Array(M)]));
export const out = new Float64Array(2);
const T = table;
export function runLinewise(p) {
  // p: Float64Array(15) in NAMES order. pow per month, one pass per line
  const D0 = p[0],
    g = p[1],
    s1 = p[2],
    a1 = p[3],
    s2 = p[4],
    a2 = p[5],
    peak = p[6],
    tpc = p[7],
    pack = p[8],
    nodePrice = p[9],
    wi = p[10],
    kb = p[11],
    sigma = p[12],
    kappa = p[13],
    r = p[14];
  const {
    df,
    demand,
    req,
    shards,
    rung,
    hw,
    capexV,
    maintV,
    licV,
    powerV,
    staffV,
    gb,
    bw,
    stored,
    storV,
    totV,
    discV,
    X,
    groups,
    nodes,
    capexH,
    maintH,
    licH,
    powerH,
    staffH,
    bwH,
    storH,
    totH,
    discH,
  } = T;
  for (let m = 0; m < M; m++) {
    df[m] = Math.pow(1 + r, -m / 12);
    demand[m] = D0 * Math.pow(1 + g, m / 12) + (m >= a1 ? s1 : 0) + (m >= a2 ? s2 : 0);
  }
  for (let m = 0; m < M; m++) req[m] = (demand[m] * peak) / (tpc * util);
  let ps = 1,
    pr = 0,
    ph = 0;
  for (let m = 0; m < M; m++) {
    const R = req[m];
    const s = Math.max(ps, R > TOP ? Math.ceil((R * (1 + so)) / TOP) : 1);
    const need = s > 1 ? (R * (1 + so)) / s : R;
    let k = 0;
    while (k < 11 && LC[k] < need) k++;
    if (k < pr) k = pr;
    const H = LP[k] * s * 2;
    shards[m] = s;
    rung[m] = k;
    hw[m] = H;
    capexV[m] = H > ph ? Math.max(0, H - tradein * ph) + migr : 0;
    ps = s;
    pr = k;
    ph = H;
  }
  for (let m = 0; m < M; m++) {
    const c = LC[rung[m]],
      sv = shards[m] * 2;
    maintV[m] = (hw[m] * maint) / 12;
    licV[m] = ((Math.ceil(c / 2) * sv * pack) / 12) * (1 + support);
    powerV[m] = c * sv * kwcore * pue * 730 * elec;
  }
  let acc = S0;
  for (let m = 0; m < M; m++) {
    const d = demand[m],
      G = d * kb * 2.628;
    gb[m] = G;
    let b = 0;
    for (let i = 0; i < 4; i++) if (G > TF[i]) b += (G - TF[i]) * TD[i];
    bw[m] = b;
    acc += d * w * wkb * 2.628;
    stored[m] = acc;
    storV[m] = acc * 2 * st;
    storH[m] = acc * RF * st;
    bwH[m] = b + d * w * (RF - 1) * kb * 2.628 * xaz;
  }
  const xmax = usl(Math.sqrt((1 - sigma) / kappa), sigma, kappa);
  let pn = 0;
  for (let m = 0; m < M; m++) {
    const x = (demand[m] * peak * (1 - w + w * RF)) / (ncores * tpc * util);
    X[m] = x;
    const gr = Math.max(1, Math.ceil(x / (xmax * 0.8)));
    groups[m] = gr;
    const y = x / gr,
      b = 1 + kappa * y - sigma * y;
    const n = Math.max(3, Math.ceil((b - Math.sqrt(b * b - 4 * kappa * y * y * (1 - sigma))) / (2 * kappa * y)));
    const N = Math.max(pn, gr * (n + 1));
    nodes[m] = N;
    capexH[m] = (N - pn) * nodePrice;
    pn = N;
  }
  for (let m = 0; m < M; m++) {
    const N = nodes[m];
    maintH[m] = (N * nodePrice * maint) / 12;
    licH[m] = ((Math.ceil(ncores / 2) * N * pack * 0.5) / 12) * (1 + support);
    powerH[m] = N * ncores * kwcore * pue * 730 * elec;
  }
  for (let y = 0; y < 5; y++) {
    const wg = (WAGE / 12) * Math.pow(1 + wi, y);
    for (let m = y * 12; m < y * 12 + 12; m++) {
      staffV[m] = (1 + Math.ceil((shards[m] * 2) / 8)) * wg;
      staffH[m] = (1 + Math.ceil(nodes[m] / 25)) * wg;
    }
  }
  let nv = 0,
    nh = 0;
  for (let m = 0; m < M; m++) {
    const tv = capexV[m] + maintV[m] + licV[m] + powerV[m] + staffV[m] + bw[m] + storV[m],
      th = capexH[m] + maintH[m] + licH[m] + powerH[m] + staffH[m] + bwH[m] + storH[m];
    totV[m] = tv;
    totH[m] = th;
    nv += discV[m] = tv * df[m];
    nh += discH[m] = th * df[m];
  }
  out[0] = nv;
  out[1] = nh;
}
function usl(n, s, k) {
  return n / (1 + s * (n - 1) + k * n * (n - 1));
}
