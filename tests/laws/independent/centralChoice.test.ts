import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ServerBatch } from "../../../src/engine/search/plan";
import { licensesNeeded, orderedLicenses } from "../../../src/engine/capacity/licenses";
import type { FeasibleProjection } from "../../../src/engine/lines";
import type { ServerShape } from "../../../src/engine/catalogue/reference";
import type { License } from "../../../src/engine/catalogue/resolved";
import { projectionOf } from "../../engine/projected";
import type { Given } from "../../engine/projected";
import { scenarios, SEED } from "../generator";
import { rivals } from "../rivals";
import type { Complaints } from "../generator";

/** A month in which the central servers were chosen, from what was in service before it. Months count from 1. */
interface Decision {
  readonly month: number;
  readonly shards: number;
  readonly chosen: number;
  readonly before: number | undefined;
}

type Central = NonNullable<FeasibleProjection["plan"]["central"]>;

const STAYS = { monthly: 1, monthly1y: 12, monthly3y: 36 } as const;
const TERMS = { "on-demand": ["monthly"], "1-year": ["monthly1y", "monthly"], "3-year": ["monthly3y", "monthly1y", "monthly"] } as const;

/** The central part of a plan, stated by the words of docs/model.md. */
class Words {
  readonly months: number;
  readonly owned: boolean;
  readonly licenses: readonly License[];

  constructor(
    readonly plan: FeasibleProjection["plan"],
    readonly central: Central,
  ) {
    this.months = plan.timeline.months;
    this.owned = plan.a["vertical.hosting"] === "owned";
    this.licenses = plan.a.licenses.filter(({ applies }) => applies === "vertical" || applies === "both");
  }

  rentOf(shape: ServerShape): { readonly rent: number; readonly stay: number } {
    const { a, reference } = this.plan;
    const field = TERMS[a["cloud.commitment"]].find((each) => shape[each] !== null);
    if (!field) throw new Error(`${shape.name} has no price.`);
    const [row] = a.servers.length > 0 ? [] : (reference.ladders[a["vertical.servers"]] ?? []);
    const [year, month = "6.5"] = (row?.date ?? "").split("-");
    const { year: startYear, month: startMonth } = a["plan.start"];
    const years = row ? startYear - Number(year) + (startMonth - Number(month)) / 12 : 0;
    return { rent: (shape[field] ?? 0) * (1 + a["cloud.price_change"]) ** years, stay: STAYS[field] };
  }

  windowOf(shape: ServerShape): number {
    return this.owned ? this.plan.a["capacity.dwell_months"] : this.rentOf(shape).stay;
  }

  /** Servers: active, and all; of those, how many for recovery. */
  counts(shards: number): { readonly active: number; readonly all: number; readonly recovery: number } {
    const { a } = this.plan;
    const active = shards * (1 + a["vertical.read_replicas"]);
    const passive = shards * a["vertical.standby"];
    const recovery = Math.ceil((active + passive) * a["vertical.dr_share"] - 1e-9);
    return { active, all: active + passive + recovery, recovery };
  }

  allows(shape: ServerShape): boolean {
    return this.licenses.every(({ max_cores: cores = Infinity, max_sockets: sockets = Infinity, vendor }) => {
      const virtual = this.owned ? undefined : vendor?.virtual;
      return virtual ? shape.cores <= (virtual.maxCores ?? cores) : shape.cores <= cores && shape.sockets <= sockets;
    });
  }

  fits(shape: ServerShape, shards: number, first: number, months: number): boolean {
    for (let month = first; month < Math.min(first + months, this.months + 1); month++)
      if (!this.fitsMonth(shape, shards, month)) return false;
    return true;
  }

