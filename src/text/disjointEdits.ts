import type { TextEdit } from './textEdit';

/** Edits of one text, none of which touches another, so that their order does not matter. */
export class DisjointEdits {
  /** In the order of the text. */
  private readonly edits: TextEdit[] = [];

  /** Takes edits that belong together, unless one of them touches another that was taken; whether they were. */
  add(together: readonly TextEdit[]): boolean {
    const free = together.every((edit, index) => {
      const others = together.slice(0, index);
      return this.isFree(edit) && others.every((other) => !touch(edit, other));
    });
    for (const edit of free ? together : []) {
      this.edits.splice(this.position(edit), 0, edit);
    }
    return free;
  }

  /** All that were taken. */
  all(): readonly TextEdit[] {
    return this.edits;
  }

  private isFree(edit: TextEdit): boolean {
    const position = this.position(edit);
    return [this.edits[position - 1], this.edits[position]].every((other) => !other || !touch(edit, other));
  }

  /** How many edits begin before one. */
  private position({ range }: TextEdit): number {
    let low = 0;
    let high = this.edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.edits[middle]?.range.start ?? 0) < range.start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

function touch(a: TextEdit, b: TextEdit): boolean {
  return a.range.start <= b.range.end && b.range.start <= a.range.end;
}
