// The same stand-in model as linewise.mjs, written as plain objects: a row object per month.
import { MONTHS, LADDER_CORES, LADDER_PRICE, TIER_FROM, TIER_DELTA, TOP, FIX } from "./params.mjs";
const ladder = LADDER_CORES.map((cores, i) => ({ cores, price: LADDER_PRICE[i] }));
const tiers = TIER_FROM.map((from, i) => ({ from, delta: TIER_DELTA[i] }));
const bandwidthCost = (gb) => tiers.reduce((s, t) => (gb > t.from ? s + (gb - t.from) * t.delta : s), 0);
const uslCapacity = (n, s, k) => n / (1 + s * (n - 1) + k * n * (n - 1));
function uslInverse(x, s, k) {
  const b = 1 + k * x - s * x;
  const disc = b * b - 4 * k * x * x * (1 - s);
  return (b - Math.sqrt(disc)) / (2 * k * x);
}
export function runModel(p) {
  const P = { ...FIX, ...p };
  const nopt = Math.sqrt((1 - P.sigma) / P.kappa),
    xmax = uslCapacity(nopt, P.sigma, P.kappa);
  const rows = [];
  let prev = { shards: 1, rung: 0, hw: 0, stored: P.S0, nodes: 0 };
  for (let m = 0; m < MONTHS; m++) {
    const t = m / 12,
      year = Math.floor(t);
    const df = Math.pow(1 + P.r, -t),
      growth = Math.pow(1 + P.g, t);
    const demand = P.D0 * growth + (m >= P.a1 ? P.s1 : 0) + (m >= P.a2 ? P.s2 : 0);
    const peakTps = demand * P.peak,
      req = peakTps / (P.tpc * P.util);
    // vertical
    const shards = Math.max(prev.shards, req > TOP ? Math.ceil((req * (1 + P.so)) / TOP) : 1);
    const need = shards > 1 ? (req * (1 + P.so)) / shards : req;
    const fit = ladder.findIndex((l) => l.cores >= need);
    const rung = Math.max(prev.rung, fit < 0 ? ladder.length - 1 : fit);
    const { cores, price } = ladder[rung],
      servers = shards * 2;
    const hw = price * servers;
    const capexV = hw > prev.hw ? Math.max(0, hw - P.tradein * prev.hw) + P.migr : 0;
    const maintV = (hw * P.maint) / 12;
    const licV = ((Math.ceil(cores / 2) * servers * P.pack) / 12) * (1 + P.support);
    const powerV = cores * servers * P.kwcore * P.pue * 730 * P.elec;
    const wage = (P.wage / 12) * Math.pow(1 + P.wi, year);
    const staffV = (1 + Math.ceil(servers / 8)) * wage;
    const gb = demand * P.kb * 2.628,
      bw = bandwidthCost(gb);
    const stored = prev.stored + demand * P.w * P.wkb * 2.628;
    const storV = stored * 2 * P.st;
    const totV = capexV + maintV + licV + powerV + staffV + bw + storV;
    // horizontal
    const X = (peakTps * (1 - P.w + P.w * P.RF)) / (P.ncores * P.tpc * P.util);
    const groups = Math.max(1, Math.ceil(X / (xmax * 0.8)));
    const perGroup = Math.max(3, Math.ceil(uslInverse(X / groups, P.sigma, P.kappa)));
    const nodes = Math.max(prev.nodes, groups * (perGroup + 1));
    const capexH = (nodes - prev.nodes) * P.nodePrice;
    const maintH = (nodes * P.nodePrice * P.maint) / 12;
    const licH = ((Math.ceil(P.ncores / 2) * nodes * P.pack * 0.5) / 12) * (1 + P.support);
    const powerH = nodes * P.ncores * P.kwcore * P.pue * 730 * P.elec;
    const staffH = (1 + Math.ceil(nodes / 25)) * wage;
    const bwH = bw + demand * P.w * (P.RF - 1) * P.kb * 2.628 * P.xaz;
    const storH = stored * P.RF * P.st;
    const totH = capexH + maintH + licH + powerH + staffH + bwH + storH;
    const row = {
      m,
      df,
      growth,
      demand,
      peakTps,
      req,
      shards,
      need,
      rung,
      cores: cores * servers,
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
      discV: totV * df,
      X,
      groups,
      perGroup,
      nodes,
      capexH,
      maintH,
      licH,
      powerH,
      staffH,
      bwH,
      storH,
      totH,
      discH: totH * df,
    };
    rows.push(row);
    prev = row;
  }
  const npvV = rows.reduce((s, r) => s + r.discV, 0),
    npvH = rows.reduce((s, r) => s + r.discH, 0);
  return { rows, npvV, npvH };
}