  fitsMonth(shape: ServerShape, shards: number, month: number): boolean {
    const { a, demand, centralShare } = this.plan;
    const hottest = shards === 1 ? 1 : Math.min(1, a["shard.skew"] / shards);
    const [cross, over] = [a["shard.cross_read"], a["shard.read_overhead"]];
    const writes = shards === 1 ? 1 : hottest * (1 + a["shard.cross_write"] * a["shard.write_penalty"]);
    const reads = shards === 1 ? 1 : hottest * (1 - cross) + cross * (1 / shards + over * (1 - 1 / shards));
    const read = a["demand.read_share"];
    const tps = demand.tpsPeak[month - 1] * centralShare * ((read * reads) / (1 + a["vertical.read_replicas"]) + (1 - read) * writes);
    const tb = demand.tb[month - 1] * centralShare * hottest;
    const busy = (tps * a["demand.cpu_ms"]) / 1000;
    const quality = [2.375, 1.761, 1.16, 1][a["capacity.quality"]];
    const cores = a["capacity.rule"] === "utilization" ? busy / a["capacity.target_utilization"] : this.staffed(busy, quality);
    const n = shape.cores;
    const effective = (shape.speed * n) / (1 + a["vertical.contention"] * (n - 1) + a["vertical.coherency"] * n * (n - 1));
    const pairs = [
      [cores, effective],
      [(tb * a["data.working_set"] * 1e12) / 2 ** 30 + a["capacity.base_memory"], shape.memoryGib],
      [(tb * (1 + a["data.index_overhead"])) / a["capacity.storage_fill"], shape.storageTb ?? Infinity],
      [tps * a["demand.iops_per_tx"], shape.iops ?? Infinity],
      [tb, a["shard.max_tb"]],
    ];
    return pairs.every(([need, capacity]) => need <= capacity * (1 + 1e-9));
  }

  private staffed(busy: number, quality: number): number {
    return busy + quality * Math.sqrt(busy);
  }

  /** What a shape costs in some months, line by line. */
  price({ month, shards, before }: Decision, s: number, last: number): number {
    const { indices } = this.plan;
    const shape = this.central.shapes[s];
    const months = Array.from({ length: last - month + 1 }, (_, index) => month + index);
    const of = (amount: (m: number) => number): number => months.reduce((sum, m) => sum + amount(m), 0);
    const { all } = this.counts(shards);
    const servers = this.owned
      ? this.ownedPrice(shape, shards, month, last, s === before)
      : of((m) => all * this.rentOf(shape).rent * indices.cloud[m - 1]);
    return this.licenses.reduce((sum, license) => sum + this.licensePrice(license, shape, shards, month, last), servers);
  }

  /** Purchases by their months of service, maintenance, electricity, racks and block storage. */
  private ownedPrice(shape: ServerShape, shards: number, month: number, last: number, stays: boolean): number {
    const { a, indices, demand, centralShare } = this.plan;
    const { all, recovery } = this.counts(shards);
    let cost = 0;
    const kept = stays ? this.keptAt(month) : [];
    for (const { count, unitPrice, serviceMonth, endMonth } of kept)
      cost +=
        count * (this.inWindow(0, unitPrice, serviceMonth, month, endMonth, last) + this.maintained(unitPrice, month, endMonth, last));
    const missing = all - kept.reduce((sum, { count }) => sum + count, 0);
    for (const [start, count] of [[month, missing], ...kept.map((batch) => [batch.endMonth, batch.count])]) {
      const life = Math.max(1, Math.round(12 * a["hardware.life_years"]));
      for (let from = start; from <= last && count > 0; from += life) {
        const factor = indices.hardware[Math.max(1, from - a["capacity.lead_months"]) - 1] * this.ladderFactor();
        const price = (shape.price ?? 0) * (1 - a["hardware.discount"]) * factor;
        cost += count * (this.inWindow(price, price, from, from, from + life, last) + this.maintained(price, from, from + life, last));
      }
    }
    const racksOf = (servers: number): number =>
      Math.max(this.up((servers * shape.rackUnits) / a["rack.units"]), this.up((servers * shape.kw) / a["rack.kw"]));
    const racks = racksOf(all - recovery) + racksOf(recovery);
    const power = all * shape.kw * a["power.utilization"] * a["power.pue"] * 730 * a["power.price"];
    for (let m = month; m <= last; m++) {
      const perServer = (demand.tb[m - 1] * centralShare * (1 + a["data.index_overhead"])) / a["capacity.storage_fill"] / shards;
      const block = all * Math.max(0, perServer - shape.localDiskTb) * a["storage.owned_price"];
      cost += (power + racks * a["rack.price"] + block) * indices.inflation[m - 1];
    }
    return cost;
  }

  private up(value: number): number {
    return Math.ceil(value - 1e-9 * Math.max(1, Math.abs(value)));
  }

