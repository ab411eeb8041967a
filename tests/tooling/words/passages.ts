/** What a person reads in a file of the repository: texts of the product, documentation, and comments. */
import ts from "typescript";

export type Kind = "text" | "docs" | "comment";

export interface Passage {
  readonly kind: Kind;
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** Appears in a text where the program inserts a value. */
const VALUE = "…";

/** Attributes of a template that hold text; the others hold classes, ids and handlers. */
const TEXT_ATTRIBUTES = "aria-label|label|title|placeholder|alt|description|message|hint";

export function passagesOf(path: string, content: string): readonly Passage[] {
  const extension = path.slice(path.lastIndexOf(".") + 1);
  if (["ts", "mts", "mjs", "js"].includes(extension)) return passagesOfCode(path, content);
  if (extension === "json") return jsonPassages(path, content);
  if (extension === "md") return [{ kind: "docs", text: proseOfMarkdown(content), line: 1 }];
  if (extension === "html" || extension === "xml") return [{ kind: "text", text: content, line: 1 }];
  if (extension === "css") return [{ kind: "comment", text: commentsOf(content, /\/\*[^]*?\*\//g), line: 1 }];
  if (extension === "py") return [{ kind: "comment", text: commentsOf(content, /"""[^]*?"""|#.*/g), line: 1 }];
  return [];
}

/** The same number of lines, without anything between the comments. */
function commentsOf(content: string, comment: RegExp): string {
  const kept: string[] = [];
  let at = 0;
  for (const { 0: text, index } of content.matchAll(comment)) {
    kept.push(blank(content.slice(at, index)), text);
    at = index + text.length;
  }
  return kept.join("");
}

/** Text of a page without code, addresses of links and HTML comments. */
function proseOfMarkdown(content: string): string {
  return content.replaceAll(/^```[^]*?^```|`[^`\n]+`|\]\([^)]*\)/gm, (code) => ` ${blank(code)}`);
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]+/g, " ");
}

/** Strings of a file; of a translation the English ones, which are its names. */
function jsonPassages(path: string, content: string): readonly Passage[] {
  const kind = isProduct(path) ? "text" : "comment";
  const isTranslation = path.startsWith("assets/locales/");
  return [...content.matchAll(/"((?:[^"\\]|\\.)*)"(:)?/g)]
    .filter(([, text, colon]) => isProse(text) && (colon !== undefined || !isTranslation))
    .map(({ 1: text, index }) => ({ kind, text: text.replaceAll('\\"', '"'), line: lineAt(content, index) }));
}

function isProduct(path: string): boolean {
  return /^(src|assets)\//.test(path);
}

function lineAt(content: string, index: number): number {
  return content.slice(0, index).split("\n").length;
}

function passagesOfCode(path: string, content: string): readonly Passage[] {
  const file = ts.createSourceFile(path, content, ts.ScriptTarget.Latest, true);
  const textKind: Kind = isProduct(path) ? "text" : "comment";
  const commentKind: Kind = path.startsWith("src/functions/") ? "text" : "comment";
  const lineOf = (at: number) => file.getLineAndCharacterOfPosition(at).line + 1;
  const texts = literalsOf(file).map(({ text, at }) => ({ kind: textKind, text, line: lineOf(at) }));
  const comments = commentRanges(file).map(({ pos, end }) => ({
    kind: content.startsWith("/**", pos) ? commentKind : "comment",
    text: proseOfComment(content.slice(pos, end)),
    line: lineOf(pos),
  }));
  return [...texts, ...comments];
}

/** Without the asterisks, and without formulas of examples. */
function proseOfComment(comment: string): string {
  return comment.replaceAll(/^\s*\*(?!\/)/gm, "").replaceAll(/@example =.*->|`[^`\n]+`/g, "");
}

interface Literal {
  readonly text: string;
  readonly at: number;
}

function literalsOf(file: ts.SourceFile): readonly Literal[] {
  const found: Literal[] = [];
  const visit = (node: ts.Node): void => {
    if (isCode(node)) return;
    if (ts.isTaggedTemplateExpression(node) && /^(html|svg)$/.test(node.tag.getText())) add(node.template, proseOfTemplate);
    else if (ts.isTaggedTemplateExpression(node)) return;
    else if (ts.isTemplateExpression(node) || ts.isStringLiteralLike(node)) add(node, String);
    ts.forEachChild(node, visit);
  };
  const add = (node: ts.TemplateLiteral | ts.StringLiteralLike, prose: (text: string) => string): void => {
    if (ts.isTaggedTemplateExpression(node.parent) && prose === String) return;
    const text = prose(textOf(node));
    if (isProse(text)) found.push({ text, at: node.getStart() });
  };
  visit(file);
  return found;
}

function textOf(node: ts.TemplateLiteral | ts.StringLiteralLike): string {
  return ts.isTemplateExpression(node) ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(VALUE) : node.text;
}

/** Modules, types, properties and formulas of the model have names, no texts. */
function isCode(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isLiteralTypeNode(node)) return true;
  if (ts.isPropertyAssignment(node)) return /^(formula|pattern|selector)$/.test(node.name.getText());
  return ts.isStringLiteralLike(node) && ts.isElementAccessExpression(node.parent);
}

/** What a template shows: text between tags, and attributes that are read out or shown. */
function proseOfTemplate(template: string): string {
  const attribute = new RegExp(String.raw`\s(?:${TEXT_ATTRIBUTES})="([^"]*)"`, "g");
  return template.replaceAll(/<[^>]*>/g, (tag) => [...tag.matchAll(attribute)].map(([, text]) => ` | ${text} | `).join(""));
}

/** Words with a space between them, or one word as a label has it; no id, address, formula or list of numbers. */
function isProse(text: string): boolean {
  return /^[A-Z][a-z]+$/.test(text) || (/[A-Za-z]{2}/.test(text) && /\S\s+\S/.test(text) && !/^\s*=/.test(text));
}

function commentRanges(file: ts.SourceFile): readonly ts.CommentRange[] {
  const found = new Map<number, ts.CommentRange>();
  const visit = (node: ts.Node): void => {
    const ranges = [
      ...(ts.getLeadingCommentRanges(file.text, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(file.text, node.getEnd()) ?? []),
    ];
    ranges.forEach((range) => found.set(range.pos, range));
    node.getChildren(file).forEach(visit);
  };
  visit(file);
  return [...found.values()].sort((one, other) => one.pos - other.pos);
}
