import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';
import { compareCodePoints } from '../src/text/compare';

const PATH = 'docs/json.md';
const SOURCE = 'src/cli/jsonOutputs.ts';

/** A union of more texts than these is told as text. */
const MOST_CHOICES = 12;

const INTRODUCTION = `# JSON outputs

<!-- Made from ${SOURCE} by \`npm run docs\`: edit the comments there. -->

Every field of everything that the [command line](cli.md) writes as JSON. Texts are as in the model, with all their characters; numbers are not rounded. What may be absent is \`optional\`, and the text says when; a field that is
there and has nothing to tell is null. New fields may come with any version, so ignore what you do not know; fields that go, or mean something else, are told in the changelog.

SARIF is not described here: it is that of its [standard](https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), and [In CI](ci.md) says what is in it.
`;

/**
 * The page on JSON outputs, made from the types that are written and the comments of their members.
 * @throws Error for a member without a comment, or a type that the page has no words for
 */
export function jsonPageText(): string {
  return new JsonPage(jsonProgram()).text();
}

/** Writes the page. */
export function writeJsonPage(): void {
  writeFileSync(PATH, jsonPageText());
}

/** The page as it is; empty where there is none. */
export function currentJsonPage(): string {
  return existsSync(PATH) ? readFileSync(PATH, 'utf8') : '';
}

function jsonProgram(): ts.Program {
  const { config } = ts.readConfigFile('tsconfig.json', (file) => ts.sys.readFile(file)) as {
    config: object;
  };
  const { options } = ts.convertCompilerOptionsFromJson(
    (config as { readonly compilerOptions: unknown }).compilerOptions,
    '.',
  );
  return ts.createProgram([SOURCE], { ...options, types: [] });
}

/** Puts types into words. Objects get a section each, in the order in which they are met. */
class JsonPage {
  private readonly checker: ts.TypeChecker;
  private readonly objects: ts.Type[] = [];

  constructor(private readonly program: ts.Program) {
    this.checker = program.getTypeChecker();
  }

  text(): string {
    const outputs = this.membersOf(this.rootType()).map((member) => {
      const what = this.wordsFor(this.checker.getTypeOfSymbol(member), member.name);
      return `## ${member.name}\n\n${this.commentOf(member, 'JsonOutputs')}\n\nWrites: ${what}.\n`;
    });
    const sections: string[] = [];
    // Describing an object can add others.
    for (const object of this.objects) {
      sections.push(this.section(object));
    }
    return [INTRODUCTION, ...outputs, '## Objects\n', ...sections].join('\n');
  }

  private rootType(): ts.Type {
    const file = this.program.getSourceFile(SOURCE);
    const module = file && this.checker.getSymbolAtLocation(file);
    const root = module && this.checker.getExportsOfModule(module)[0];
    if (!root) {
      throw new Error(`${SOURCE} exports nothing`);
    }
    return this.checker.getDeclaredTypeOfSymbol(root);
  }

  private section(object: ts.Type): string {
    const name = nameOf(object);
    const rows = this.membersOf(object).map((member) => {
      const type = this.checker.getTypeOfSymbol(member);
      const isOptional = (member.flags & ts.SymbolFlags.Optional) !== 0;
      const words = this.wordsFor(type, `${name}.${member.name}`) + (isOptional ? '; optional' : '');
      return `| \`${member.name}\` | ${words} | ${this.commentOf(member, name)} |`;
    });
    const comment = this.commentOf(object.symbol, SOURCE);
    return `### ${name}\n\n${comment}\n\n| Field | Is | Means |\n|---|---|---|\n${rows.join('\n')}\n`;
  }

  private membersOf(type: ts.Type): readonly ts.Symbol[] {
    return this.checker.getPropertiesOfType(type);
  }

  private commentOf(symbol: ts.Symbol, owner: string): string {
    const comment = ts.displayPartsToString(symbol.getDocumentationComment(this.checker));
    if (comment === '') {
      throw new Error(`${owner}: ${symbol.name} is written as JSON and has no comment that says what it is`);
    }
    return comment.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
  }

  private wordsFor(type: ts.Type, where: string): string {
    const parts = (type.isUnion() ? type.types : [type]).filter(
      ({ flags }) => (flags & ts.TypeFlags.Undefined) === 0,
    );
    const texts = parts.filter((part) => part.isStringLiteral());
    const isText = texts.length > MOST_CHOICES;
    const booleans = parts.filter(({ flags }) => (flags & ts.TypeFlags.BooleanLiteral) !== 0);
    const words = parts
      .filter(
        (part) => !(isText && part.isStringLiteral()) && !(booleans.length === 2 && booleans.includes(part)),
      )
      .map((part) => this.wordsForPart(part, where));
    const all = [...(isText ? ['text'] : []), ...(booleans.length === 2 ? ['true or false'] : []), ...words];
    // In an order that does not hang on what else the compiler has seen; null last.
    const rank = (text: string): string => (text === 'null' ? '~' : text);
    return all.toSorted((a, b) => compareCodePoints(rank(a), rank(b))).join(' or ');
  }

  private wordsForPart(type: ts.Type, where: string): string {
    if (type.isStringLiteral()) {
      return `\`"${type.value}"\``;
    }
    if ((type.flags & ts.TypeFlags.String) !== 0) {
      return 'text';
    }
    if ((type.flags & ts.TypeFlags.Number) !== 0) {
      return 'number';
    }
    if ((type.flags & ts.TypeFlags.Null) !== 0) {
      return 'null';
    }
    if (this.checker.isTupleType(type)) {
      const items = this.checker.getTypeArguments(type as ts.TypeReference);
      return `list of exactly ${items.length} x ${this.itemWords(items[0], where)}`;
    }
    if (this.checker.isArrayType(type)) {
      return `list of ${this.itemWords(this.checker.getTypeArguments(type as ts.TypeReference)[0], where)}`;
    }
    const byName = type.getStringIndexType();
    if (byName) {
      return `object of ${this.itemWords(byName, where)} by name`;
    }
    return this.link(type, where);
  }

  private itemWords(type: ts.Type | undefined, where: string): string {
    const words = type ? this.wordsFor(type, where) : '';
    return words.includes(' or ') ? `(${words})` : words;
  }

  private link(type: ts.Type, where: string): string {
    if (!type.isClassOrInterface()) {
      throw new Error(`${where}: give the type ${this.checker.typeToString(type)} a name and a comment`);
    }
    if (!this.objects.includes(type)) {
      this.objects.push(type);
    }
    return `[${nameOf(type)}](#${nameOf(type).toLowerCase()})`;
  }
}

/** What an object is called on the page. */
function nameOf(type: ts.Type): string {
  return type.symbol.name.replace(/Json$/, '');
}