  /** What has been paid for prices of owned servers since their date: the reference's are of one year. */
  private ladderFactor(): number {
    const { a, reference } = this.plan;
    const ladder = a.stated.has("vertical.servers") ? a["vertical.servers"] : "owned-x86";
    const [row] = a.servers.length > 0 ? [] : (reference.ladders[ladder] ?? []);
    if (!row) return 1;
    const [year, month = "6.5"] = row.date.split("-");
    const years = a["plan.start"].year - Number(year) + (a["plan.start"].month - Number(month)) / 12;
    return (1 + a["hardware.price_change"]) ** years;
  }

  /** Servers that are not worn out in a month, as they were before the choice of the month retired any. */
  private keptAt(month: number): readonly ServerBatch[] {
    return this.central.batches
      .filter(({ serviceMonth, endMonth }) => serviceMonth < month && endMonth >= month)
      .map((batch) => ({ ...batch, endMonth: batch.serviceMonth + batch.lifeMonths }))
      .filter(({ endMonth }) => endMonth > month);
  }

  /** The part of a price, less what is left of the server at the end of the plan, that falls into the window. */
  private inWindow(price: number, value: number, service: number, start: number, end: number, last: number): number {
    const { a } = this.plan;
    const within = Math.min(end, this.months + 1) - start;
    const served = this.months - service + 1;
    const macrs = [0.2, 0.32, 0.192, 0.1152, 0.1152, 0.0576];
    const written =
      a["finance.depreciation"] === "macrs-5"
        ? macrs.reduce((sum, share, year) => sum + share * Math.min(1, Math.max(0, served / 12 - year)), 0)
        : served / (end - service);
    const left = end > this.months ? a["finance.residual_share"] * value * (1 - Math.min(1, written)) : 0;
    return ((price - left) * (Math.min(end, last + 1) - start)) / within;
  }

  private maintained(value: number, start: number, end: number, last: number): number {
    return ((value * this.plan.a["hardware.maintenance"]) / 12) * (Math.min(end, last + 1) - start);
  }

  /** Licenses that a shape needs in a month, of the products that servers decide at all. */
  private needed(license: License, shape: ServerShape, shards: number, month: number): number {
    const { demand, centralShare } = this.plan;
    const { active, all } = this.counts(shards);
    const fleet = {
      active,
      passive: all - active,
      virtual: !this.owned,
      volume: demand.volume[month - 1] * centralShare,
      tb: demand.tb[month - 1] * centralShare,
      sites: demand.sites[month - 1],
    };
    return orderedLicenses(license, licensesNeeded(license, shape, fleet));
  }

  private licensePrice(license: License, shape: ServerShape, shards: number, month: number, last: number): number {
    const { indices } = this.plan;
    const { shapeOf, shapes, shards: shardsIn } = this.central;
    const price = license.price * (1 - license.discount);
    let held = 0;
    for (let m = 1; m < month; m++) held = Math.max(held, this.needed(license, shapes[shapeOf[m - 1]], shardsIn[m - 1], m));
    let cost = 0;
    for (let m = month; m <= last; m++) {
      const count = this.needed(license, shape, shards, m);
      if (license.model === "subscription") cost += (count * price * indices.licenses[m - 1]) / 12;
      else if (count > held) {
        const paid = (count - held) * price * indices.inflation[m - 1];
        cost += (paid * (last - m + 1)) / (this.months - m + 1);
        for (let after = m; after <= last; after++) cost += (paid * license.support * indices.licenses[after - 1]) / 12;
        held = count;
      }
    }
    return cost;
  }

  /** The months in which the servers were chosen. */
  decisions(): readonly Decision[] {
    const { shapeOf, shards, batches, shapes } = this.central;
    const found: Decision[] = [];
    let until = 1;
    for (let month = 1; month <= this.months; month++) {
      const [chosen, count] = [shapeOf[month - 1], shards[month - 1]];
      const before = month === 1 ? undefined : shapeOf[month - 2];
      const isWorn = batches.some(({ serviceMonth, lifeMonths }) => serviceMonth + lifeMonths === month);
      const isWornInService = isWorn && batches.some(({ endMonth }) => endMonth === month);
      const isNew = before !== chosen || shards[month - 2] !== count;
      if (!isNew && !(this.owned ? isWornInService : month >= until)) continue;
      found.push({ month, shards: count, chosen, before });
      until = month + this.windowOf(shapes[chosen]);
    }
    return found;
  }

