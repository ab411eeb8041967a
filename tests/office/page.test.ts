import { Window } from "happy-dom";
import { describe, expect, test } from "vitest";
import { builtFiles, builtText } from "./build";

const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

function pageOf(file: string) {
  const { document } = new Window();
  document.write(builtText(file));
  const scripts = [...document.querySelectorAll("script")];
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute("content") ?? "";
  return { document, scripts, sourcesOf: (directive: string) => new RegExp(`${directive} ([^;]*)`).exec(policy)?.[1] ?? "" };
}

const { document, scripts } = pageOf("taskpane.html");

describe("dist/taskpane.html", () => {
  test("loads office.js from Microsoft, then the functions, then the pane, and nothing else", () => {
    expect(scripts.map((script) => script.getAttribute("src"))).toEqual([OFFICE_JS, "functions.js", "taskpane.js"]);
  });

  test("has no inline script, handler or style, which its content security policy would refuse", () => {
    expect(scripts.map((script) => script.textContent.trim())).toEqual(["", "", ""]);
    const attributes = [...document.querySelectorAll("*")].flatMap((element) => [...element.attributes].map((attribute) => attribute.name));
    expect(attributes.filter((name) => name === "style" || name.startsWith("on"))).toEqual([]);
    expect(document.querySelectorAll("style")).toHaveLength(0);
  });

  test("refers to files of the build by relative paths", () => {
    const links = [...document.querySelectorAll("[href], [src]")].map(
      (element) => element.getAttribute("href") ?? element.getAttribute("src"),
    );
    const local = links.filter((link) => link !== OFFICE_JS);
    expect(local.filter((link) => !builtFiles().has(link ?? ""))).toEqual([]);
  });
});

/** A static host sends no policy of its own: a page without one has none. */
test.each([
  ["taskpane.html", `'self' ${new URL(OFFICE_JS).origin}`, "'self'"],
  ["workbench/index.html", "'self'", "'self' 'unsafe-inline'"],
  ["support.html", "", "'self'"],
])("dist/%s brings its policy with it: nothing by default, scripts from %j, styles from %j", (file, scriptSources, styleSources) => {
  const page = pageOf(file);
  expect(page.sourcesOf("default-src")).toBe("'none'");
  expect(page.sourcesOf("script-src")).toBe(scriptSources);
  expect(page.sourcesOf("style-src")).toBe(styleSources);
  expect(page.scripts.map((script) => script.textContent.trim()).join("")).toBe("");
});

test.each(["functions.js", "taskpane.js"])("dist/%s makes no code from text", (file) => {
  expect(builtText(file)).not.toMatch(/\beval\(|\bnew Function\(/);
});
