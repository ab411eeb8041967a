import { ClientObject, type Resolve } from "./clientObject";
import { ClientCollection } from "./collection";
import type { RequestContext } from "./requestContext";
import type { Subset } from "./subset";

/** A preference that is saved with the workbook. */
export class Setting extends ClientObject<string> implements Subset<Excel.Setting, "delete" | "key" | "value"> {
  constructor(context: RequestContext, resolve: Resolve<string>, mayBeNull = false) {
    super(context, resolve, mayBeNull, "Setting");
  }

  protected readers() {
    return { key: () => this.target(), value: () => this.context.grid.state.read().settings[this.target()] };
  }

  get key(): string {
    return this.loadedValue("key");
  }

  // The cell boundary: a setting's value is any in the API itself.
  get value(): Excel.Setting["value"] {
    return this.loadedValue<unknown>("value");
  }

  set value(value: Excel.Setting["value"]) {
    this.assign("value", value, (key) => setSetting(this.context, key, value));
  }

  delete(): void {
    this.act((key) => setSetting(this.context, key, undefined));
  }
}

function setSetting({ grid }: RequestContext, key: string, value: unknown) {
  const others = Object.entries(grid.state.read().settings).filter(([name]) => name !== key);
  grid.state.change({ settings: Object.fromEntries(value === undefined ? others : [...others, [key, structuredClone(value)]]) });
}

type Members = Subset<Excel.SettingCollection, "add" | "getCount" | "getItem" | "getItemOrNullObject" | "items">;

export class SettingCollection extends ClientCollection<Setting> implements Members {
  constructor(context: RequestContext) {
    super(context, () => true, false, "SettingCollection");
  }

  private keys(): string[] {
    return Object.keys(this.context.grid.state.read().settings);
  }

  protected list(): Setting[] {
    return this.keys().map((key) => new Setting(this.context, () => key));
  }

  private find(key: string): string | undefined {
    return this.keys().find((each) => each === key);
  }

  getItem(key: string): Setting {
    return new Setting(this.context, () => this.find(key));
  }

  getItemOrNullObject(key: string): Setting {
    return new Setting(this.context, () => this.find(key), true);
  }

  add(key: string, value: Parameters<Excel.SettingCollection["add"]>[1]): Setting {
    const create = () => {
      setSetting(this.context, key, value);
      return key;
    };
    return new Setting(this.context, create);
  }
}
