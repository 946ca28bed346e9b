import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** A regular expression of the product. */
export interface ProductRegex {
  /** `file:line`. */
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression in the files of some folders: literals, and what is given to `RegExp`. */
export function productRegexes(folders: readonly string[]): ProductRegex[] {
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => `${folder}/${file.replaceAll('\\', '/')}`),
    )
    .sort()
    .flatMap(regexesOf);
}

function regexesOf(path: string): ProductRegex[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: ProductRegex[] = [];
  const add = (node: ts.Node, source: string, flags: string): void => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    found.push({ place: `${path}:${line + 1}`, source, flags });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      add(node, node.text.slice(1, end), node.text.slice(end + 1));
    } else if (
      (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
      node.expression.getText(file) === 'RegExp'
    ) {
      const [source, flags] = node.arguments ?? [];
      add(node, source ? constantText(source, path) : '', flags ? constantText(flags, path) : '');
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** A text as it stands in the source, with a word for whatever is put into it. */
function constantText(node: ts.Expression, path: string): string {
  if (ts.isStringLiteralLike(node)) {
    return node.text;
  }
  if (ts.isTemplateExpression(node)) {
    return node.head.text + node.templateSpans.map(({ literal }) => `word${literal.text}`).join('');
  }
  throw new Error(`${path}: what is given to RegExp cannot be read: ${node.getText()}`);
}
