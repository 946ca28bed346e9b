/** Which row of the table a line shows: a group, or a chain by its place in the group. */
export interface RowPlace {
  /** Index of the group; 0 where there are no groups. */
  readonly group: number;
  /** Index of the chain in its group; undefined for the row of the group itself. */
  readonly chain: number | undefined;
}

interface Expansion {
  readonly group: number;
  readonly chains: number;
  /** Chains of the groups that are expanded before it. */
  readonly before: number;
}

/** Groups with their chains below them, as one list of lines; all lines are of the same height. */
export class RowModel {
  /** By group. */
  private readonly expansions: readonly Expansion[];
  readonly length: number;

  /** @param expanded groups whose chains are shown, with the number of chains */
  constructor(
    readonly groups: number,
    private readonly expanded: ReadonlyMap<number, number> = new Map(),
  ) {
    let before = 0;
    const expansions: Expansion[] = [];
    for (const [group, chains] of [...expanded].sort(([first], [second]) => first - second)) {
      expansions.push({ group, chains, before });
      before += chains;
    }
    this.expansions = expansions;
    this.length = groups + before;
  }

  /** What a line shows. */
  at(line: number): RowPlace {
    // The last group whose chains begin at or before the line.
    let low = 0;
    let high = this.expansions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const { group, before } = this.expansions[middle] as Expansion;
      if (group + 1 + before <= line) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    const expansion = this.expansions[low - 1];
    if (!expansion) {
      return { group: line, chain: undefined };
    }
    const chain = line - (expansion.group + 1 + expansion.before);
    return chain < expansion.chains
      ? { group: expansion.group, chain }
      : { group: expansion.group + 1 + chain - expansion.chains, chain: undefined };
  }

  /** The line of a group, or of a chain in it. */
  lineOf({ group, chain }: RowPlace): number {
    let before = 0;
    for (const expansion of this.expansions) {
      if (expansion.group >= group) {
        break;
      }
      before += expansion.chains;
    }
    return group + before + (chain === undefined ? 0 : chain + 1);
  }

  isExpanded(group: number): boolean {
    return this.expanded.has(group);
  }

  withExpanded(group: number, chains: number): RowModel {
    return new RowModel(this.groups, new Map([...this.expanded, [group, chains]]));
  }

  withCollapsed(group: number): RowModel {
    return new RowModel(this.groups, new Map([...this.expanded].filter(([key]) => key !== group)));
  }
}
