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
]);

refusalsOf("LICENSE.COUNT", [
  ["an unknown product, with the nearest", ["oracle-db-e", 16], "#VALUE!", "Did you mean oracle-db-ee?"],
  ["a server that the edition does not allow", ["oracle-db-se2", 16, 4], "#VALUE!", "allows 2 sockets per server; it got 4"],
]);

answersOf("LICENSE.COST", [
  // 10 x 47,500 bought, 22 % support of it each year
  ["pays a perpetual licence once and support each year", [10, 47500, "perpetual", 0.22, 0, 3], [[579500, 104500, 104500]]],
  ["takes 20 % support when none is stated", [1, 100, null, null, null, 2], [[120, 20]]],
  ["has no support where 0 is stated", [1, 100, "perpetual", 0, 0, 2], [[100, 0]]],
  ["raises support from the first uplifted year", [1, 100, "perpetual", 0.2, 0.1, 3, 3], [[120, 20, 22]]],
  ["buys only what is added and never sells", [[[10, 8, 12]], 100, "perpetual", 0, 0, 3], [[1000, 0, 200]]],
  ["pays a subscription every year, without support", [10, 100, "subscription", 0.2, 0.1, 2], [[1000, 1100]]],
  ["takes the discount off everything", [10, 100, "perpetual", 0.2, 0, 2, 2, 0.5], [[600, 100]]],
]);

refusalsOf("LICENSE.COST", [
  [
    "a discount of 20",
    [10, 100, "perpetual", 0.2, 0, 5, 2, 20],
    "#VALUE!",
    "discount is 20; allowed is a number from 0 to 0.99 (share). Did you mean 20 % (0.2)?",
  ],
  ["a list of another length", [[[1, 2]], 100], "#VALUE!", "licenses has 2 values; allowed is one, or one for each of the 5 periods"],
]);
