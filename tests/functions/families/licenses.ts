import { answersOf, refusalsOf } from "../cases";

answersOf("LICENSE.UNITS", [
  ["counts by a factor", [16, 0.5], 8],
  ["takes at least the minimum, in packs, per server", [2, 1, 4, 2, 3], 6],
  ["rounds packs up", [7, 1, 0, 2], 4],
  ["takes a blank pack as 1", [7, 1, 0, 0], 7],
]);

answersOf("LICENSE.COUNT", [
  // Oracle: cores x 0.5, rounded up over all servers
  ["counts processors by the core factor", ["oracle-db-ee", 16, 2, 3], 24],
  ["finds a product in any case", ["Oracle-DB-EE", 16], 8],
  // Two vCPU are one processor
  ["has a rule of its own for virtual cores", ["oracle-db-ee", 16, 1, 1, 0, true], 8],
  // Red Hat subscription rules: one subscription covers two sockets of a server, or two virtual nodes
  ["one socket needs a whole subscription of a socket pair", ["rhel", 16, 1], 1],
  ["two sockets share a subscription", ["rhel", 16, 2], 1],
  ["three sockets need two subscriptions", ["rhel", 16, 3], 2],
  ["ten servers of one socket share none", ["rhel", 16, 1, 10], 10],
  ["five servers of three sockets need two each", ["rhel", 16, 3, 5], 10],
  ["two virtual nodes share a subscription", ["rhel", 16, 1, 5, 0, true], 3],
  ["no server needs no license", ["rhel", 16, 1, 0], 0],
  // VMware by Broadcom: 16 cores per processor and 72 per order, since 2025-04-10
  ["a small host pays for the smallest order", ["vmware-vcf", 16, 1], 72],
  ["two hosts of 2 x 12 cores are 64 cores, and pay for 72", ["vmware-vcf", 24, 2, 2], 72],
  ["three hosts of 2 x 12 cores exceed the smallest order", ["vmware-vcf", 24, 2, 3], 96],
  ["no host needs no order", ["vmware-vcf", 16, 1, 0], 0],
  // Red Hat's OpenShift subscription guide: pairs of cores, or four vCPU, are pooled per cluster (LIC-061, LIC-062)
  ["vCPU of ten virtual servers are added before they are rounded", ["openshift", 6, 1, 10, 0, true], 15],
  ["odd cores of two servers make whole pairs together", ["openshift", 3, 1, 2], 3],
  ["an odd core alone needs a pair", ["openshift", 3, 1], 2],
  // LIC-064: a socket pair covers up to 128 cores of one server
  ["one pair covers two sockets with 128 cores", ["openshift-socket-pair", 128, 2], 1],
  ["two sockets with 192 cores need two pairs", ["openshift-socket-pair", 192, 2], 2],
  ["each server of one socket needs a pair", ["openshift-socket-pair", 32, 1, 3], 3],
  // SQL Server 2025 Standard: 32 cores (2022: 24), in packs of two, at least four per processor
  ["32 cores of SQL Server 2025 Standard are 16 packs", ["sql-server-2025-standard", 32, 2], 16],
  ["a small server pays for four cores", ["sql-server-2025-standard", 2, 1], 2],
  // Oracle SE2 in the cloud: four vCPU are a socket, rounded up per server
  ["five vCPU are two sockets on each server", ["oracle-db-se2", 5, 1, 3, 0, true], 6],
]);

refusalsOf("LICENSE.COUNT", [
  ["an unknown product, with the nearest", ["oracle-db-e", 16], "#VALUE!", "Did you mean oracle-db-ee?"],
  [
    "a server that the edition does not allow",
    ["oracle-db-se2", 16, 4],
    "#VALUE!",
    "sockets is 4. Oracle Database Standard Edition 2 (socket) allows up to 2 per server.",
  ],
  [
    "33 cores of SQL Server 2025 Standard",
    ["sql-server-2025-standard", 33],
    "#VALUE!",
    "cores is 33. SQL Server 2025 Standard (two-core pack) allows up to 32 per server.",
  ],
  ["part of a server", ["rhel", 16, 1, 2.5], "#VALUE!", "servers is 2.5. Enter a whole number"],
]);

answersOf("LICENSE.COST", [
  // 10 x 47,500 bought, 22 % support of it each year
  ["pays a perpetual license once and support each year", [10, 47500, "perpetual", 0.22, 0, 3], [[579500, 104500, 104500]]],
  ["takes 20 % support when none is stated", [1, 100, null, null, null, 2], [[120, 20]]],
  ["has no support where 0 is stated", [1, 100, "perpetual", 0, 0, 2], [[100, 0]]],
  ["raises support from the first uplifted year", [1, 100, "perpetual", 0.2, 0.1, 3, 3], [[120, 20, 22]]],
  ["buys only what is added and never sells", [[[10, 8, 12]], 100, "perpetual", 0, 0, 3], [[1000, 0, 200]]],
  ["pays a subscription every year, without support", [10, 100, "subscription", 0.2, 0.1, 2], [[1000, 1100]]],
  ["takes the discount off everything", [10, 100, "perpetual", 0.2, 0, 2, 2, 0.5], [[600, 100]]],
]);

refusalsOf("LICENSE.COST", [
  ["a discount of 20", [10, 100, "perpetual", 0.2, 0, 5, 2, 20], "#VALUE!", "discount is 20. Enter 0% to 99%; did you mean 20% (0.2)?"],
  ["a list of another length", [[[1, 2]], 100], "#VALUE!", "licenses has 2 values. Use one, or one for each of the 5 periods"],
]);
