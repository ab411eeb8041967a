/** How this Excel is set up: what it supports, and how it behaves where versions and workbooks differ. */
export interface HostSettings {
  /** Newest version of each requirement set. */
  readonly requirementSets: Readonly<Record<string, string>>;
  readonly locale: string;
  readonly isReadOnly: boolean;
  /** The workbook counts days from 1904, as an option of Excel has it. */
  readonly countsFrom1904: boolean;
  /** Functions answer as in Excel, from another process: their cells are #BUSY! for half a second and more. Otherwise they answer at once. */
  readonly delaysFunctions: boolean;
  /** Members that this Excel cannot undo: it refuses them in a group of undo. */
  readonly withoutUndo: readonly string[];
}

/** The settings that an address asks for, as JSON, such as {"isReadOnly":true}; the usual ones for the rest. */
export function settingsOf(json: string, locale: string): HostSettings {
  const { requirementSets, ...others } = JSON.parse(json) as Partial<HostSettings>;
  return { ...USUAL_SETTINGS, locale, ...others, requirementSets: { ...USUAL_SETTINGS.requirementSets, ...requirementSets } };
}

/** Excel as the add-in needs it, with nothing in the way. */
export const USUAL_SETTINGS: HostSettings = {
  requirementSets: {
    AddinCommands: "1.3",
    CustomFunctions: "1.9",
    CustomFunctionsRuntime: "1.3",
    DelayForCellEdit: "1.1",
    ExcelApi: "1.20",
    OfficeSharedApi: "1.1",
    RichApiRuntime: "1.2",
    SharedRuntime: "1.1",
  },
  locale: "en-US",
  isReadOnly: false,
  countsFrom1904: false,
  delaysFunctions: false,
  // Excel for Windows and Mac.
  withoutUndo: ["Worksheet.position"],
};
