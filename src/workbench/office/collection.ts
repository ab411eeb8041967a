import { ClientObject, type LoadOption, paths } from "./clientObject";

/** A collection of Office.js: items and count once loaded; "name", "items/name" and { name: true } load a property of each item. */
export abstract class ClientCollection<Item extends ClientObject<unknown>> extends ClientObject<true> {
  /** The items as the workbook has them now, each a fresh object. */
  protected abstract list(): Item[];

  protected readers(): Readonly<Record<string, () => unknown>> {
    return { count: () => this.list().length };
  }

  get items(): Item[] {
    return this.loadedValue("items");
  }

  get count(): number {
    return this.loadedValue("count");
  }

  getCount(): { readonly value: number } {
    const result = { value: NaN };
    this.act(() => {
      result.value = this.list().length;
    });
    return result;
  }

  override load(option: LoadOption = ["items", "count"]): this {
    const wanted = paths(option);
    const ofItems = wanted.filter((path) => path !== "items" && path !== "count").map((path) => path.replace(/^items\//, ""));
    if (wanted.includes("count")) this.loadPath("count");
    if (ofItems.length > 0 || wanted.includes("items")) this.loadItems(ofItems);
    return this;
  }

  private loadItems(properties: readonly string[]) {
    this.act(async () => {
      await this.context.grid.settled();
      const items = this.list();
      for (const item of items) item.load(properties.length === 0 ? undefined : properties);
      this.keep({ items });
    });
  }
}
