import type { Position } from './range';

/** Line starts of one text; translates offsets to positions and back. Line ends are LF, CRLF and a lone CR. */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) {
        this.starts.push(i + 1);
      }
    }
  }

  /** Number of lines; an empty text has one. */
  get lineCount(): number {
    return this.starts.length;
  }

  /** Position of an offset, which is clamped to the text. */
  positionAt(offset: number): Position {
    const target = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= target) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return { line: low + 1, column: target - (this.starts[low] ?? 0) + 1 };
  }

  /** Offset of a position, which is clamped to the text and to its line. */
  offsetAt({ line, column }: Position): number {
    if (line < 1) {
      return 0;
    }
    const start = this.starts[line - 1];
    if (start === undefined) {
      return this.text.length;
    }
    const end = this.starts[line] ?? this.text.length;
    return Math.min(start + Math.max(0, column - 1), end);
  }

  /** Text of a line (from 1) without its line end. */
  lineText(line: number): string {
    const start = this.starts[line - 1];
    return start === undefined ? '' : this.text.slice(start, this.starts[line]).replace(/\r\n$|\n$|\r$/, '');
  }
}
