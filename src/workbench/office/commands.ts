export type Commands = ReturnType<typeof createCommands>;

/** Commands of the ribbon that are under way. `start` has the page run one. */
export function createCommands(start: (id: string, name: string) => void) {
  const ends = new Map<string, (isDone: boolean) => void>();
  let count = 0;
  return {
    begin: (name: string): Promise<void> =>
      new Promise((resolve, reject) => {
        count += 1;
        const id = `command-${count}`;
        ends.set(id, (isDone) => (isDone ? resolve() : reject(new Error(`The pane does not associate ${name}.`))));
        start(id, name);
      }),
    end: (id: string, isDone: boolean) => {
      ends.get(id)?.(isDone);
      ends.delete(id);
    },
  };
}
