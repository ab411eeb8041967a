import { readFileSync } from "node:fs";
import path from "node:path";
import { OfficeAddinManifest } from "office-addin-manifest";
import { beforeAll, describe, expect, test } from "vitest";
import { DEVELOPMENT_HOST, hostAddress, manifestFor } from "../../scripts/manifestHost.mjs";
import { apiUses } from "./apiSets";
import type { ApiUse } from "./apiSets";
import { built, builtFiles, builtText, pngSize, ROOT } from "./build";
import { manifestProblems } from "./manifestRules";
import type { Shortcuts, Surroundings } from "./manifestRules";
import { associatedActions } from "./pane";

const template = readFileSync(path.join(ROOT, "manifest.xml"), "utf8");
const uses: ApiUse[] = [];
let actions: ReadonlySet<string>;

beforeAll(async () => {
  actions = await associatedActions();
  uses.push(...apiUses(["src/workbook", "src/taskpane"], ROOT));
});

function surroundings(host: string): Surroundings {
  return {
    host,
    files: builtFiles(),
    iconSize: (file) => pngSize(built(file)),
    actions,
    shortcuts: JSON.parse(builtText("shortcuts.json")) as Shortcuts,
    uses: uses.filter((use) => !use.guarded),
  };
}

describe("the manifest that the build writes", () => {
  test("has nothing that Office would refuse", () => {
    const xml = builtText("manifest.xml");
    const host = /<IconUrl DefaultValue="(.*)assets\/icon-32.png"/.exec(xml)?.[1] ?? "";
    expect(manifestProblems(xml, surroundings(host))).toEqual([]);
  });

  test("can be read by Microsoft's own parser", async () => {
    const info = await OfficeAddinManifest.readManifestFile(path.join(ROOT, "dist/manifest.xml"));
    expect(info).toMatchObject({
      id: "d3a8fb37-9482-43e4-9f25-71a5f294cb68",
      displayName: "TCO Planner",
      hosts: ["Workbook"],
      permissions: "ReadWriteDocument",
      officeAppType: "TaskPaneApp",
    });
  });

  test("asks for the sets of the members that the sources use, found in Microsoft's typings", () => {
    expect(uses.map((use) => use.set)).toContain("ExcelApi");
  });
});

describe("the address of the host is one setting", () => {
  test.each([
    [undefined, "https://localhost:3000/"],
    ["https://example.org", "https://example.org/"],
    ["https://example.org/tco", "https://example.org/tco/"],
    [" https://example.org/tco/ ", "https://example.org/tco/"],
  ])("TCO_HOST=%s is served from %s", (setting, host) => {
    expect(hostAddress(setting)).toBe(host);
    const xml = manifestFor(template, host);
    expect(manifestProblems(xml, surroundings(host))).toEqual([]);
    expect(xml.includes("localhost")).toBe(host === DEVELOPMENT_HOST);
  });

  test.each(["http://example.org/", "example.org", "https://example.org/?a=1", "https://example.org/#x"])(
    "TCO_HOST=%s is refused",
    (setting) => {
      expect(() => hostAddress(setting)).toThrow(/TCO_HOST must be an https address/);
    },
  );
});

const SCRIPT = /\s*<Script>[\s\S]*?<\/Script>/;

