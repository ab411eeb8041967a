import { toA1 } from "../grid/address";
import type { Area, Name } from "../grid/grid";
import { ClientObject, type Resolve } from "./clientObject";
import { ClientCollection } from "./collection";
import { OfficeError } from "./errors";
import { Range } from "./range";
import type { RequestContext } from "./requestContext";
import { resolveAddress } from "./sheetAddress";
import type { Subset } from "./subset";

type NameType = Excel.NamedItem["type"];
type Members = Subset<
  Excel.NamedItem,
  "comment" | "delete" | "formula" | "getRange" | "getRangeOrNullObject" | "name" | "scope" | "type" | "value" | "visible"
>;

export class NamedItem extends ClientObject<string> implements Members {
  constructor(context: RequestContext, resolve: Resolve<string>, mayBeNull = false) {
    super(context, resolve, mayBeNull, "NamedItem");
  }

  protected readers() {
    return {
      comment: () => this.item().comment,
      formula: () => this.item().formula,
      name: () => this.item().name,
      scope: () => "Workbook",
      type: () => this.content().type,
      value: () => this.content().value,
      visible: () => true,
    };
  }

  private item(): Name {
    const name = this.target().toLowerCase();
    const item = this.context.grid.names.list().find((candidate) => candidate.name.toLowerCase() === name);
    if (item === undefined) throw new OfficeError("ItemNotFound", undefined, "NamedItem");
    return item;
  }

  /** Constants have a value of their own; a name that refers to cells has their address as its value. */
  private content(): { readonly type: NameType; readonly value: string | number | boolean } {
    const body = this.item().formula.replace(/^=/, "");
    if (body !== "" && Number.isFinite(Number(body))) return { type: "Double", value: Number(body) };
    if (/^(TRUE|FALSE)$/i.test(body)) return { type: "Boolean", value: body.toUpperCase() === "TRUE" };
    if (/^".*"$/.test(body)) return { type: "String", value: body.slice(1, -1).replaceAll('""', '"') };
    return { type: "Range", value: body };
  }

  get name(): string {
    return this.loadedValue("name");
  }

  get comment(): string {
    return this.loadedValue("comment");
  }

  set comment(comment: string) {
    this.assign("comment", comment, () => this.context.grid.names.set({ ...this.item(), comment }));
  }

  get formula(): string {
    return this.loadedValue("formula");
  }

  set formula(formula: string) {
    this.assign("formula", formula, () => this.context.grid.names.set({ ...this.item(), formula }));
  }

  get scope(): "Worksheet" | "Workbook" {
    return this.loadedValue("scope");
  }

  get type(): NameType {
    return this.loadedValue("type");
  }

  get value(): Excel.NamedItem["value"] {
    return this.loadedValue<unknown>("value");
  }

  get visible(): boolean {
    return this.loadedValue("visible");
  }

  set visible(_isVisible: boolean) {
    throw new OfficeError("InvalidOperation", "Names of the workbench are always visible.");
  }

  private area(): Area | undefined {
    if (this.targetOrNull() === undefined || this.content().type !== "Range") return undefined;
    try {
      return resolveAddress(this.context.grid, this.item().formula.replace(/^=/, ""), this.context.grid.sheets.active());
    } catch {
      return undefined;
    }
  }

  getRange(): Range {
    return new Range(this.context, () => this.area());
  }

  getRangeOrNullObject(): Range {
    return new Range(this.context, () => this.area(), true);
  }

  delete(): void {
    this.act((name) => this.context.grid.names.remove(name));
  }
}

/** Names of the workbook; the workbench has none that belong to one sheet. */
export class NamedItemCollection
  extends ClientCollection<NamedItem>
  implements Subset<Excel.NamedItemCollection, "add" | "getCount" | "getItem" | "getItemOrNullObject" | "items">
{
  constructor(context: RequestContext) {
    super(context, () => true, false, "NamedItemCollection");
  }

  protected list(): NamedItem[] {
    return this.context.grid.names.list().map(({ name }) => new NamedItem(this.context, () => name));
  }

  private find(key: string): string | undefined {
    return this.context.grid.names.list().find(({ name }) => name.toLowerCase() === key.toLowerCase())?.name;
  }

  getItem(name: string): NamedItem {
    return new NamedItem(this.context, () => this.find(name));
  }

  getItemOrNullObject(name: string): NamedItem {
    return new NamedItem(this.context, () => this.find(name), true);
  }

  add(name: string, reference: Range | string, comment = ""): NamedItem {
    const create = () => {
      if (this.find(name) !== undefined)
        throw new OfficeError("ItemAlreadyExists", `There is a name ${name} already.`, "NamedItemCollection.add");
      this.context.grid.names.set({
        name,
        comment,
        formula: typeof reference === "string" ? reference : this.formulaOf(reference.target()),
      });
      return name;
    };
    return new NamedItem(this.context, create);
  }

  private formulaOf(area: Area): string {
    const sheet = this.context.grid.sheets.list().find(({ id }) => id === area.sheetId);
    const cells = toA1(area).replace(/[A-Z]+|\d+/g, "$$$&");
    return `=${toA1({ row: 0, column: 0, rowCount: 1, columnCount: 1 }, sheet?.name ?? "").replace(/!A1$/, "!")}${cells}`;
  }
}
