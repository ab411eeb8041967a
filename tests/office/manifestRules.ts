import type { ApiUse } from "./apiSets";
import { CHILDREN, compareVersions, ICON_SIZES, LIST_ICON_SIZES, MAX_LENGTH, REQUIREMENT_SETS, RESOURCE_OF } from "./manifestSchema";
import { descendants, parseXml } from "./manifestXml";
import type { XmlElement } from "./manifestXml";

/** What a manifest speaks of but does not hold. */
export interface Surroundings {
  /** Address that the add-in is served from, with a slash at its end. */
  readonly host: string;
  /** Files that the build writes, by their path below the host. */
  readonly files: ReadonlySet<string>;
  /** Width and height of an icon in pixels, by its path below the host. */
  readonly iconSize: (path: string) => readonly [number, number];
  /** Names that the pane gives to Office.actions.associate. */
  readonly actions: ReadonlySet<string>;
  /** The file behind ExtendedOverrides. */
  readonly shortcuts: Shortcuts;
  /** Members of Office.js that the sources use without asking isSetSupported first. */
  readonly uses: readonly ApiUse[];
}

export interface Shortcuts {
  readonly actions: readonly { readonly id: string; readonly name: string }[];
  readonly shortcuts: readonly { readonly action: string; readonly key: Readonly<Record<string, string>> }[];
}

interface Manifest {
  readonly root: XmlElement;
  readonly elements: readonly XmlElement[];
  readonly resources: readonly Resource[];
}

interface Resource {
  readonly list: string;
  readonly id: string;
  readonly value: string;
}

/** Every reason why Office would refuse or misread the manifest, each as a sentence that names the element; none: an empty list. */
export function manifestProblems(xml: string, surroundings: Surroundings): readonly string[] {
  const root = parseXml(xml);
  const elements = descendants(root);
  const resources = elements.filter((each) => each.name === "Resources").flatMap(resourcesOf);
  const manifest = { root, elements, resources };
  return RULES.flatMap((rule) => rule(manifest, surroundings));
}

type Rule = (manifest: Manifest, surroundings: Surroundings) => readonly string[];

const RULES: readonly Rule[] = [
  order,
  identity,
  resids,
  unusedResources,
  lengths,
  addresses,
  languages,
  icons,
  oneRuntime,
  ribbon,
  shortcutKeys,
  requirementSets,
];

function order({ elements }: Manifest): readonly string[] {
  return elements.flatMap((element) => {
    const pattern = CHILDREN[element.kind];
    if (pattern === undefined) return element.children.length > 0 ? [`${element.kind}: not an element that may hold others`] : [];
    return orderProblems(element, pattern);
  });
}

function orderProblems(element: XmlElement, pattern: readonly string[]): readonly string[] {
  const names = element.children.map((child) => child.name);
  const allowed = pattern.map((each) => each.replace(/[?*+]$/, ""));
  const foreign = names.filter((name) => !allowed.includes(name));
  const known = names.filter((name) => allowed.includes(name));
  const late = known.find((name, index) => index > 0 && allowed.indexOf(name) < allowed.indexOf(known[index - 1]));
  const missing = pattern.filter((each) => !/[?*]$/.test(each)).map((each) => each.replace(/\+$/, ""));
  const twice = allowed.filter((name, index) => !/[*+]$/.test(pattern[index]) && names.filter((each) => each === name).length > 1);
  return [
    ...foreign.map((name) => `${element.kind}: ${name} does not belong here`),
    ...(late === undefined ? [] : [`${element.kind}: ${late} stands too late; the order is ${allowed.join(", ")}`]),
    ...missing.filter((name) => !names.includes(name)).map((name) => `${element.kind}: ${name} is missing`),
    ...twice.map((name) => `${element.kind}: more than one ${name}`),
  ];
}

function identity({ root }: Manifest): readonly string[] {
  const text = (name: string) => root.children.find((child) => child.name === name)?.text ?? "";
  const hosts = root.children.find((child) => child.name === "Hosts")?.children.map((host) => host.attributes["Name"]) ?? [];
  const checks: readonly [boolean, string][] = [
    [GUID.test(text("Id")), `Id: ${text("Id")} is not a GUID`],
    [/^\d{1,5}(\.\d{1,5}){1,3}$/.test(text("Version")), `Version: ${text("Version")} is not two to four numbers joined by dots`],
    [Number.parseInt(text("Version"), 10) >= 1, `Version: ${text("Version")} is below 1.0`],
    [/^[a-z]{2,3}-[A-Z]{2}$/.test(text("DefaultLocale")), `DefaultLocale: ${text("DefaultLocale")} is not a language and a country`],
    [
      text("Permissions") === "ReadWriteDocument",
      `Permissions: ${text("Permissions")}, but the add-in needs ReadWriteDocument and no more`,
    ],
    [hosts.join() === "Workbook", `Hosts: ${hosts.join()}, but the add-in is for Workbook alone`],
  ];
  return checks.filter(([holds]) => !holds).map(([, problem]) => problem);
}

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

