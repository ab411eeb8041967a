/** Cases (or single fields, as id.field) that the engine does not answer, each with the reason. */
const HOURLY_PORT = "the price of a port is stated per month; a break-even of two tariffs is the user's own formula";
const HEADROOM = "another capacity rule (Netflix's headroom curve); the model has a target utilization and square-root staffing";
const CLOSED_NETWORK = "closed queueing network solved by mean value analysis: not a part of the model";
const WAIT_TAIL = "the distribution of the wait: the model has the mean and the chance of waiting";
const DATASTORE_RULE = "a rule of one data store, which a planner states as shard.max_tb or a server row";
const DIVISION = "a division of two published numbers: nothing of the engine takes part";
const REGRET = "regret of over- and under-provisioning: not a part of the model";
const SMOOTHING = "exponential smoothing without trend: not among the forecast models";
const SEASONAL = "a forecast model (damped, exponential or seasonal trend) that is not offered";
const EXCEL_HAS_IT = "Excel's own function: users call it, and no cost line needs it";

export const NOT_COVERED: Readonly<Record<string, string>> = {
  "BW-030": HOURLY_PORT,
  "BW-033": HOURLY_PORT,
  "BW-034": HOURLY_PORT,
  "BW-051.percentileInc": "Excel's PERCENTILE.INC, shown in the case as the wrong way",
  "BW-058": "replication from a daily change volume: the model derives it from transactions",
  "BW-059": "installation spread over a contract: stated as the port price",

  "scm-headroom-4": HEADROOM,
  "scm-headroom-32": HEADROOM,
  "scm-headroom-64": HEADROOM,
  "scm-headroom-192": HEADROOM,
  "scm-regret-over": REGRET,
  "scm-regret-under": REGRET,
  "up-out-ibm-unit": DIVISION,
  "tpc-price-perf": DIVISION,
  "tpc-ml350": DIVISION,

  "fc-ses-02": SMOOTHING,
  "fc-ses-06": SMOOTHING,
  "fc-holt-exp": SEASONAL,
  "fc-holt-damped": SEASONAL,
  "fc-hw-mul": SEASONAL,
  "fc-hw-add": SEASONAL,

  "LIC-037": "a break-even of two ways to license: the user compares two products",

  "q-mva-ebiz-1": CLOSED_NETWORK,
  "q-mva-ebiz-2": CLOSED_NETWORK,
  "q-mva-ebiz-20": CLOSED_NETWORK,
  "q-mva-ebiz-50": CLOSED_NETWORK,
  "q-mva-httpd": CLOSED_NETWORK,
  "q-mva-dbcluster": CLOSED_NETWORK,
  "erlc-tetra-tail-8": WAIT_TAIL,
  "erlc-tetra-tail-10": WAIT_TAIL,

  "shard-os-rolling": "data from an hourly rate: the model grows it from volume per year",
  "shard-os-heap": DATASTORE_RULE,
  "shard-os-reserved-3": DATASTORE_RULE,
  "shard-os-reserved-10": DATASTORE_RULE,
  "shard-mongo-max-512-64": DATASTORE_RULE,
  "shard-mongo-max-256-256": DATASTORE_RULE,
  "shard-mongo-max-128-128": DATASTORE_RULE,
  "shard-mongo-max-128-256": DATASTORE_RULE,
  "shard-mongo-max-64-64": DATASTORE_RULE,
  "shard-mongo-max-64-128": DATASTORE_RULE,
  "shard-crdb-density": DATASTORE_RULE,
  "shard-crdb-ram": DATASTORE_RULE,
  "shard-citus-max-workers": DATASTORE_RULE,
  "shard-mongo-threshold": "shards at 3 TB and above; shard.max_tb is the largest data that still fits, so the bound itself differs",

  "st-dba-min": "minutes per database: the model has databases per person",
  "st-sre-dual": "a published floor, stated as staff.oncall_floor_*",
  "STF-001.published": "the source cuts 4.735 to 4.73",
  "STF-002.published": "the source rounds 1.72 to 1.7",
  "STF-012": "incidents per shift: not a part of the model",
  "STF-015": DIVISION,
  "STF-016": DIVISION,
  "STF-017": DIVISION,
  "STF-018": DIVISION,
  "STF-020.wrong": "shown in the case as the wrong way",
  "STF-028.serviceLevel": WAIT_TAIL,
  "STF-029.serviceLevel": WAIT_TAIL,
  "STF-031.serviceLevel": WAIT_TAIL,

  "usl-fit-specsdm91.optimal_load": "where the contention line meets the ceiling: the fit reports the peak instead",
  "usl-fit-specsdm91.optimal_throughput": "where the contention line meets the ceiling: the fit reports the peak instead",
  "usl-specsdm91-overhead": "a decomposition of the law that no function shows",
  "usl-cisco-n-at-r-0.03": "concurrency at a latency: the model goes from nodes to capacity only",
  "usl-cisco-n-at-r-0.04": "concurrency at a latency: the model goes from nodes to capacity only",

  "rule:DDB": EXCEL_HAS_IT,
  "rule:DDB y5": EXCEL_HAS_IT,
  "fin-mirr-0": EXCEL_HAS_IT,
  "fin-mirr-1": EXCEL_HAS_IT,
  "fin-mirr-2": EXCEL_HAS_IT,
  "FINC-003": "MACRS of seven years: the model depreciates over five, or straight",
  "FINC-018": "break-even utilization of a commitment: not a part of the model",
};
