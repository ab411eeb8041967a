import type { HostSettings } from "./settings";

/** A list as Excel for Windows hands it to the library. */
export interface SafeArray {
  readonly toArray: () => readonly unknown[];
  readonly dimensions: () => number;
}

export function safeArray(...items: unknown[]): SafeArray {
  return { toArray: () => [...items], dimensions: () => 1 };
}

/** Flags of the page: it is a shared runtime, and it has custom functions. */
const SHARED_WITH_FUNCTIONS = 3;

/** Program, platform, version and locale, as the library reads them from one text. */
export function hostInfo({ locale }: HostSettings): string {
  return `Excel|Win32|16.01|${locale}|workbench|||${SHARED_WITH_FUNCTIONS}`;
}

/** What the library asks about the program, the document and the add-in. */
export function programContext({ requirementSets, locale }: HostSettings) {
  return {
    GetActivationMode: () => 1,
    GetAppCapabilities: () => 1,
    GetAppDataLocale: () => locale,
    GetAppType: () => 1,
    GetAppUILocale: () => locale,
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetCommerceAllowed: () => false,
    GetControlIntegrationLevel: () => 1,
    GetCorrelationId: () => "workbench",
    GetDocUrl: () => "Workbench.xlsx",
    GetHostFullVersion: () => "16.0.18000.20000",
    GetInitialDisplayMode: () => 2,
    GetInstanceId: () => "workbench",
    GetOfficeThemeInfo: () => safeArray(),
    GetSettings: () => ({ Read: () => undefined, Write: () => undefined }),
    GetSolutionRef: () => "workbench",
    GetSolutionToken: () => "",
    GetSupportedMatrix: () => JSON.stringify(requirementSets),
    GetTouchEnabled: () => false,
  };
}
