import { expect, test } from "vitest";
import { apiUses } from "./apiSets";
import type { ApiUse } from "./apiSets";
import { ROOT } from "./build";

const PAGE = "../../docs/office-members.md";

const HEAD = `<!-- Generated from the sources by \`npx vitest run --project contract members -u\`; do not edit. -->

# Members of Office.js that the add-in uses

Each with the requirement set that Microsoft's typings state for it. The manifest asks for the sets of all that are used without a question; the others
are used only where the host says that it has them, and otherwise the pane says in words what is not done.

`;

const minor = ({ version }: ApiUse): number => Number(version.split(".")[1]);

/** Whether Excel may lack the set: it is newer than any that is used without a question. */
function isAsked(use: ApiUse, uses: readonly ApiUse[]): boolean {
  return uses.every(({ guarded, set }, index) => guarded || set !== use.set || minor(uses[index]) < minor(use));
}

test("the page of the members of Office.js lists those that the sources use", async () => {
  const uses = apiUses(["src/workbook", "src/taskpane"], ROOT);
  const nameOf = ({ owner, member }: ApiUse) => `${owner}.${member}`;
  const names = [...new Set(uses.map(nameOf))].sort();
  const rows = names.map((name) => {
    const use = uses.find((each) => nameOf(each) === name)!;
    return `| ${name} | ${use.set} ${use.version} | ${isAsked(use, uses) ? "yes" : ""} |`;
  });
  expect(rows.length).toBeGreaterThan(50);
  const table = ["| member | requirement set | only where the host has it |", "| --- | --- | --- |", ...rows].join("\n");
  await expect(`${HEAD}${table}\n`).toMatchFileSnapshot(PAGE);
});
