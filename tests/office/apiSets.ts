import { readdirSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { REQUIREMENT_SETS } from "./manifestSchema";

/** One use of a member of Office.js in the sources. */
export interface ApiUse {
  readonly member: string;
  /** The class that declares the member, such as Excel.Range. */
  readonly owner: string;
  readonly file: string;
  readonly set: string;
  readonly version: string;
  /** The file asks isSetSupported for at least this version before it goes that way. */
  readonly guarded: boolean;
}

/**
 * Every use of an Office.js member in the TypeScript files below some folders, with the requirement set that the typings of Microsoft
 * state for it ("[Api set: ExcelApi 1.9]"). A member of a type that the typings say nothing about is left out.
 */
export function apiUses(folders: readonly string[], root: string): readonly ApiUse[] {
  const files = folders.flatMap((folder) => sourcesBelow(path.join(root, folder)));
  const configFile = path.join(root, "src/workbook/tsconfig.json");
  const config = ts.parseJsonConfigFileContent(
    ts.readConfigFile(configFile, (file) => ts.sys.readFile(file)).config,
    ts.sys,
    path.dirname(configFile),
  );
  const program = ts.createProgram(files, config.options);
  const checker = program.getTypeChecker();
  return files.flatMap((file) => usesIn(program.getSourceFile(file)!, checker, path.relative(root, file)));
}

function sourcesBelow(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith(".ts")).map((file) => path.join(folder, file));
}

function usesIn(source: ts.SourceFile, checker: ts.TypeChecker, file: string): readonly ApiUse[] {
  const guards = [...source.text.matchAll(/isSetSupported\(\s*"(\w+)",\s*"([\d.]+)"\s*\)/g)];
  const uses: ApiUse[] = [];
  const visit = (node: ts.Node): void => {
    const symbol = ts.isPropertyAccessExpression(node) ? checker.getSymbolAtLocation(node.name) : undefined;
    for (const [set, version] of setsOf(symbol)) {
      const guarded = guards.some(([, name, asked]) => name === set && Number(asked.split(".")[1]) >= Number(version.split(".")[1]));
      uses.push({ member: symbol!.name, owner: ownerOf(symbol!), file, set, version, guarded });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
}

function ownerOf(symbol: ts.Symbol): string {
  const names: string[] = [];
  for (let parent = symbol.declarations?.[0]?.parent; parent; parent = parent.parent)
    if ((ts.isClassDeclaration(parent) || ts.isInterfaceDeclaration(parent) || ts.isModuleDeclaration(parent)) && parent.name)
      names.unshift(parent.name.text);
  return names.join(".");
}

function setsOf(symbol: ts.Symbol | undefined): readonly (readonly [string, string])[] {
  const declarations = (symbol?.declarations ?? []).filter((each) => each.getSourceFile().fileName.includes("office-js"));
  // The overloads of a method may belong to different sets; the oldest is the one that a call can always fall back on.
  const found = declarations.flatMap((each) => {
    const comment = ts.getJSDocCommentsAndTags(each).map((part) => part.getText());
    return [...comment.join("\n").matchAll(/\[Api set: (\w+) ([\d.]+)/g)].map(([, set, version]) => [set, version] as const);
  });
  // Members that several applications share may name the set of another one: the event of a command is "Mailbox 1.3", in Excel it needs none.
  const excel = found.filter(([set]) => set in REQUIREMENT_SETS);
  const oldest = excel.sort((a, b) => Number(a[1].split(".")[1]) - Number(b[1].split(".")[1]))[0];
  return oldest === undefined ? [] : [oldest];
}
