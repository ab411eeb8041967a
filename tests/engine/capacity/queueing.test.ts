import { expect, it } from "vitest";
import { erlangB, erlangC, meanResponse } from "../../../src/engine/capacity/queueing";

it.each([
  ["without servers and load everybody is blocked", 0, 0, 1],
  ["without servers whatever the load", 0, 2, 1],
  ["without load nobody is", 3, 0, 0],
  ["nor by a load below nothing", 3, -1, 0],
  ["one server blocks a / (1 + a)", 1, 3, 3 / 4],
  ["two block a^2/2 / (1 + a + a^2/2)", 2, 1, 1 / 5],
  ["a thousand servers with one erlang block nobody, in any digit", 1000, 1, 0],
])("Erlang B: %s", (_, servers, load, blocking) => {
  expect(erlangB(servers, load)).toBeCloseTo(blocking, 12);
});

it.each([
  ["one server makes a share wait that is its load", 1, 0.25, 0.25],
  ["all wait once the load reaches the servers", 2, 2, 1],
])("Erlang C: %s", (_, servers, load, waiting) => {
  expect(erlangC(servers, load)).toBeCloseTo(waiting, 12);
});

it.each([
  ["of one server: 1 / (1 - load)", 0.75, 1, 4],
  ["never ends once the load reaches the servers", 2, 2, Infinity],
])("the mean response %s", (_, load, servers, response) => {
  expect(meanResponse(load, servers, 1)).toBeCloseTo(response, 12);
});
