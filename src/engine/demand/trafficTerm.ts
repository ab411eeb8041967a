import type { TermWriter } from "../terms";
import { KB_PER_GB, SECONDS_PER_HOUR } from "../units";

/** Bytes of all transactions in the month. */
export const trafficGb = (t: TermWriter): string =>
  t.flow(
    "traffic_gb",
    "GB",
    () =>
      `${t.line("tps_mean")} * ${t.key("demand.kb_per_tx")} * ${SECONDS_PER_HOUR} * ${t.key("demand.busy_hours_per_month")} / ${KB_PER_GB}`,
  );
