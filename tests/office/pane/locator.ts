/** What a person finds in the pane, by the names that a screen reader says, and does there. What is not there yet is waited for. */

import { expect, vi } from "vitest";

/** Against what hangs, not a measure. */
const LIMIT_MS = 30_000;
export const WAITING = { timeout: LIMIT_MS, interval: 15 };

export type Words = string | RegExp;

interface Match {
  readonly exact?: boolean;
}

interface Named extends Match {
  readonly name?: Words;
}

const ROLES = {
  /** A button of Fluent, by its own words: its label may say more. */
  action: "fluent-button",
  article: "article",
  alert: "[role=alert]",
  button: "button:not([role]), fluent-button, [role=button]",
  cell: "td",
  checkbox: "input[type=checkbox]",
  combobox: "select",
  heading: "h1, h2, h3, h4",
  img: "img, [role=img]",
  listitem: "li",
  progressbar: "progress",
  region: "section[aria-label], section[aria-labelledby], [role=region]",
  row: "tr",
  rowheader: "th[scope=row]",
  tab: "[role=tab]",
  textbox: "input:not([type]), input[type=text], textarea",
} as const;

export type Role = keyof typeof ROLES;

const plain = (text: string | null | undefined) => (text ?? "").replaceAll(/\s+/g, " ").trim();

function matches(text: string, words: Words, exact = false): boolean {
  if (typeof words !== "string") return words.test(plain(text));
  const [given, wanted] = [plain(text), plain(words)];
  return exact ? given === wanted : given.toLowerCase().includes(wanted.toLowerCase());
}

/** Whether a person sees an element: nothing around it is hidden or folded. */
function isShown(element: Element): boolean {
  if (!element.isConnected || element.closest("[hidden]") !== null) return false;
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const folded = at.parentElement?.closest("details:not([open])");
    if (folded && !(at.tagName === "SUMMARY" && at.parentElement === folded)) return false;
  }
  return true;
}

/** Words that the page gives a field. */
function labelsOf(element: Element): readonly string[] {
  const said = element.getAttribute("aria-label");
  const ids = element.getAttribute("aria-labelledby")?.split(" ") ?? [];
  const { ownerDocument: page, id } = element;
  const others = [...ids.map((each) => page.getElementById(each)), ...(id === "" ? [] : page.querySelectorAll(`label[for="${id}"]`))];
  const around = element.matches("input, select, textarea") ? element.closest("label") : null;
  return [...(said === null ? [] : [said]), ...[...others, around].flatMap((each) => (each ? [plain(each.textContent)] : []))];
}

function nameOf(element: Element): string {
  const [label] = labelsOf(element);
  return label ?? element.getAttribute("alt") ?? plain(element.textContent);
}

/** Elements by what a person knows them; what is asked of one waits until there is exactly one. */
export interface Locator {
  readonly words: string;
  readonly elements: () => readonly Element[];
  readonly locator: (selector: string) => Locator;
  readonly getByRole: (role: Role, named?: Named) => Locator;
  readonly getByText: (text: Words, match?: Match) => Locator;
  readonly getByLabel: (label: Words, match?: Match) => Locator;
  readonly filter: (by: { readonly hasText?: Words; readonly has?: (inside: Locator) => Locator }) => Locator;
  readonly first: () => Locator;
  readonly last: () => Locator;
  readonly nth: (index: number) => Locator;
  readonly one: () => Promise<HTMLElement>;
  readonly count: () => number;
  readonly texts: () => readonly string[];
  readonly textContent: () => Promise<string>;
  readonly inputValue: () => Promise<string>;
  readonly getAttribute: (name: string) => Promise<string | null>;
  readonly focus: () => Promise<void>;
  readonly click: () => Promise<void>;
  /** Replaces the text of a field key by key; nothing is written before Enter or Tab. */
  readonly type: (text: string) => Promise<void>;
  /** Replaces the text of a field at once. */
  readonly fill: (text: string) => Promise<void>;
  readonly press: (key: string) => Promise<void>;
  readonly selectOption: (wanted: string | { readonly index: number }) => Promise<void>;
  readonly check: () => Promise<void>;
}

