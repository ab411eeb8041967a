import { Window } from "happy-dom";
import { describe, expect, test } from "vitest";
import { builtFiles, builtText } from "./build";

const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

const html = builtText("taskpane.html");
const document = new Window().document;
document.write(html);
const scripts = [...document.querySelectorAll("script")];

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

  test("allows scripts of its own host and Microsoft's alone", () => {
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute("content") ?? "";
    const scriptSources = /script-src ([^;]*)/.exec(policy)?.[1] ?? "";
    expect(scriptSources).toContain("'self'");
    expect(policy).not.toMatch(/unsafe-eval/);
    expect(scriptSources).not.toMatch(/unsafe-inline|\*|data:|http:/);
  });

  test("refers to files of the build by relative paths", () => {
    const links = [...document.querySelectorAll("[href], [src]")].map(
      (element) => element.getAttribute("href") ?? element.getAttribute("src"),
    );
    const local = links.filter((link) => link !== OFFICE_JS);
    expect(local.filter((link) => !builtFiles().has(link ?? ""))).toEqual([]);
  });
});

test.each(["functions.js", "taskpane.js"])("dist/%s makes no code from text", (file) => {
  expect(builtText(file)).not.toMatch(/\beval\(|\bnew Function\(/);
});
