/** The most messages that are kept. The oldest go first: a formula that is gone never renews its own. */
const MOST_MESSAGES = 5_000;

/** What functions said about the errors that cells show, by cell. A calculation that succeeds takes back what an earlier one said. */
export class ErrorMessages {
  private readonly entries = new Map<string, { readonly message: string; readonly run: number }>();
  private run = 0;

  startRun() {
    this.run += 1;
  }

  /** Keeps the first message of a run: a formula may call several functions, and the first failure explains the rest. */
  set(cell: string, message: string) {
    const entry = this.entries.get(cell);
    if (entry?.run === this.run) return;
    this.entries.delete(cell);
    this.entries.set(cell, { message, run: this.run });
    const [oldest] = this.entries.keys();
    if (this.entries.size > MOST_MESSAGES && oldest !== undefined) this.entries.delete(oldest);
  }

  succeed(cell: string) {
    const entry = this.entries.get(cell);
    if (entry !== undefined && entry.run !== this.run) this.entries.delete(cell);
  }

  get(cell: string): string | undefined {
    return this.entries.get(cell)?.message;
  }

  /** After rows or columns have moved, the cells of old messages are others. */
  clear() {
    this.entries.clear();
  }
}

/** Identity of a cell for messages. */
export function cellKey(sheetId: string, row: number, column: number): string {
  return `${sheetId}!${row},${column}`;
}
