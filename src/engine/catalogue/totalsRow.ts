/** Totals rows of tables: Excel hands them over as the last row of T[#All]. */

/** What totals rows are called, in the languages in which Excel is used most. */
const LABELS: ReadonlySet<string> = new Set(
  [
    ["total", "totals", "grand total", "subtotal", "sub-total", "sum", "sums", "overall"],
    ["summe", "gesamt", "gesamtsumme", "gesamtergebnis", "ergebnis", "zwischensumme", "insgesamt"],
    ["total général", "sous-total", "somme", "totale", "totaal", "subtotaal", "suma", "total geral", "soma", "razem", "suma końcowa"],
    ["totalt", "summa", "i alt", "yhteensä", "celkem", "összeg", "összesen", "toplam", "genel toplam", "итог", "итого", "всего"],
    ["合計", "総計", "合计", "总计", "汇总", "總計", "합계", "총합계"],
  ].flat(),
);

/** Whether a name is one that totals rows have. */
export function isTotalsLabel(name: string): boolean {
  return LABELS.has(name.trim().toLowerCase().replace(/\s*:$/, ""));
}

const NEAR = 1e-9;
const isNear = (one: number, other: number): boolean => Math.abs(one - other) <= NEAR * Math.max(1, Math.abs(other));

/** What a totals row may hold for a column: sum, mean, count, numbers' count, highest or lowest. */
function isTotalOf(value: number, column: readonly unknown[]): boolean {
  const numbers = column.filter((cell): cell is number => typeof cell === "number");
  const sum = numbers.reduce((total, each) => total + each, 0);
  const filled = column.filter((cell) => cell !== "" && cell !== 0).length;
  return [sum, sum / numbers.length, numbers.length, column.length, filled, Math.max(...numbers), Math.min(...numbers)].some((total) =>
    isNear(value, total),
  );
}

/** Whether the numbers of a row are totals of the rows above it, column by column; a row without numbers has no others. */
export function holdsTotals(row: readonly unknown[], above: readonly (readonly unknown[])[]): boolean {
  return row.slice(1).every(
    (cell, index) =>
      typeof cell !== "number" ||
      cell === 0 ||
      isTotalOf(
        cell,
        above.map((cells) => cells[index + 1]),
      ),
  );
}
