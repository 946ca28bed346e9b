/** One thing to reach, what was measured, and whether that reaches it; undefined where it could not be measured. */
export interface Goal {
  readonly goal: string;
  readonly measured: string;
  readonly reached: boolean | undefined;
}

/** Writes to standard output as it goes, so that a long run can be watched. */
export class Report {
  private readonly goals: Goal[] = [];
  private readonly wrong: string[] = [];
  private written = '';

  /** All that has been written. */
  get text(): string {
    return this.written;
  }

  heading(text: string): void {
    this.line(`\n### ${text}\n`);
  }

  line(text: string): void {
    process.stdout.write(`${text}\n`);
    this.written += `${text}\n`;
  }

  /** A Markdown table, its columns aligned. */
  table(head: readonly string[], rows: readonly (readonly string[])[]): void {
    const widths = head.map((title, column) =>
      Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length, title.length)),
    );
    const text = (row: readonly string[]): string =>
      `| ${widths.map((width, column) => pad(row[column] ?? '', width, column)).join(' | ')} |`;
    this.line(text(head));
    this.line(
      `|${widths.map((width, column) => (column === 0 ? ` ${'-'.repeat(width)} ` : ` ${'-'.repeat(width - 1)}: `)).join('|')}|`,
    );
    for (const row of rows) {
      this.line(text(row));
    }
  }

  goal(goal: string, measured: string, reached: boolean | undefined): void {
    this.goals.push({ goal, measured, reached });
  }

  /** Notes a result that is wrong, not slow: the run fails. */
  mismatch(text: string): void {
    this.wrong.push(text);
    this.line(`\nWRONG: ${text}`);
  }

  /** The summary of all goals; returns the exit code. */
  close(): number {
    this.heading('Goals');
    const verdict = ({ reached }: Goal): string =>
      reached === undefined ? 'not measured' : reached ? 'reached' : 'not reached';
    this.table(
      ['Goal', 'Measured', 'Verdict'],
      this.goals.map((goal) => [goal.goal, goal.measured, verdict(goal)]),
    );
    for (const text of this.wrong) {
      this.line(`WRONG: ${text}`);
    }
    return this.wrong.length > 0 ? 1 : 0;
  }
}

/** 1234567 as 1,234,567. */
export function whole(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

/** Milliseconds with a sensible number of digits. */
export function ms(value: number): string {
  return `${value < 10 ? value.toFixed(1) : whole(value)} ms`;
}

/** A rate in millions per second. */
export function perSecond(count: number, milliseconds: number): string {
  const rate = count / milliseconds / 1000;
  return `${rate >= 10 ? rate.toFixed(1) : rate.toFixed(rate >= 1 ? 2 : 3)} M/s`;
}

/** A ratio as a multiple. */
export function times(ratio: number): string {
  return `${ratio >= 10 ? whole(ratio) : ratio.toFixed(2)} x`;
}

function pad(text: string, width: number, column: number): string {
  return column === 0 ? text.padEnd(width) : text.padStart(width);
}