/** Elements that `find` gives whenever they are asked for. */
export function locatorOf(find: () => readonly Element[], words: string): Locator {
  const below = (selector: string, holds: (element: Element) => boolean, said: string) => {
    const inside = () => [...new Set(find().flatMap((element) => [...element.querySelectorAll(selector)]))].filter(holds);
    return locatorOf(inside, `${words} > ${said}`);
  };
  const chosen = (choose: (all: readonly Element[]) => readonly (Element | undefined)[], said: string) =>
    locatorOf(() => choose(find()).filter((element) => element !== undefined), `${words} ${said}`);
  /** The only element, once it is there. */
  const one = () =>
    vi.waitFor(() => {
      const all = find();
      const [element] = all;
      if (element === undefined || all.length > 1) throw new Error(`${String(all.length)} elements are ${words}.`);
      return element as HTMLElement;
    }, WAITING);
  const act = async (work: (element: HTMLElement) => void) => work(await one());
  return {
    words,
    elements: find,
    locator: (selector: string) => below(selector, () => true, selector),
    getByRole: (role: Role, { name, exact }: Named = {}) =>
      below(
        ROLES[role],
        (element) =>
          isShown(element) && (name === undefined || matches(role === "action" ? element.textContent : nameOf(element), name, exact)),
        `${role} ${String(name ?? "")}`,
      ),
    getByText: (text: Words, { exact }: Match = {}) =>
      below(
        "*",
        (element) =>
          matches(element.textContent, text, exact) && ![...element.children].some((child) => matches(child.textContent, text, exact)),
        `"${String(text)}"`,
      ),
    getByLabel: (label: Words, { exact }: Match = {}) =>
      below("*", (element) => labelsOf(element).some((each) => matches(each, label, exact)), `labeled "${String(label)}"`),
    filter: ({ hasText, has }: { readonly hasText?: Words; readonly has?: (inside: Locator) => Locator }) =>
      chosen(
        (all) =>
          all.filter(
            (element) =>
              (hasText === undefined || matches(element.textContent, hasText)) &&
              (has === undefined || has(locatorOf(() => [element], "it")).elements().length > 0),
          ),
        `with ${String(hasText ?? "")}`,
      ),
    first: () => chosen((all) => [all[0]], "(first)"),
    last: () => chosen((all) => [all.at(-1)], "(last)"),
    nth: (index: number) => chosen((all) => [all[index]], `(${String(index)})`),
    one,
    count: () => find().length,
    texts: () => find().map((element) => plain(element.textContent)),
    textContent: async () => plain((await one()).textContent),
    inputValue: async () => ((await one()) as HTMLInputElement).value,
    getAttribute: async (name: string) => (await one()).getAttribute(name),
    focus: () => act((element) => element.focus()),
    click: async () => {
      await vi.waitFor(() => {
        const [element] = find();
        if (element?.hasAttribute("disabled")) throw new Error(`${words} is disabled.`);
      }, WAITING);
      await act((element) => {
        if (element.matches("button, input, select, textarea, fluent-button")) element.focus();
        element.click();
      });
    },
    type: (text: string) => act((element) => typeText(element as HTMLInputElement, text)),
    fill: (text: string) => act((element) => fillText(element as HTMLInputElement, text)),
    press: (key: string) => act((element) => pressKey(element, key)),
    selectOption: (wanted: string | { readonly index: number }) =>
      vi.waitFor(async () => choose((await one()) as HTMLSelectElement, wanted), WAITING),
    check: () => act((element) => ((element as HTMLInputElement).checked ? undefined : element.click())),
  };
}

function tell(element: HTMLElement, type: string, options: object = {}): void {
  const { Event, InputEvent, KeyboardEvent } = element.ownerDocument.defaultView as unknown as typeof globalThis;
  const Kind = type.startsWith("key") ? KeyboardEvent : type === "input" ? InputEvent : Event;
  element.dispatchEvent(new Kind(type, { bubbles: true, cancelable: true, composed: true, ...options }));
}

function fillText(field: HTMLInputElement, text: string): void {
  field.focus();
  field.value = text;
  tell(field, "input");
  if (text === "") tell(field, "change");
}

export function typeText(field: HTMLInputElement, text: string): void {
  field.focus();
  field.value = "";
  if (text === "") tell(field, "input");
  for (const key of text) {
    tell(field, "keydown", { key });
    field.value += key;
    tell(field, "input", { data: key });
    tell(field, "keyup", { key });
  }
}

/** A key on an element, with what a browser does then: Enter and Tab end what was typed, and buttons are pressed. */
export function pressKey(element: HTMLElement, key: string): void {
  element.focus();
  tell(element, "keydown", { key });
  if ((key === "Enter" || key === "Tab") && element.matches("input")) tell(element, "change");
  if (key === "Enter" && element.matches("button, fluent-button")) element.click();
  if (key === "Enter" && element.matches("input")) element.closest("form")?.requestSubmit();
  tell(element, "keyup", { key });
}