function resids({ elements, resources }: Manifest): readonly string[] {
  const references = elements.filter((element) => "resid" in element.attributes);
  return [
    ...resources.filter(({ id }) => id.length > 32).map(({ id }) => `resid ${id}: longer than 32 characters`),
    ...repeated(resources.map(({ id }) => id)).map((id) => `resid ${id}: defined more than once`),
    ...references.flatMap((element) => {
      const id = element.attributes["resid"];
      const list = RESOURCE_OF[element.name];
      const found = resources.find((resource) => resource.id === id);
      if (found === undefined) return [`${element.name}: resid ${id} is not defined`];
      return found.list === list ? [] : [`${element.name}: resid ${id} is in ${found.list}, not in ${list ?? "any list"}`];
    }),
  ];
}

function unusedResources({ elements, resources }: Manifest): readonly string[] {
  const used = new Set(elements.map((element) => element.attributes["resid"]));
  return resources.filter(({ id }) => !used.has(id)).map(({ id }) => `resid ${id}: defined but never used`);
}

function lengths({ root, elements, resources }: Manifest): readonly string[] {
  const titles = root.children.flatMap((child) => {
    const limit = { DisplayName: 125, Description: 250, ProviderName: 125 }[child.name];
    return limit === undefined ? [] : [{ what: child.name, value: child.attributes["DefaultValue"] ?? child.text, limit }];
  });
  const strings = resources.map(({ id, list, value }) => ({ what: id, value, limit: MAX_LENGTH[list] ?? 0 }));
  const ids = elements.filter((each) => each.name === "Control" || each.name === "Group").map((each) => each.attributes["id"] ?? "");
  return [
    ...[...titles, ...strings].flatMap(({ what, value, limit }) => {
      if (value === "") return [`${what}: empty`];
      return value.length > limit ? [`${what}: ${value.length} characters, more than ${limit}`] : [];
    }),
    ...repeated(ids).map((id) => `id ${id}: used by more than one control`),
  ];
}

function addresses({ elements }: Manifest, { host, files }: Surroundings): readonly string[] {
  return elements.flatMap((element) => {
    const address = element.attributes["DefaultValue"] ?? element.attributes["Url"] ?? (element.name === "AppDomain" ? element.text : "");
    if (!/(Url|Image|Location|Overrides|AppDomain)$/.test(element.name) || address === "") return [];
    const what = element.attributes["id"] ?? element.name;
    if (!address.startsWith("https://")) return [`${what}: ${address} is not HTTPS`];
    if (!address.startsWith(host)) return [`${what}: ${address} is not below ${host}`];
    return files.has(address.slice(host.length)) ? [] : [`${what}: the build does not write ${address.slice(host.length)}`];
  });
}

/** Texts and addresses in other languages: each language once, with a text that is no longer than the first, and an address that is there. */
function languages({ elements }: Manifest, { host, files }: Surroundings): readonly string[] {
  const limits: Readonly<Record<string, number>> = { DisplayName: 125, Description: 250 };
  return elements.flatMap((element) => {
    const overrides = element.children.filter(({ name }) => name.endsWith("Override"));
    const what = element.attributes["id"] ?? element.name;
    const limit = limits[element.name] ?? MAX_LENGTH["bt:LongStrings"];
    const locales = overrides.map(({ attributes }) => attributes["Locale"] ?? "");
    return [
      ...locales
        .filter((locale) => !/^[a-z]{2,3}-[A-Z]{2}$/.test(locale))
        .map((locale) => `${what}: ${locale} is not a language and a country`),
      ...repeated(locales).map((locale) => `${what}: ${locale} stands twice`),
      ...overrides.flatMap(({ attributes: { Value: value = "" } }) => {
        if (value === "") return [`${what}: empty in another language`];
        if (value.length > limit) return [`${what}: ${value.length} characters in another language, more than ${limit}`];
        const isThere = element.name !== "bt:Url" || (value.startsWith(host) && files.has(value.slice(host.length)));
        return isThere ? [] : [`${what}: the build does not write ${value}`];
      }),
    ];
  });
}

function icons({ root, elements, resources }: Manifest, surroundings: Surroundings): readonly string[] {
  const sets = elements.filter((element) => element.name === "Icon");
  const missing = sets.flatMap((icon) => {
    const sizes = icon.children.map((image) => Number(image.attributes["size"]));
    return ICON_SIZES.filter((size) => !sizes.includes(size)).map((size) => `Icon: no image of ${size} pixels`);
  });
  const inRibbon = sets
    .flatMap((icon) => icon.children)
    .map((image) => ({
      address: resources.find(({ id }) => id === image.attributes["resid"])?.value ?? "",
      size: Number(image.attributes["size"]),
    }));
  const inList = root.children
    .filter((child) => child.name in LIST_ICON_SIZES)
    .map((child) => ({ address: child.attributes["DefaultValue"] ?? "", size: LIST_ICON_SIZES[child.name] }));
  return [...missing, ...[...inRibbon, ...inList].flatMap((icon) => wrongSize(icon, surroundings))];
}

