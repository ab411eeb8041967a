/**
 * What each element of a task pane manifest holds, in the order that Microsoft's schemas demand (OfficeAppManifestV1_1.xsd,
 * TaskPaneAppVersionOverridesV1_0.xsd, OfficeAppBasicTypesV1_0.xsd, and the Office Add-ins reference for Runtimes and
 * ExtendedOverrides, which came later). `?` = may be left out, `*` = any number, `+` = one or more.
 */
export const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  "OfficeApp:TaskPaneApp": [
    "Id",
    "AlternateId?",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "AppDomains?",
    "Hosts",
    "Requirements",
    "DefaultSettings",
    "Permissions",
    "VersionOverrides",
    "ExtendedOverrides?",
  ],
  AppDomains: ["AppDomain+"],
  Hosts: ["Host+"],
  Requirements: ["Sets"],
  Sets: ["Set+"],
  DefaultSettings: ["SourceLocation"],
  "VersionOverrides:VersionOverridesV1_0": ["Description?", "Requirements?", "Hosts", "Resources"],
  "Host:Workbook": ["Runtimes", "AllFormFactors", "DesktopFormFactor"],
  Runtimes: ["Runtime"],
  AllFormFactors: ["ExtensionPoint+"],
  DesktopFormFactor: ["GetStarted?", "FunctionFile", "ExtensionPoint+"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  "ExtensionPoint:CustomFunctions": ["Script", "Page", "Metadata", "Namespace"],
  Script: ["SourceLocation"],
  Page: ["SourceLocation"],
  Metadata: ["SourceLocation"],
  "ExtensionPoint:PrimaryCommandSurface": ["OfficeTab*", "CustomTab*"],
  OfficeTab: ["Group+"],
  Group: ["Label", "Icon", "Control+"],
  "Control:Button": ["Label", "Supertip", "Icon", "Action"],
  Supertip: ["Title", "Description"],
  Icon: ["bt:Image+"],
  "Action:ShowTaskpane": ["TaskpaneId?", "SourceLocation", "Title?"],
  "Action:ExecuteFunction": ["FunctionName"],
  Resources: ["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"],
  "bt:Images": ["bt:Image+"],
  "bt:Urls": ["bt:Url+"],
  "bt:ShortStrings": ["bt:String+"],
  "bt:LongStrings": ["bt:String+"],
  "bt:Url": ["bt:Override*"],
  "bt:String": ["bt:Override*"],
  DisplayName: ["Override*"],
  Description: ["Override*"],
};

/** The list of Resources that an element's resid points into, by the element's name. */
export const RESOURCE_OF: Readonly<Record<string, string>> = {
  "bt:Image": "bt:Images",
  Runtime: "bt:Urls",
  SourceLocation: "bt:Urls",
  FunctionFile: "bt:Urls",
  LearnMoreUrl: "bt:Urls",
  Label: "bt:ShortStrings",
  Title: "bt:ShortStrings",
  Namespace: "bt:ShortStrings",
  Description: "bt:LongStrings",
};

/** Longest text of a resource in characters. */
export const MAX_LENGTH: Readonly<Record<string, number>> = {
  "bt:Images": 2048,
  "bt:Urls": 2048,
  "bt:ShortStrings": 125,
  "bt:LongStrings": 250,
};

/** Sides in pixels that every Icon must offer, and of the two icons in the list of add-ins. */
export const ICON_SIZES = [16, 32, 80] as const;
export const LIST_ICON_SIZES: Readonly<Record<string, number>> = { IconUrl: 32, HighResolutionIconUrl: 64 };

/** Requirement sets that may be asked for, with the newest version that Excel has released (Office requirement sets and @types/office-js, 2026). */
export const REQUIREMENT_SETS: Readonly<Record<string, string>> = {
  CustomFunctionsRuntime: "1.5",
  DialogApi: "1.2",
  ExcelApi: "1.21",
  KeyboardShortcuts: "1.1",
  RibbonApi: "1.2",
  SharedRuntime: "1.2",
};

/** -1, 0 or 1 as version `a` ("1.10") is older than, the same as or newer than `b` ("1.9"). */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number)) as [number[], number[]];
  const length = Math.max(left.length, right.length);
  const differences = Array.from({ length }, (_, index) => (left[index] ?? 0) - (right[index] ?? 0));
  return Math.sign(differences.find((difference) => difference !== 0) ?? 0);
}
