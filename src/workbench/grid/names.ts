import { IDefinedNamesService } from "@univerjs/preset-sheets-core";
import type { Name, NameStore } from "./grid";
import type { OpenWorkbook } from "./workbook";

function listNames(open: OpenWorkbook): Name[] {
  const names = open.injector.get(IDefinedNamesService).getDefinedNameMap(open.workbook.getId()) ?? {};
  return Object.values(names).map(({ name, formulaOrRefString, comment }) => ({
    name,
    formula: formulaOrRefString.startsWith("=") ? formulaOrRefString : `=${formulaOrRefString}`,
    comment: comment ?? "",
  }));
}

/** The grid keeps a plain reference without its equals sign, any other formula with it. */
function toDefinition(formula: string): string {
  const body = formula.replace(/^=/, "");
  const isReference = /^('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!\$?[A-Z]{1,3}\$?\d+(:\$?[A-Z]{1,3}\$?\d+)?$/u.test(body);
  return isReference ? body : `=${body}`;
}

function setName({ workbook }: OpenWorkbook, { name, formula, comment }: Name) {
  const existing = workbook.getDefinedName(name);
  if (existing === null) workbook.insertDefinedName(name, toDefinition(formula));
  else existing.setFormula(toDefinition(formula));
  if (comment !== "") workbook.getDefinedName(name)?.setComment(comment);
}

/** Defined names of the workbook. */
export function createNameStore(open: OpenWorkbook): NameStore {
  return {
    list: () => listNames(open),
    set: (name) => {
      open.asCode(() => setName(open, name));
    },
    remove: (name) => {
      open.asCode(() => open.workbook.deleteDefinedName(name));
    },
  };
}
