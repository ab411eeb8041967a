import { OfficeError, notLoaded } from "./errors";
import type { RequestContext } from "./requestContext";
import { strict } from "./strict";

export type LoadOption = string | readonly string[] | { readonly [property: string]: unknown };

/** How an object finds what it stands for; undefined where it does not exist. */
export type Resolve<Target> = () => Target | undefined | Promise<Target | undefined>;

type Found<Target> = { readonly state: "waiting" | "null" } | { readonly state: "found"; readonly target: Target };

export function paths(option: LoadOption, prefix = ""): string[] {
  if (typeof option === "string") return option.split(",").flatMap((path) => (path.trim() === "" ? [] : [prefix + path.trim()]));
  if (Array.isArray(option)) return (option as string[]).flatMap((path) => paths(path, prefix));
  return Object.entries(option).flatMap(([key, value]) => {
    if (value === false) return [];
    const isNested = typeof value === "object" && value !== null;
    return isNested ? paths(value as LoadOption, `${prefix}${key}/`) : [prefix + key];
  });
}

/** A proxy object of Office.js: it stands for something in the workbook, and its properties can be read once loaded and synchronised. */
export abstract class ClientObject<Target> {
  private readonly loaded = new Map<string, unknown>();
  private readonly children = new Map<string, unknown>();
  private found: Found<Target> = { state: "waiting" };

  constructor(
    readonly context: RequestContext,
    resolve: Resolve<Target>,
    private readonly mayBeNull: boolean,
    /** Name of the class in the Excel namespace. */
    protected readonly className: string,
  ) {
    context.enqueue(() => this.instantiate(resolve));
    return strict(this, `Excel.${className}`);
  }

  /** Readers of the properties that load fetches. */
  protected abstract readers(): Readonly<Record<string, () => unknown>>;

  private async instantiate(resolve: Resolve<Target>) {
    const target = await resolve();
    if (target === undefined && !this.mayBeNull) throw new OfficeError("ItemNotFound", undefined, this.className);
    this.found = target === undefined ? { state: "null" } : { state: "found", target };
  }

  /** What the object stands for; to be asked while the queue runs. */
  target(): Target {
    if (this.found.state !== "found") throw new OfficeError("ItemNotFound", undefined, this.className);
    return this.found.target;
  }

  /** The same, but undefined for a null object, so that what is reached from a null object is null too. */
  targetOrNull(): Target | undefined {
    return this.found.state === "null" ? undefined : this.target();
  }

  protected targetMayBeNull(): boolean {
    return this.mayBeNull;
  }

  get isNullObject(): boolean {
    if (this.found.state === "waiting") throw notLoaded("isNullObject");
    return this.found.state === "null";
  }

  load(option?: LoadOption): this {
    const wanted = option === undefined ? Object.keys(this.readers()) : paths(option);
    for (const path of wanted) this.loadPath(path);
    return this;
  }

  protected loadPath(path: string) {
    const [head = "", ...rest] = path.split("/");
    const child = head in this.readers() ? undefined : (this as Record<string, unknown>)[head];
    if (child instanceof ClientObject) child.load(rest.length === 0 ? undefined : rest.join("/"));
    else this.enqueueRead(head);
  }

  private enqueueRead(name: string) {
    if (!(name in this.readers()))
      throw new OfficeError("InvalidArgument", `Excel.${this.className}.${name} cannot be loaded in the workbench.`, name);
    this.context.enqueue(async () => {
      // A read that follows writes sees what the formulas make of them.
      await this.context.grid.settled();
      if (this.found.state !== "null") this.loaded.set(name, await this.readers()[name]?.());
    });
  }

  // The caller's annotation is the type: what is loaded came from the reader of the same name.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
  protected loadedValue<Value>(name: string): Value {
    if (this.found.state !== "null" && !this.loaded.has(name)) throw notLoaded(name);
    return this.loaded.get(name) as Value;
  }

  /** Sets a property: the object itself shows the new value at once, the workbook after sync. */
  protected assign(name: string, value: unknown, write: (target: Target) => void | Promise<void>) {
    this.loaded.set(name, value);
    this.act(write);
  }

  protected act(operation: (target: Target) => void | Promise<void>) {
    this.context.enqueue(() => operation(this.target()));
  }

  /** An object that is reached through a property: always the same one, so that what is loaded on it stays. */
  protected child<Child>(name: string, create: () => Child): Child {
    if (!this.children.has(name)) this.children.set(name, create());
    return this.children.get(name) as Child;
  }

  /** Keeps what the object found in the workbook without a reader. */
  protected keep(properties: Readonly<Record<string, unknown>>) {
    for (const [name, value] of Object.entries(properties)) this.loaded.set(name, value);
  }

  set(properties: Readonly<Record<string, unknown>>) {
    for (const [name, value] of Object.entries(properties)) {
      const own = (this as Record<string, unknown>)[name];
      if (own instanceof ClientObject) own.set(value as Readonly<Record<string, unknown>>);
      else (this as Record<string, unknown>)[name] = value;
    }
  }

  track(): this {
    return this;
  }

  untrack(): this {
    return this;
  }

  toJSON(): Record<string, unknown> {
    return Object.fromEntries(this.loaded);
  }
}
