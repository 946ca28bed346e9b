import { Lexer } from 'yaml';
import type { TextRange } from '../../text/range';

/** Collections in each other that the parser may build: it recurses, and what is deeper can end the process. */
const MOST_LEVELS = 256;
/** List items and keys that may follow each other on one line, or between brackets without a comma. */
const LONGEST_RUN = 64;
/** What the lexer says where a line that is indented too little ends all brackets. */
const FLOW_END = '\u0018';

const [TAB, LF, CR, SPACE] = [9, 10, 13, 32];
const [COMMA, DASH, COLON, MARK] = [44, 45, 58, 63];
const [LIST, LIST_END, MAP, MAP_END] = [91, 93, 123, 125];

/** What the lexer says between the tokens of the text. */
const CONTROLS: ReadonlySet<string> = new Set(['\u{feff}', '\u0002', FLOW_END, '\u001f']);

/**
 * The place from which on a YAML or JSON text nests more deeply than a parser should be given; undefined where it nowhere
 * does. Found by the lexer alone, which builds nothing and needs no stack, so that the answer is the same at any time.
 */
export function placeOfDeepNesting(text: string): TextRange | undefined {
  if (deepestPossible(text) <= MOST_LEVELS) {
    return undefined;
  }
  const levels = new OpenLevels();
  let offset = 0;
  for (const token of new Lexer().lex(text)) {
    if (!levels.take(token)) {
      return { start: offset, end: offset + 1 };
    }
    offset += CONTROLS.has(token) ? 0 : token.length;
  }
  return undefined;
}

/**
 * At least the deepest nesting of a text, by counting characters: open brackets, the deepest indentation, and the longest
 * run of indicators, which ends with its line outside brackets, and within them with a comma or a bracket only.
 */
function deepestPossible(text: string): number {
  if (text.length <= MOST_LEVELS) {
    return 0;
  }
  let brackets = 0;
  let indent = 0;
  let longest = 0;
  let column = 0;
  let atStart = true;
  let run = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === LF || unit === CR) {
      atStart = true;
      column = 0;
      run = brackets === 0 ? 0 : run;
      continue;
    }
    if (atStart && unit !== SPACE) {
      atStart = false;
      indent = Math.max(indent, column);
    }
    column++;
    if (unit === LIST || unit === MAP) {
      brackets++;
      run = 0;
    } else if (unit === LIST_END || unit === MAP_END || unit === COMMA) {
      run = 0;
    } else if ((unit === DASH || unit === COLON || unit === MARK) && isBlank(text.charCodeAt(at + 1))) {
      run++;
      longest = Math.max(longest, run);
    }
  }
  // Each bracket may hold such a run.
  return longest > LONGEST_RUN
    ? Number.POSITIVE_INFINITY
    : brackets * Math.max(1, longest) + indent + 1 + longest;
}

/** Whether a character separates an indicator from what follows; the end of the text does. */
function isBlank(unit: number): boolean {
  return Number.isNaN(unit) || unit === SPACE || unit === TAB || unit === LF || unit === CR;
}

/** The collections that are open while the tokens of a text go by. */
class OpenLevels {
  /** For each open bracket, how many keys and items have begun in it since its last comma. */
  private readonly runs: number[] = [];
  /** The collections that these have opened besides the brackets. */
  private further = 0;
  /** Columns in which the open block collections stand, growing. */
  private readonly blocks: number[] = [];
  private column = 0;
  private onLine = 0;
  private beginsLine = true;
  /** Column of what may be the key of a colon that follows. */
  private entry: number | undefined;

  /** Takes the next token; false where it is one level too deep. */
  take(token: string): boolean {
    if (CONTROLS.has(token)) {
      if (token === FLOW_END) {
        this.runs.length = 0;
        this.further = 0;
      }
      return true;
    }
    const start = this.column;
    const lineEnd = Math.max(token.lastIndexOf('\n'), token.lastIndexOf('\r'));
    this.column = lineEnd < 0 ? start + token.length : token.length - lineEnd - 1;
    if (token.trim() === '') {
      this.beginsLine ||= lineEnd >= 0;
      return true;
    }
    if (this.beginsLine) {
      this.beginLine(start);
    }
    if (token === '[' || token === '{') {
      this.runs.push(0);
    } else if (this.runs.length > 0) {
      this.takeFlowToken(token);
    } else {
      this.takeBlockToken(token, start);
    }
    const longest = Math.max(this.onLine, this.runs.at(-1) ?? 0);
    return longest <= LONGEST_RUN && this.runs.length + this.further + this.blocks.length <= MOST_LEVELS;
  }

  private beginLine(column: number): void {
    this.beginsLine = false;
    if (this.runs.length > 0) {
      return;
    }
    this.onLine = 0;
    this.entry = undefined;
    while (this.blocks.length > 0 && (this.blocks.at(-1) as number) >= column) {
      this.blocks.pop();
    }
  }

  private takeFlowToken(token: string): void {
    const last = this.runs.length - 1;
    const run = this.runs[last] as number;
    if (token === ']' || token === '}') {
      this.further -= furtherOf(run);
      this.runs.pop();
    } else if (token === ',') {
      this.further -= furtherOf(run);
      this.runs[last] = 0;
    } else if (isIndicator(token)) {
      this.further += furtherOf(run + 1) - furtherOf(run);
      this.runs[last] = run + 1;
    }
  }

  private takeBlockToken(token: string, start: number): void {
    if (!isIndicator(token)) {
      this.entry ??= start;
      return;
    }
    this.onLine++;
    const column = token === ':' ? (this.entry ?? start) : start;
    if (column > (this.blocks.at(-1) ?? -1)) {
      this.blocks.push(column);
    }
    this.entry = undefined;
  }
}

function isIndicator(token: string): boolean {
  return token === '-' || token === '?' || token === ':';
}

/** The first key of a pair of brackets is one of theirs; each that follows it without a comma opens a map of its own. */
function furtherOf(run: number): number {
  return Math.max(0, run - 1);
}
