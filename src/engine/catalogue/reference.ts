/** Types of the reference data. The rows are data of another layer, which passes them to the engine. */

export type Confidence = "good" | "medium" | "low" | "assumption" | "recalled";

export interface Provenance {
  readonly source: string;
  readonly date: string;
  readonly confidence: Confidence;
  /** Unit of the row's prices, such as "USD/month". */
  readonly unit?: string;
  /** What a reader must know before trusting the row. */
  readonly note?: string;
}

/** A server shape. Null means: not offered so (prices), or external and unbounded (storage, IOPS). */
export interface ServerShape {
  readonly name: string;
  readonly role: "vertical" | "horizontal" | "both";
  readonly cores: number;
  /** Speed of a core over the core on which CPU time was measured. */
  readonly speed: number;
  readonly memoryGib: number;
  readonly storageTb: number | null;
  /** Usable disks inside the server, TB, included in its price; what they hold needs no block storage. 0 for none. */
  readonly localDiskTb: number;
  readonly iops: number | null;
  readonly sockets: number;
  /** Purchase price, money. */
  readonly price: number | null;
  /** Rent per month, money: on demand, with a commitment of one year, of three. */
  readonly monthly: number | null;
  readonly monthly1y: number | null;
  readonly monthly3y: number | null;
  readonly kw: number;
  readonly rackUnits: number;
}

/** What holds for the prices under a commitment, where it differs from the row. */
interface CommitmentTerms {
  /** When the prices for 1 and 3 years were published; the row's own date when undefined. */
  readonly date1y?: string;
  readonly date3y?: string;
  /** Share of the commitment that is paid when it starts: 0 no upfront, 1 all upfront. */
  readonly upfront1y?: number;
  readonly upfront3y?: number;
  /** How far to trust the price for 1 year, and for 3 where no source printed either; null without such a price. */
  readonly confidence1y?: Confidence | null;
}

export type ServerRow = ServerShape & CommitmentTerms & Provenance;

/** One step of a graduated price: the price per unit from this quantity on. */
export interface Tier {
  readonly from: number;
  readonly price: number;
}

export interface TransferRates extends Provenance {
  /** Unit in which the bounds and prices of the tiers count. */
  readonly unit: "GB" | "GiB";
  readonly tiers: readonly Tier[];
}

export interface RoleRow extends Provenance {
  readonly role: string;
  readonly applies: "vertical" | "horizontal" | "both";
  readonly driver: string;
  readonly ratio: number | null;
  readonly fixed: number;
  readonly minimum: number;
  readonly salary: number;
  readonly oncall: boolean;
}

export type LicenseMetric = "core" | "processor" | "socket" | "server" | "vcpu" | "user" | "site" | "node" | "instance" | "tb";

/** How a product counts on virtual cores, if its vendor has a separate rule; the factor of physical cores doesn't apply then. */
export interface VirtualRule {
  readonly factor: number;
  readonly pack: number;
  readonly minimum: number;
  readonly maxCores: number | null;
  /** "server" where virtual servers count, whatever their cores (Red Hat Enterprise Linux: two a subscription). */
  readonly metric?: "server";
}

/** A product of the license catalog. The fields have the names of the keys `license.*.*`. */
export interface LicenseProduct extends Provenance {
  readonly name: string;
  readonly label: string;
  readonly applies: "vertical" | "horizontal" | "both" | "none";
  readonly metric: LicenseMetric;
  readonly model: "perpetual" | "subscription";
  /** Price per license (per year for a subscription), money; null where no source gives one. */
  readonly price: number | null;
  readonly factor: number;
  readonly pack: number;
  /** Fewest units: per socket (core), per server (vcpu, user, tb). */
  readonly minimum: number;
  /** Fewest units per server beside the fewest per socket (Windows Server: 16 cores). */
  readonly minimumServer: number;
  /** Fewest users per processor license that the same server would need (Oracle Named User Plus: 25). */
  readonly minimumPerProcessor: number;
  /** Fewest units of all servers together (VMware: 72 cores). */
  readonly minimumOrder: number;
  /** Most cores of a server that one license covers (OpenShift by socket pair: 128); null without a limit. */
  readonly coresPerLicense: number | null;
  /** Units of all servers are added before they are rounded up to packs. */
  readonly pooled: boolean;
  readonly support: number;
  readonly standby: number;
  readonly maxCores: number | null;
  readonly maxSockets: number | null;
  /** Most memory of a server that the edition uses, GiB. */
  readonly maxMemoryGib: number | null;
  readonly virtual: VirtualRule | null;
  /** What to ask the vendor for when there is no price. */
  readonly ask: string | null;
}

/** A published number that is not a row of another table, with its range where the source gives one. */
export interface Fact extends Provenance {
  readonly name: string;
  readonly topic: string;
  readonly label: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
}

export interface Reference {
  readonly ladders: Readonly<Record<string, readonly ServerRow[]>>;
  readonly transferRates: Readonly<Record<string, TransferRates>>;
  readonly roles: readonly RoleRow[];
  readonly licenses: readonly LicenseProduct[];
  readonly facts: readonly Fact[];
}