function wrongSize({ address, size }: { address: string; size: number }, { host, files, iconSize }: Surroundings): readonly string[] {
  const path = address.slice(host.length);
  if (!address.startsWith(host) || !files.has(path)) return [];
  const [width, height] = iconSize(path);
  return width === size && height === size ? [] : [`${path}: ${width} x ${height} pixels where ${size} x ${size} are stated`];
}

/** In a shared runtime the functions, the commands and the pane are one page; with two, each would have a state of its own. */
function oneRuntime({ root, elements, resources }: Manifest): readonly string[] {
  const runtime = elements.find((element) => element.name === "Runtime");
  const page = runtime?.attributes["resid"];
  const pages = elements.flatMap((element) => {
    if (element.name === "FunctionFile") return [element];
    return element.name === "Page" || element.kind === "Action:ShowTaskpane" ? element.children.filter(isSourceLocation) : [];
  });
  const opened = root.children.find((child) => child.name === "DefaultSettings")?.children[0]?.attributes["DefaultValue"];
  const address = resources.find(({ id }) => id === page)?.value;
  return [
    ...(runtime?.attributes["lifetime"] === "long" ? [] : ["Runtime: lifetime must be long, or the functions end with the pane"]),
    ...pages
      .filter((each) => each.attributes["resid"] !== page)
      .map((each) => `${each.name}: resid ${each.attributes["resid"]} is not that of the Runtime (${page})`),
    ...(opened === address ? [] : [`DefaultSettings: ${opened} is not the page of the Runtime (${address})`]),
    ...elements
      .filter((each) => each.name === "TaskpaneId")
      .map(() => "TaskpaneId: would open a second pane beside that of the shared runtime"),
  ];
}

const isSourceLocation = (element: XmlElement) => element.name === "SourceLocation";

function ribbon({ elements, resources }: Manifest, { actions }: Surroundings): readonly string[] {
  const names = elements.filter((element) => element.name === "FunctionName").map((element) => element.text);
  const namespaces = elements.filter((element) => element.name === "Namespace");
  return [
    ...names.filter((name) => !actions.has(name)).map((name) => `FunctionName: ${name} is not associated by the pane`),
    ...namespaces.flatMap((element) => {
      const value = resources.find(({ id }) => id === element.attributes["resid"])?.value;
      return value === "TCO" ? [] : [`Namespace: ${value}, but workbooks hold TCO`];
    }),
  ];
}

function shortcutKeys({ elements }: Manifest, { shortcuts, actions }: Surroundings): readonly string[] {
  if (!elements.some((element) => element.name === "ExtendedOverrides")) return ["ExtendedOverrides is missing: no keyboard shortcut"];
  const ids = shortcuts.actions.map((action) => action.id);
  return [
    ...ids.filter((id) => !actions.has(id)).map((id) => `shortcuts.json: action ${id} is not associated by the pane`),
    ...shortcuts.shortcuts.filter(({ action }) => !ids.includes(action)).map(({ action }) => `shortcuts.json: no action ${action}`),
    ...shortcuts.shortcuts
      .filter(({ key }) => key["default"] === undefined)
      .map(({ action }) => `shortcuts.json: no default key for ${action}`),
    ...shortcuts.shortcuts
      .flatMap(({ key }) => Object.values(key))
      .filter((key) => !/^((Ctrl|Command)\+((Alt|Shift)\+){0,2}|Alt\+Shift\+|Alt\+)(Up|Down|Left|Right|[A-Z0-9])$/.test(key))
      .map((key) => `shortcuts.json: ${key} is not a key combination that Office takes`),
  ];
}

function requirementSets({ elements }: Manifest, { uses }: Surroundings): readonly string[] {
  const sets = elements.filter((element) => element.name === "Set");
  const stated = new Map(sets.map((set) => [set.attributes["Name"] ?? "", set.attributes["MinVersion"] ?? "1.1"]));
  return [
    ...[...stated].flatMap(([name, version]) => {
      const newest = REQUIREMENT_SETS[name];
      if (newest === undefined) return [`Set ${name}: not a requirement set of Excel`];
      return compareVersions(version, newest) > 0 ? [`Set ${name} ${version}: newer than the newest (${newest})`] : [];
    }),
    ...["SharedRuntime", "CustomFunctionsRuntime"]
      .filter((name) => !stated.has(name))
      .map((name) => `Set ${name}: needed by the manifest itself but not asked for`),
    ...uses
      .filter(({ set, version }) => compareVersions(stated.get(set) ?? "0", version) < 0)
      .map(({ set, version, member, file }) => `Set ${set} ${stated.get(set) ?? "(none)"}: ${member} in ${file} needs ${version}`),
  ];
}

function resourcesOf(element: XmlElement): readonly Resource[] {
  return element.children.flatMap((list) =>
    list.children.map((entry) => ({
      list: list.name,
      id: entry.attributes["id"] ?? "",
      value: entry.attributes["DefaultValue"] ?? "",
    })),
  );
}

function repeated(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
