/** Terms of the central part: its servers, what the busiest of them needs and has. */

import type { ServerShape } from "../reference";
import { stepsOf } from "../terms";
import type { TermWriter } from "../terms";
import { rentField } from "./ladder";
import { centralLoad, effectiveCoresOf, needAt } from "./centralNeedTerms";
import type { ServerNeedTerms, WithCentral } from "./centralNeedTerms";
import { serverEvidence, shardEvidence } from "./choiceTerms";
import { numberInService } from "./shapeTerms";

/** Number of shards of the central part. */
export function shardsTerm(plan: WithCentral, t: TermWriter): string {
  t.because(shardEvidence(plan, t));
  return stepsOf(plan.timeline.months, (month) => String(plan.central.shards[month - 1]));
}

const isSharded = ({ central }: WithCentral): boolean => central.shards.some((shards) => shards > 1);

/** The need of the busiest server at the shard count in service. */
export function serverNeedTerms(plan: WithCentral, t: TermWriter): ServerNeedTerms {
  const shards = isSharded(plan) ? t.line("shards") : "1";
  return needAt(plan, t, { of: "server", shards, tps: centralLoad(plan, t, "tps_peak"), tb: centralLoad(plan, t, "tb") });
}

type ServerNumber = "cores" | "speed" | "memoryGib" | "storageTb" | "iops" | "price" | "kw" | "rackUnits" | "sockets";

const NAMES: Readonly<Record<ServerNumber, readonly [name: string, unit: string]>> = {
  cores: ["server_cores", "cores"],
  speed: ["server_speed", "ratio"],
  memoryGib: ["server_memory", "GiB"],
  storageTb: ["server_storage", "TB"],
  iops: ["server_iops", "1/s"],
  price: ["server_price", "money"],
  kw: ["server_kw", "kW"],
  rackUnits: ["server_rack_units", "U"],
  sockets: ["server_sockets", "sockets"],
};

export const shapeOfMonth = ({ central }: WithCentral, month: number): ServerShape => central.shapes[central.shapeOf[month - 1]];

/** A number of the server in service. */
export function serverNumber(plan: WithCentral, t: TermWriter, number: ServerNumber, unbounded?: string): string {
  const [plain, unit] = NAMES[number];
  const name = unbounded === undefined ? plain : `${plain}_or_need`;
  return t.term(name, unit, () => {
    t.because(serverEvidence(plan, t));
    return numberInService(plan, t, "vertical", (month) => shapeOfMonth(plan, month), number, unbounded);
  });
}

/** Rent of the server in service per month, in the prices of year 1. */
export function serverRent(plan: WithCentral, t: TermWriter): string {
  const commitment = plan.a["cloud.commitment"];
  return t.term("server_rent", "money/month", () => {
    t.because(serverEvidence(plan, t), t.key("cloud.commitment"));
    return numberInService(
      plan,
      t,
      "vertical",
      (month) => shapeOfMonth(plan, month),
      (shape) => rentField(shape, commitment),
    );
  });
}

/** What the cores of the server in service are worth together. */
export function effectiveCores(plan: WithCentral, t: TermWriter): string {
  return t.term("server_effective_cores", "cores", () =>
    effectiveCoresOf(t, serverNumber(plan, t, "cores"), serverNumber(plan, t, "speed")),
  );
}

/** Servers of the central part that carry load. */
export function activeServers(t: TermWriter): string {
  return t.term("active_servers", "servers", () => `${t.line("shards")} * (1 + ${t.key("vertical.read_replicas")})`);
}

/** Servers for disaster recovery. */
export function recoveryServers(t: TermWriter): string {
  return t.term(
    "recovery_servers",
    "servers",
    () => `roundup((${activeServers(t)} + ${t.line("shards")} * ${t.key("vertical.standby")}) * ${t.key("vertical.dr_share")})`,
  );
}

/** All servers of the central part. */
export function centralServers(t: TermWriter): string {
  return t.term(
    "central_servers",
    "servers",
    () => `${activeServers(t)} + ${t.line("shards")} * ${t.key("vertical.standby")} + ${recoveryServers(t)}`,
  );
}

/** Standby and disaster-recovery servers. */
export function passiveServers(t: TermWriter): string {
  return t.term("passive_servers", "servers", () => `${centralServers(t)} - ${activeServers(t)}`);
}
