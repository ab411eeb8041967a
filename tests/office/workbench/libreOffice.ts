/** LibreOffice, where it is installed: it calculates a sheet without a window. */
import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const PROGRAMS = [
  "soffice",
  "libreoffice",
  "/usr/bin/soffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
];

/** Whether a program answers to a question about its version. */
export const answers = (program: string): boolean => spawnSync(program, ["--version"], { timeout: 60_000 }).status === 0;

/** The program of LibreOffice; undefined where there is none. */
export const officeProgram: string | undefined = PROGRAMS.find(answers);

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** A formula of OpenFormula, which separates arguments with semicolons, has references in brackets, and has Excel's CEILING and FLOOR beside its own. */
const openFormula = (formula: string): string => {
  const references = formula.replaceAll(",", ";").replace(/\b[A-Z]\d+\b(?!\()/g, "[.$&]");
  return escaped(`of:=${references.replace(/\b(CEILING|FLOOR)\(/g, "COM.MICROSOFT.$1(")}`);
};

function sheetOf(formulas: readonly string[], inputs: readonly number[]): string {
  const rows = formulas.map((formula, row) => {
    const input = inputs.at(row);
    const cell = row < inputs.length && input !== undefined ? `<table:table-cell office:value-type="float" office:value="${input}"/>` : "";
    return `<table:table-row><table:table-cell table:formula="${openFormula(formula)}"/>${cell}</table:table-row>`;
  });
  const spaces = ["office", "table", "text"].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${spaces.join(" ")} xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:body><office:spreadsheet><table:table table:name="Sheet1">${rows.join("")}</table:table></office:spreadsheet></office:body></office:document>`;
}

/** The value of each formula cell of a calculated sheet: a number, TRUE and FALSE as 1 and 0, or the error. */
function valuesIn(sheet: string): readonly (number | string)[] {
  return Array.from(sheet.matchAll(/<table:table-cell [^>]*table:formula="[^>]*>/g), ([cell]) => {
    const truth = /office:boolean-value="(\w+)"/.exec(cell)?.[1];
    if (truth !== undefined) return truth === "true" ? 1 : 0;
    const value = /office:value="([^"]+)"/.exec(cell)?.[1];
    return value === undefined ? "#" : Number(value);
  });
}

/** The values that LibreOffice calculates for formulas over the inputs in B1 and below. */
export async function valuesByOffice(formulas: readonly string[], inputs: readonly number[]): Promise<readonly (number | string)[]> {
  if (officeProgram === undefined) throw new Error("LibreOffice is not installed.");
  const folder = mkdtempSync(join(tmpdir(), "formulas-"));
  try {
    const source = join(folder, "formulas.fods");
    writeFileSync(source, sheetOf(formulas, inputs));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const out = join(folder, "out");
    await promisify(execFile)(officeProgram, [profile, "--headless", "--convert-to", "fods", "--outdir", out, source]);
    return valuesIn(readFileSync(join(out, "formulas.fods"), "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
