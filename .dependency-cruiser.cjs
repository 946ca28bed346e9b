/** Folders of src/ in the order in which they may import: each only from those before it. */
const LAYERS = [
  'text',
  'cvss',
  'formats',
  'model',
  'chains',
  'checks',
  'threats',
  'drawing',
  'workspace',
  'language',
  'report',
  'protocol',
  'worker',
  'cli',
  'extension',
];

/** Folders that stand side by side: neither imports the other. */
const APART = [
  ['language', 'report'],
  ['worker', 'cli'],
  ['cli', 'extension'],
];

const layerRules = LAYERS.map((layer, index) => ({
  name: `layer-${layer}`,
  comment: `src/${layer} imports only from the folders above it in docs/architecture.md.`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: `^src/(?!(${LAYERS.slice(0, index + 1).join('|')})/)` },
}));

module.exports = {
  forbidden: [
    ...layerRules,
    ...APART.map(([left, right]) => ({
      name: `apart-${left}-${right}`,
      comment: `src/${left} and src/${right} do not know each other.`,
      severity: 'error',
      from: { path: `^src/(${left}|${right})/(.+)` },
      to: { path: `^src/(${left}|${right})/`, pathNot: '^src/$1/' },
    })),
    {
      name: 'vscode-in-one-folder',
      comment: 'Only src/extension and the tests inside VS Code know the editor.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/extension/' },
      to: { path: '^vscode$' },
    },
    {
      name: 'known-layer',
      comment: 'Every file of src/ lies in a folder that has its place in the order.',
      severity: 'error',
      from: {},
      to: { path: `^src/(?!(${LAYERS.join('|')})/)` },
    },
    {
      name: 'pages-know-the-protocol',
      comment:
        'Pages take data, drawings and words from src; everything that computes is behind the protocol.',
      severity: 'error',
      from: { path: '^webview/' },
      to: {
        path: '^(src|scripts|bench|test)/',
        pathNot: '^src/((protocol|drawing|threats|formats|text)/|chains/groupings)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'nobody-imports-pages',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^webview/' },
    },
    {
      name: 'no-node-in-pages',
      severity: 'error',
      from: { path: '^webview/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'toolkit-behind-one-folder',
      comment:
        'The toolkit is archived: only webview/ui knows it, so that replacing it is one folder of work.',
      severity: 'error',
      from: { pathNot: '^webview/ui/' },
      to: { path: 'node_modules/@vscode/webview-ui-toolkit' },
    },
    {
      name: 'd3-draws',
      comment: 'd3 is for drawings: layouts, and the pages that draw.',
      severity: 'error',
      from: { pathNot: '^(src/drawing|webview/(graph|summary))/' },
      to: { path: 'node_modules/d3/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolved',
      comment: 'The editor brings one of them; the other is only types.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(vscode|sarif)$' },
    },
    {
      name: 'no-node-in-core',
      comment: 'Only the command line and the file system touch Node; hashing is the one exception.',
      severity: 'error',
      from: {
        path: '^src/(text|cvss|formats|model|chains|checks|threats|drawing|language|report|protocol)/',
      },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'scorer-behind-one-file',
      comment: 'The CVSS library accepts junk: it is only given what the strict parser accepted.',
      severity: 'error',
      from: { pathNot: '^src/cvss/' },
      to: { path: 'node_modules/ae-cvss-calculator' },
    },
    {
      name: 'no-tests-in-product',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench|scripts)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.cjs', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
