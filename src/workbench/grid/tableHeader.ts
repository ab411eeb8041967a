import type { TableColumn } from "./grid";

export interface HeaderPlan {
  readonly columns: readonly TableColumn[];
  /** Header cells whose text the table sets itself, because they were blank or repeated a name. */
  readonly written: readonly { readonly index: number; readonly name: string }[];
  /** Columns whose header was edited: references to them follow. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  readonly isChanged: boolean;
}

function uniqueName(wanted: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${wanted}${number}`.toLowerCase())) number += 1;
  return `${wanted}${number}`;
}

function blankName(taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(`column${number}`)) number += 1;
  return `Column${number}`;
}

/** Names of the columns by Excel's rules: a blank header gets the first free ColumnN, a repeated one a number behind it. */
function namesOf(texts: readonly string[]): string[] {
  const taken = new Set<string>();
  const stated = new Set(texts.map((text) => text.toLowerCase()));
  return texts.map((text) => {
    const name = text === "" ? blankName(new Set([...taken, ...stated])) : taken.has(text.toLowerCase()) ? uniqueName(text, stated) : text;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** What a table's columns become, given their record so far and the texts now in the header cells. */
export function planHeader(before: readonly TableColumn[], texts: readonly string[]): HeaderPlan {
  const names = namesOf(texts);
  const [old, now] = [new Set(before.map((column) => column.name)), new Set(names)];
  const isRename = (index: number, name: string) => {
    const column = before[index];
    return before.length === names.length && column !== undefined && !now.has(column.name) && !old.has(name);
  };
  const idOf = (name: string, index: number) => {
    const same = before.find((column) => column.name === name);
    return same?.id ?? (isRename(index, name) ? before[index]?.id : undefined) ?? `column-${crypto.randomUUID()}`;
  };
  return {
    columns: names.map((name, index) => ({ id: idOf(name, index), name })),
    written: names.flatMap((name, index) => (name === texts[index] ? [] : [{ index, name }])),
    renamed: names.flatMap((name, index) => (isRename(index, name) ? [{ from: before[index]?.name ?? "", to: name }] : [])),
    isChanged: names.length !== before.length || names.some((name, index) => name !== before[index]?.name || name !== texts[index]),
  };
}
