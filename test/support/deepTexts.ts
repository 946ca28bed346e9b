const DEEP = 4000;

/** What nests once more each time it is repeated, by what it is. */
const REPEATED: Readonly<Record<string, string>> = {
  'flow lists': '[',
  'flow maps': '{a: ',
  'flow maps without keys': '{',
  'explicit keys in flow lists': '[? ',
  'pairs in flow lists': '[a: ',
  'flow lists in flow maps': '{[',
  'list items on one line': '- ',
  'list items between tabs': '-\t',
  'explicit keys on one line': '? ',
  'values without keys': ': ',
  'keys on one line': 'a: ',
  'keys in list items': '- a: ',
  'list items in explicit keys': '? - ',
  'explicit keys in list items': '- ? ',
  anchors: '&a ',
  tags: '!t ',
  'anchors of list items': '- &a ',
  'tags of keys': '!t a: ',
  quotes: '"a": ',
};

/** What nests by being indented deeper with each line. */
const INDENTED: Readonly<Record<string, (depth: number) => string>> = {
  'maps by indentation': () => 'a:',
  'lists by indentation': () => '-',
  'lists and maps by indentation': (depth) => (depth % 2 === 0 ? '-' : 'a:'),
  'list items with keys by indentation': () => '- a:',
  'explicit keys by indentation': () => '?',
  'text blocks by indentation': (depth) => (depth === 0 ? 'a: |' : '-'),
};

/** Fragments of YAML that nest far more deeply than any model, by what nests. */
export function deepFragments(depth: number = DEEP): Record<string, string> {
  const repeated = Object.entries(REPEATED).map(([what, piece]) => [what, piece.repeat(depth)] as const);
  const indented = Object.entries(INDENTED).map(([what, lineAt]) => {
    const levels = Math.min(depth, 800);
    const lines = Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}${lineAt(level)}`);
    return [what, lines.join('\n')] as const;
  });
  return Object.fromEntries([...repeated, ...indented]);
}

/** A fragment in the places of a file where it is read in different ways. */
export function deepTexts(fragment: string): string[] {
  const indentedBy = (blanks: number): string =>
    fragment
      .split('\n')
      .map((line) => ' '.repeat(blanks) + line)
      .join('\n');
  return [
    `${fragment}\n`,
    `components:\n  A: {labels: [EXT]}\n  B:\n${indentedBy(4)}\n  C: {labels: [EXT]}\n`,
    `settings: ${fragment}\ncomponents: {A: {labels: [EXT]}}\n`,
    `ratingRules:\n- match:\n${indentedBy(4)}\n- all: none\n`,
    `components: {A: {labels: [EXT]}, B: ${fragment}\n`,
  ];
}