  /** What is wrong with a decision. */
  complaint(decision: Decision): Complaints {
    const { month, shards, chosen } = decision;
    const { shapes } = this.central;
    const all = shapes.map((_, s) => s).filter((s) => this.allows(shapes[s]));
    const lasting = all.filter((s) => this.fits(shapes[s], shards, month, this.windowOf(shapes[s])));
    const candidates = lasting.length > 0 ? lasting : all.filter((s) => this.fits(shapes[s], shards, month, 1));
    if (!candidates.includes(chosen)) return [`month ${month}: ${shapes[chosen].name} is no candidate`];
    const last = Math.min(this.months, month - 1 + Math.max(...shapes.map((shape) => this.windowOf(shape))));
    const cost = this.price(decision, chosen, last);
    return candidates.flatMap((s) => {
      const other = this.price(decision, s, last);
      const isCheaper = other < cost - 2e-9 * Math.abs(cost);
      const isEarlierTie = s < chosen && other <= cost * (1 + 1e-12);
      if (!isCheaper && !isEarlierTie) return [];
      return [`month ${month}: ${shapes[chosen].name} costs ${cost} to month ${last}, ${shapes[s].name} ${other}`];
    });
  }
}

function wrongDecisions(given: Given, architecture: "vertical" | "hybrid"): Complaints {
  const projection = projectionOf(given, architecture);
  const { central } = projection.feasible ? projection.plan : {};
  if (!projection.feasible || !central) return [];
  const words = new Words(projection.plan, central);
  return words.decisions().flatMap((decision) => words.complaint(decision).map((complaint) => `${architecture}, ${complaint}`));
}

describe(`each choice of central servers, by what the lines would be with every other shape (seed ${SEED})`, () => {
  it.each([
    ["vertical", "any scenario", scenarios, 250],
    ["hybrid", "any scenario", scenarios, 150],
    ["vertical", "servers that are much alike", rivals, 500],
    ["hybrid", "servers that are much alike", rivals, 150],
  ] as const)(
    "%s, %s: no allowed shape that fits costs less in the months that are compared, and none before it in the list as little",
    (architecture, _what, arbitrary, runs) => {
      fc.assert(
        fc.property(arbitrary, (given) => {
          const complaints = wrongDecisions(given, architecture);
          if (complaints.length > 0) throw new Error(complaints.slice(0, 5).join("; "));
        }),
        { seed: SEED, numRuns: runs },
      );
    },
    120_000,
  );
});

/** A need and prices that stay as they are, in a plan that ends with the life of its servers or before it; without own lines, which may follow from anything. */
function unchanging(given: Given, lives: number): Given {
  const kept = Object.entries(given).filter(([key]) => !/^(custom|demand\.season|demand\.growth)\./.test(key));
  return {
    ...Object.fromEntries(kept),
    "demand.growth": 0,
    "demand.surge": 0,
    "data.gb_per_volume_year": 0,
    "data.retention_years": 0,
    "prices.inflation": 0,
    "cloud.price_change": 0,
    "hardware.price_change": 0,
    "license.uplift": 0,
    "plan.years": 4,
    "hardware.life_years": 4 / lives,
  };
}

const totalOf = (given: Given): { readonly total: number; readonly shards: number } | undefined => {
  const projection = projectionOf(given, "vertical");
  if (!projection.feasible) return undefined;
  return { total: projection.total.reduce((sum, value) => sum + value, 0), shards: projection.plan.central?.shards[0] ?? 0 };
};

describe(`the central servers of a plan in which nothing changes (seed ${SEED})`, () => {
  it("no server by itself gives a plan that costs less in total, at the same shards", () => {
    fc.assert(
      fc.property(rivals, fc.constantFrom(0.5, 1, 2, 4), (given, lives) => {
        const stated = unchanging(given, lives);
        const names = [...new Set(Object.keys(stated).flatMap((key) => (key.startsWith("server.") ? [key.split(".")[1]] : [])))];
        const chosen = totalOf(stated);
        const alone = names.map((name) => {
          const entries = Object.entries(stated).filter(([key]) => !key.startsWith("server.") || key.startsWith(`server.${name}.`));
          return totalOf(Object.fromEntries(entries));
        });
        const least = Math.min(...alone.flatMap((other) => (other && other.shards === chosen?.shards ? [other.total] : [])));
        expect(chosen?.total ?? 0).toBeLessThanOrEqual(least * (1 + 1e-9));
      }),
      { seed: SEED, numRuns: 300 },
    );
  }, 120_000);
});
