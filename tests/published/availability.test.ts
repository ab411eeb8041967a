import { clusterAvailability } from "../../src/engine/capacity/availability";
import { downtimeHours } from "../../src/engine/capacity/downtime";
import { HOURS_PER_YEAR } from "../../src/engine/units";
import { describeFamily } from "./family";

describeFamily("availability", {
  "av-downtime-*": ({ inputs }) => ({ hours: downtimeHours(inputs.availability, HOURS_PER_YEAR) }),
  "av-quorum-*": ({ inputs }) => ({ availability: clusterAvailability(inputs.a, inputs.n, inputs.k) }),
});
