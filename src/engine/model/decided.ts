import { decided } from "./entry";
import type { Decided } from "./entry";

/** What the steps of planning have found. */
export const DECIDED: readonly Decided[] = [
  decided("global_share", {
    label: "Share of the distributed part's data and writes that every region needs",
    unit: "share",
    reads: ["step:share", "horizontal.global_share"],
    isConstant: true,
    series: ({ globalShare }, room) => room.fill(globalShare),
    printed: ({ centralShare }) =>
      centralShare === 0
        ? "horizontal.global_share"
        : "max(0, horizontal.global_share - hybrid.central_share) / (1 - hybrid.central_share)",
  }),
];