/** Each breaks the manifest in one place; `problem` is what the check must say. */
const BROKEN: readonly { readonly what: string; readonly from: string | RegExp; readonly to: string; readonly problem: string }[] = [
  {
    what: "an element too late",
    from: /( *<Label resid="Group.Label" \/>\n)([\s\S]*?<\/Icon>\n)/,
    to: "$2$1",
    problem: "Group: Label stands too late",
  },
  {
    what: "Permissions before DefaultSettings",
    from: /( *<DefaultSettings>[\s\S]*<\/DefaultSettings>\n)( *<Permissions>.*\n)/,
    to: "$2$1",
    problem: "OfficeApp:TaskPaneApp: DefaultSettings stands too late",
  },
  ...[
    ["a language without a country", '<bt:Override Locale="de" Value="x" />', "CompareScenarios.Label: de is not a language and a country"],
    [
      "a language twice",
      '<bt:Override Locale="de-DE" Value="x" /><bt:Override Locale="de-DE" Value="y" />',
      "CompareScenarios.Label: de-DE stands twice",
    ],
    ["an empty text in a language", '<bt:Override Locale="de-DE" Value="" />', "CompareScenarios.Label: empty in another language"],
  ].map(([what, overrides, problem]) => ({
    what,
    from: 'DefaultValue="Compare" />',
    to: `DefaultValue="Compare">${overrides}</bt:String>`,
    problem,
  })),
  {
    what: "functions.json of a language that the build does not write",
    from: /(DefaultValue="[^"]*functions\.json") \/>/,
    to: '$1><bt:Override Locale="xx-XX" Value="https://localhost:3000/functions-xx-XX.json" /></bt:Url>',
    problem: "Metadata.Url: the build does not write https://localhost:3000/functions-xx-XX.json",
  },
  {
    what: "an element that Office does not know",
    from: "<Hosts>",
    to: "<Telemetry /><Hosts>",
    problem: "OfficeApp:TaskPaneApp: Telemetry does not belong here",
  },
  { what: "no script of the functions", from: SCRIPT, to: "", problem: "ExtensionPoint:CustomFunctions: Script is missing" },
  {
    what: "a resid without a definition",
    from: '<Label resid="Group.Label"',
    to: '<Label resid="Gruop.Label"',
    problem: "Label: resid Gruop.Label is not defined",
  },
  {
    what: "a resid that nothing uses",
    from: '<Label resid="Group.Label"',
    to: '<Label resid="ShowPane.Label"',
    problem: "resid Group.Label: defined but never used",
  },
  {
    what: "a resid defined twice",
    from: 'String id="ShowPane.Tip"',
    to: 'String id="InsertModel.Tip"',
    problem: "resid InsertModel.Tip: defined more than once",
  },
  {
    what: "a resid of another list",
    from: '<Label resid="Group.Label"',
    to: '<Label resid="ShowPane.Tip"',
    problem: "Label: resid ShowPane.Tip is in bt:LongStrings",
  },
  { what: "a resid of 33 characters", from: /Group\.Label/g, to: "G".repeat(33), problem: "longer than 32 characters" },
  {
    what: "a label of 126 characters",
    from: 'DefaultValue="Open Pane"',
    to: `DefaultValue="${"x".repeat(126)}"`,
    problem: "ShowPane.Label: 126 characters, more than 125",
  },
  {
    what: "a tip of 251 characters",
    from: /(id="ShowPane\.Tip" DefaultValue=")[^"]*/,
    to: `$1${"x".repeat(251)}`,
    problem: "ShowPane.Tip: 251 characters, more than 250",
  },
  { what: "an address without TLS", from: /https:(.*taskpane\.html)/g, to: "http:$1", problem: "is not HTTPS" },
  {
    what: "an address elsewhere",
    from: 'https://localhost:3000/functions.js"',
    to: 'https://example.org/functions.js"',
    problem: "Functions.Url: https://example.org/functions.js is not below",
  },
  {
    what: "an address of 2,049 characters",
    from: 'support.html" />\n      </bt:Urls>',
    to: `${"s".repeat(2026)}" />\n      </bt:Urls>`,
    problem: "Support.Url: 2049 characters, more than 2048",
  },
  {
    what: "a file that the build does not write",
    from: "functions.json",
    to: "metadata.json",
    problem: "Metadata.Url: the build does not write metadata.json",
  },
  {
    what: "an icon that does not exist",
    from: "assets/insert-16.png",
    to: "assets/insert-17.png",
    problem: "Insert.16: the build does not write assets/insert-17.png",
  },
  {
    what: "an icon of another size",
    from: "assets/insert-16.png",
    to: "assets/insert-32.png",
    problem: "assets/insert-32.png: 32 x 32 pixels where 16 x 16 are stated",
  },
  { what: "an Icon without its 80 pixels", from: '<bt:Image size="80" resid="Icon.80" />', to: "", problem: "Icon: no image of 80 pixels" },
  {
    what: "a command that the pane does not associate",
    from: "<FunctionName>insertModel<",
    to: "<FunctionName>insertModle<",
    problem: "FunctionName: insertModle is not associated",
  },
  {
    what: "two controls of one id",
    from: "TcoPlanner.RefreshModel",
    to: "TcoPlanner.InsertModel",
    problem: "id TcoPlanner.InsertModel: used by more than one control",
  },
  {
    what: "a page beside the shared runtime",
    from: '<FunctionFile resid="Pane.Url"',
    to: '<FunctionFile resid="Support.Url"',
    problem: "FunctionFile: resid Support.Url is not that of the Runtime",
  },
  {
    what: "a TaskpaneId",
    from: '<Action xsi:type="ShowTaskpane">',
    to: '<Action xsi:type="ShowTaskpane"><TaskpaneId>Pane</TaskpaneId>',
    problem: "TaskpaneId: would open a second pane",
  },
  { what: "a runtime that ends with the pane", from: ' lifetime="long"', to: "", problem: "Runtime: lifetime must be long" },
  { what: "another namespace", from: 'DefaultValue="TCO"', to: 'DefaultValue="TCOP"', problem: "Namespace: TCOP" },
  {
    what: "no shared runtime asked for",
    from: '<Set Name="SharedRuntime" MinVersion="1.1" />',
    to: "",
    problem: "Set SharedRuntime: needed by the manifest itself",
  },
  {
    what: "an unknown requirement set",
    from: 'Name="ExcelApi"',
    to: 'Name="ExcelAPI"',
    problem: "Set ExcelAPI: not a requirement set of Excel",
  },
  {
    what: "a version of a set that does not exist",
    from: 'Name="ExcelApi" MinVersion="1.9"',
    to: 'Name="ExcelApi" MinVersion="1.99"',
    problem: "Set ExcelApi 1.99: newer than the newest",
  },
  { what: "an Id that is no GUID", from: "d3a8fb37-", to: "tco-", problem: "is not a GUID" },
  { what: "a version below 1", from: "<Version>1.0.0.0<", to: "<Version>0.1.0.0<", problem: "Version: 0.1.0.0 is below 1.0" },
  { what: "wider permissions than needed", from: "ReadWriteDocument", to: "ReadWriteMailbox", problem: "Permissions: ReadWriteMailbox" },
  { what: "no keyboard shortcut", from: /<ExtendedOverrides.*/, to: "", problem: "ExtendedOverrides is missing" },
];