function choose(select: HTMLSelectElement, wanted: string | { readonly index: number }): void {
  const options = [...select.options];
  const option =
    typeof wanted === "string" ? options.find(({ value, text }) => value === wanted || plain(text) === wanted) : options[wanted.index];
  if (option === undefined)
    throw new Error(`There is no choice ${JSON.stringify(wanted)} among ${options.map(({ text }) => text).join(", ")}.`);
  select.focus();
  select.value = option.value;
  tell(select, "input");
  tell(select, "change");
}

interface Verdict {
  readonly pass: boolean;
  readonly message: () => string;
}

/** Looks again until the judgement is the wanted one, or long enough. */
async function judged(isNot: boolean, judge: () => { readonly pass: boolean; readonly found: unknown }, wanted: string): Promise<Verdict> {
  let last = judge();
  const settled = () => {
    last = judge();
    if (last.pass === isNot) throw new Error("not yet");
  };
  await vi.waitFor(settled, WAITING).catch(() => undefined);
  return { pass: last.pass, message: () => `${wanted}${isNot ? " (not)" : ""}; found ${JSON.stringify(last.found)}` };
}

/** The only element's text, or undefined. */
function readOne<Found>(locator: Locator, read: (element: Element) => Found): Found | undefined {
  const all = locator.elements();
  return all.length === 1 && all[0] !== undefined ? read(all[0]) : undefined;
}

const textOf = (element: Element) => plain(element.textContent);
const isText = (text: string | undefined, words: Words, exact: boolean) => text !== undefined && matches(text, words, exact);

expect.extend({
  toHaveText(this: { isNot?: boolean }, locator: Locator, words: Words | readonly Words[]) {
    const judge = () => {
      if (Array.isArray(words)) {
        const found = locator.texts();
        return { found, pass: found.length === words.length && words.every((each: Words, index) => isText(found[index], each, true)) };
      }
      const found = readOne(locator, textOf);
      return { found, pass: isText(found, words as Words, true) };
    };
    return judged(this.isNot === true, judge, `${locator.words} has the text ${String(words)}`);
  },
  toContainText(this: { isNot?: boolean }, locator: Locator, words: Words) {
    const judge = () => {
      const found = readOne(locator, textOf);
      return { found, pass: isText(found, words, false) };
    };
    return judged(this.isNot === true, judge, `${locator.words} contains ${String(words)}`);
  },
  toHaveCount(this: { isNot?: boolean }, locator: Locator, count: number) {
    return judged(
      this.isNot === true,
      () => ({ found: locator.texts(), pass: locator.count() === count }),
      `${String(count)} are ${locator.words}`,
    );
  },
  toBeVisible(this: { isNot?: boolean }, locator: Locator) {
    const judge = () => {
      const shown = locator.elements().filter(isShown);
      return { found: shown.map(textOf), pass: this.isNot === true ? shown.length > 0 : shown.length === 1 };
    };
    return judged(this.isNot === true, judge, `${locator.words} is shown`);
  },
  toBeHidden(this: { isNot?: boolean }, locator: Locator) {
    const judge = () => {
      const shown = locator.elements().filter(isShown);
      return { found: shown.map(textOf), pass: shown.length === 0 };
    };
    return judged(this.isNot === true, judge, `${locator.words} is hidden`);
  },
  toHaveValue(this: { isNot?: boolean }, locator: Locator, words: Words) {
    const judge = () => {
      const found = readOne(locator, (element) => (element as HTMLInputElement).value);
      return { found, pass: isText(found, words, true) };
    };
    return judged(this.isNot === true, judge, `${locator.words} has the value ${String(words)}`);
  },
  toHaveAttribute(this: { isNot?: boolean }, locator: Locator, name: string, value?: string) {
    const judge = () => {
      const found = readOne(locator, (element) => element.getAttribute(name));
      return { found, pass: value === undefined ? found !== null && found !== undefined : found === value };
    };
    return judged(this.isNot === true, judge, `${locator.words} has ${name} ${value ?? ""}`);
  },
  toBeFocused(this: { isNot?: boolean }, locator: Locator) {
    const judge = () => {
      const found = readOne(locator, (element) => element.ownerDocument.activeElement === element);
      return { found, pass: found === true };
    };
    return judged(this.isNot === true, judge, `${locator.words} has the focus`);
  },
});

declare module "vitest" {
  // What these promise is what Vitest makes of the other matchers.
  interface Matchers<T> {
    /** All texts, or the one, in full. */
    toHaveText: (words: Words | readonly Words[]) => Promise<T>;
    toContainText: (words: Words) => Promise<T>;
    toHaveCount: (count: number) => Promise<T>;
    toBeVisible: () => Promise<T>;
    toBeHidden: () => Promise<T>;
    toHaveValue: (words: Words) => Promise<T>;
    toHaveAttribute: (name: string, value?: string) => Promise<T>;
    toBeFocused: () => Promise<T>;
  }
}
