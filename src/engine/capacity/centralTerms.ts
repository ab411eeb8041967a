import type { Plan, TermDefinitions } from "../lines";
import type { ServerShape } from "../reference";
import { stepsOf } from "../terms";
import type { TermWriter } from "../terms";
import { serverEvidence } from "./choiceTerms";
import { needTerm, shareFactor } from "./needTerms";
import type { NeedName } from "./needTerms";
import { inService, shapeNumber, shapeRent } from "./shapeTerms";
import type { ShapeNumber } from "./shapeTerms";
import { serverLoad } from "./serverLoad";

/** Need of the busiest server at the shard count in service. */
export function serverNeed(plan: Plan, t: TermWriter, need: NeedName): string {
  const { tps, tb } = loadInService(plan, t);
  return needTerm(plan, t, need, "server", tps, tb);
}

/** Load of the busiest server, and data of its shard, at the shard count in service. */
export function loadInService(plan: Plan, t: TermWriter): { readonly tps: string; readonly tb: string } {
  const isSharded = plan.central?.shards.some((shards) => shards > 1) ?? false;
  const share = shareFactor(plan, "vertical");
  return serverLoad(plan, t, "server", isSharded ? "shards" : "1", `tps_peak${share}`, `tb${share}`);
}

const ofServer = (unit: string, ofShape: (plan: Plan, t: TermWriter, shape: ServerShape) => string): TermDefinitions[string] => [
  unit,
  (plan, t) => {
    t.because(serverEvidence(plan, t));
    return inService(plan, (shape) => ofShape(plan, t, shape));
  },
];

/** A number of the server in service; one that a shape does not bound is `unbounded`. */
const numberOf = (
  unit: string,
  number: ShapeNumber,
  unbounded: (plan: Plan, t: TermWriter) => string = () => "no_limit",
): TermDefinitions[string] =>
  ofServer(unit, (plan, t, shape) => (shape[number] === null ? unbounded(plan, t) : shapeNumber(plan, t, "vertical", shape, number)));

/** Terms of the central part: its servers, and what the one in service has. */
export const CENTRAL_TERMS: TermDefinitions = {
  server_cores: numberOf("cores", "cores"),
  server_speed: numberOf("ratio", "speed"),
  server_memory: numberOf("GiB", "memoryGib"),
  server_storage: numberOf("TB", "storageTb"),
  server_storage_or_need: numberOf("TB", "storageTb", (plan, t) => serverNeed(plan, t, "storage")),
  server_iops: numberOf("1/s", "iops"),
  server_price: numberOf("money", "price"),
  server_kw: numberOf("kW", "kw"),
  server_rack_units: numberOf("U", "rackUnits"),
  server_sockets: numberOf("sockets", "sockets"),
  server_rent: ofServer("money/month", (plan, t, shape) => shapeRent(plan, t, "vertical", shape)),
  server_effective_cores: ["cores", "server_speed * usl(server_cores, vertical.contention, vertical.coherency)"],
  server_shape_since: [
    "month",
    ({ central, timeline }) => {
      const shapeOf = central?.shapeOf ?? new Float64Array(0);
      let since = 1;
      return stepsOf(timeline.months, (month) => {
        if (month > 1 && shapeOf[month - 1] !== shapeOf[month - 2]) since = month;
        return String(since);
      });
    },
  ],
  active_servers: ["servers", "shards * (1 + vertical.read_replicas)"],
  recovery_servers: ["servers", "roundup((active_servers + shards * vertical.standby) * vertical.dr_share)"],
  central_servers: ["servers", "active_servers + shards * vertical.standby + recovery_servers"],
  passive_servers: ["servers", "central_servers - active_servers"],
};