describe("the check names what is wrong with a manifest that has", () => {
  test.each(BROKEN)("$what", ({ from, to, problem }) => {
    const broken = template.replace(from, to);
    expect(broken).not.toBe(template);
    expect(manifestProblems(broken, surroundings(DEVELOPMENT_HOST)).join("\n")).toContain(problem);
  });

  test("an end tag missing", () => {
    expect(() => manifestProblems(template.replace("</Hosts>", ""), surroundings(DEVELOPMENT_HOST))).toThrow(/Unexpected close tag/);
  });

  test("a set older than a member that the sources use", () => {
    const use = {
      owner: "Excel.Range",
      member: "getSpillParent",
      file: "src/workbook/spill.ts",
      set: "ExcelApi",
      version: "1.12",
      guarded: false,
    };
    expect(manifestProblems(template, { ...surroundings(DEVELOPMENT_HOST), uses: [use] })).toEqual([
      "Set ExcelApi 1.9: getSpillParent in src/workbook/spill.ts needs 1.12",
    ]);
  });

  test.each([
    [
      "an action that nobody associates",
      { actions: [{ id: "hidePane", name: "Hide" }], shortcuts: [] },
      "shortcuts.json: action hidePane is not associated",
    ],
    [
      "a key of an unknown action",
      { actions: [], shortcuts: [{ action: "showPane", key: { default: "Ctrl+Alt+T" } }] },
      "shortcuts.json: no action showPane",
    ],
    [
      "no default key",
      { actions: [], shortcuts: [{ action: "x", key: { mac: "Command+Shift+T" } }] },
      "shortcuts.json: no default key for x",
    ],
    [
      "a key without a modifier",
      { actions: [], shortcuts: [{ action: "x", key: { default: "T" } }] },
      "shortcuts.json: T is not a key combination",
    ],
  ])("%s in shortcuts.json", (_what, shortcuts, problem) => {
    expect(manifestProblems(template, { ...surroundings(DEVELOPMENT_HOST), shortcuts }).join("\n")).toContain(problem);
  });
});
