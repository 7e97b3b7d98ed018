import { globSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import ts from 'typescript';

/** Source files: the path from `src/` → the text. */
export type Tree = ReadonlyMap<string, string>;

export interface Import {
  /** The path of the importing file. */
  readonly from: string;
  /** As written. */
  readonly written: string;
  /** The path of the imported file; for what is not ours, the name of the package: `node:fs`, `@astrojs/rss`, `astro:assets`. */
  readonly to: string;
  readonly ours: boolean;
  /** Erased before it runs. */
  readonly isType: boolean;
}

export function readTree(folder: string): Tree {
  const files = globSync('**/*.{ts,mjs,astro,css,woff2}', { cwd: folder }).sort();
  // A font is there to be imported; there is nothing in it to read.
  return new Map(
    files.map((file) => [
      file,
      file.endsWith('.woff2') ? '' : readFileSync(join(folder, file), 'utf8'),
    ]),
  );
}

const known = new WeakMap<Tree, readonly Import[]>();

/**
 * Every import of a tree: static, of types, and dynamic ones. One with places to fill in (`./${tag}/a.ts`) imports every
 * file that fits. A tree is read once for all that ask.
 */
export function importsOf(tree: Tree): readonly Import[] {
  const imports = known.get(tree) ?? findImports(tree);
  known.set(tree, imports);
  return imports;
}

function findImports(tree: Tree): Import[] {
  return [...tree].flatMap(([from, text]) =>
    codeOf(from, text)
      .flatMap(statements)
      .flatMap((statement) => filledIn(tree, from, statement))
      .map(({ written, isType }) => ({ from, written, isType, ...destination(from, written) })),
  );
}

/** The code of a file, a space between its words and signs, without comments and what stands in quotation marks. */
export function bareCode(path: string, text: string): string {
  const words: string[] = [];
  const read = (node: ts.Node): void => {
    if (ts.isJSDoc(node) || ts.isStringLiteralLike(node)) return;
    const parts = node.getChildren();
    if (parts.length === 0) words.push(node.getText());
    else parts.forEach(read);
  };
  for (const code of codeOf(path, text)) read(parse(code));
  return words.filter(Boolean).join(' ');
}

/** What stands in quotation marks, templates and regular expressions, and the names of properties; no comments. */
export function writtenWords(path: string, text: string): string[] {
  const words: string[] = [];
  const read = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (
      ts.isStringLiteralLike(node) ||
      ts.isRegularExpressionLiteral(node) ||
      ts.isTemplateLiteralToken(node)
    )
      words.push(node.text);
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) words.push(node.name.text);
    ts.forEachChild(node, read);
  };
  for (const code of codeOf(path, text)) read(parse(code));
  return words;
}

/** The folder of `src/` in which a file lies, or the file itself where it lies in none. */
export function roomOf(path: string): string {
  return path.split('/')[0]!;
}

/** Of an `.astro` file, the code between the fences and the scripts; of a style sheet, its imports as code. */
function codeOf(path: string, text: string): string[] {
  if (path.endsWith('.css'))
    return [...text.matchAll(/@import (?<name>'[^']+')/gu)].map(
      ({ groups }) => `import ${groups!.name};`,
    );
  if (!path.endsWith('.astro')) return [text];
  const fenced = /^\s*---\n(?<code>.*?)^---/msu.exec(text)?.groups!.code ?? '';
  const scripts = [...text.matchAll(/<script\b[^>]*>(?<code>.*?)<\/script>/gsu)].map(
    ({ groups }) => groups!.code!,
  );
  // What the template calls belongs to the code as well; imports cannot stand in it.
  const template = [
    ...text.slice(text.indexOf(fenced) + fenced.length).matchAll(/\{(?<code>[^{}]*)\}/gu),
  ].map(({ groups }) => `(${groups!.code})`);
  return [fenced, ...scripts, ...template];
}

function parse(code: string): ts.SourceFile {
  return ts.createSourceFile('code.ts', code, ts.ScriptTarget.Latest, true);
}

function statements(code: string): Array<{ written: string; isType: boolean }> {
  const found: Array<{ written: string; isType: boolean }> = [];
  const add = (name: ts.Node | undefined, isType: boolean) => {
    if (name && ts.isStringLiteralLike(name)) found.push({ written: name.text, isType });
    if (name && ts.isTemplateExpression(name))
      found.push({
        written:
          name.head.text + name.templateSpans.map(({ literal }) => `*${literal.text}`).join(''),
        isType,
      });
  };
  ts.forEachChild(parse(code), function visit(node): void {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  });
  return found;
}

/** Every import that one with places (`*`) may be, and any other as it is. */
function filledIn<Statement extends { written: string }>(
  tree: Tree,
  from: string,
  statement: Statement,
): Statement[] {
  if (!statement.written.includes('*')) return [statement];
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  return [...tree.keys()]
    .filter((file) => file.startsWith(folder))
    .map((file) => file.slice(folder.length))
    .filter((path) => matchesGlob(path, statement.written.replace(/^\.\//u, '')))
    .map((path) => ({ ...statement, written: `./${path}` }));
}

function destination(from: string, written: string): Pick<Import, 'to' | 'ours'> {
  // `?url` asks Vite for the address of a file, `?inline` for its text.
  if (written.startsWith('#'))
    return { to: written.slice(1).replace(/\?(?:url|inline)$/u, ''), ours: true };
  if (written.startsWith('.'))
    return { to: new URL(written, `file:///${from}`).pathname.slice(1), ours: true };
  const [scope, name] = written.split('/');
  return { to: written.startsWith('@') ? `${scope}/${name}` : scope!, ours: false };
}

/** The last argument of each call of a function in a file, as code and by what it is. */
export function lastArguments(
  path: string,
  text: string,
  called: string,
): Array<{ readonly code: string; readonly closes: boolean }> {
  const found: Array<{ code: string; closes: boolean }> = [];
  const read = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === called) {
      const last = node.arguments.at(-1);
      // A name, or an entry of a table: neither can close over what stands around the call.
      const isName =
        last !== undefined && (ts.isIdentifier(last) || ts.isElementAccessExpression(last));
      found.push({ code: last?.getText() ?? '', closes: !isName });
    }
    ts.forEachChild(node, read);
  };
  for (const code of codeOf(path, text)) read(parse(code));
  return found;
}
