import assert from 'node:assert/strict';
import { writeXlsx } from 'hucre/xlsx';
import { strToU8, zipSync } from 'fflate';
import { errorsOf, type ImportRun, importRun, notesOf } from '../../../support/importing';

/** Names that mean something to YAML, spreadsheets, file systems, JavaScript or a terminal. */
const NAMES = [
  'on',
  'null',
  '~',
  '- item',
  'a: b',
  '# comment',
  '# tmg-ignore missing-rating: x',
  '*',
  '&anchor',
  '!!str x',
  '{a: b}',
  '[x]',
  '"quoted"',
  "'single'",
  '%TAG',
  '@at',
  '`tick`',
  '| block',
  '> folded',
  '<<',
  '---',
  '...',
  '=cmd|calc',
  '+1',
  '../../etc/passwd',
  'C:\\Windows',
  '__proto__',
  'constructor',
  'toString',
  '1',
  '7.1',
  'none',
  'CVSS:3.1/AV:N',
  'Virtual-Switch',
  'name:EXT',
  'A, B; C|D\\E',
  '<script>alert(1)</script>',
  'tab\tnew\nline\r\nend',
  'bell\u0007escape\u001b[31m',
  'right\u202eleft',
  'zero\u200bwidth',
  'half\ud800',
  '\ufeffmark',
  '😀',
  'x'.repeat(2000),
  '   ',
  '',
];

function dragon(names: readonly string[]): string {
  const cells = names.flatMap((name, index) => [
    { shape: 'process', id: `p${index}`, data: { type: 'tm.Process', name, description: name } },
    {
      shape: 'flow',
      id: `f${index}`,
      source: { cell: `p${index}` },
      target: { cell: 'p0' },
      data: {
        type: 'tm.Flow',
        name,
        threats: [
          { title: name, type: name, severity: name, status: name, description: name, mitigation: name },
        ],
      },
    },
    { shape: 'trust-boundary-box', id: `z${index}`, data: { type: 'tm.BoundaryBox', name } },
  ]);
  return JSON.stringify({
    summary: { title: names[0], description: names[1] },
    detail: { diagrams: [{ cells }] },
  });
}

function assertSound(run: ImportRun): void {
  assert.deepEqual(errorsOf(run.snapshot), []);
}

describe('importFiles with hostile names', () => {
  it('keeps what can be kept of each of them, on one line, as text', async () => {
    const run = await importRun({ 'x.json': dragon(NAMES) });
    assertSound(run);
    const components = [...run.snapshot.model.components.keys()];
    assert.equal(components.length, NAMES.length);
    for (const name of [
      'on',
      'null',
      '~',
      '*',
      '__proto__',
      '../../etc/passwd',
      '7.1',
      'A, B; C|D\\E',
      '😀',
    ]) {
      assert.ok(components.includes(name), name);
    }
    assert.ok(components.includes('tab new line end'));
    assert.ok(components.includes('Virtual Switch'));
    assert.ok(components.includes('rightleft'));
    assert.ok(components.every((name) => name.length <= 110));
    // Only line ends of the files themselves are left.
    const text = Object.values(run.texts).join('').replaceAll('\n', '');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
    assert.doesNotMatch(text, /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\ud800\ufeff]/);
    assert.deepEqual(
      run.snapshot.records.flatMap(({ ignores }) => ignores),
      [],
    );
  });

  it('makes no component Virtual that was not', async () => {
    const { snapshot } = await importRun({ 'x.json': dragon(NAMES) });
    assert.deepEqual(
      [...snapshot.model.components.values()].filter(({ virtual }) => virtual),
      [],
    );
  });

  it('writes plain file names only', async () => {
    const { texts } = await importRun({ '../../x.json': dragon(['../../evil', '../y']) });
    assert.deepEqual(Object.keys(texts), ['model.tmg.yaml', 'topology.tmg.yaml', 'ratings.tmg.yaml']);
  });

  it('gives ids to assets whose default ids would be the same', async () => {
    const text = `threagile_version: 1
data_assets: {A: {id: d1}, B/A: {id: d2}}
technical_assets:
  X: {id: x, data_assets_stored: [d2]}
  X/B: {id: y, data_assets_stored: [d1]}
`;
    const run = await importRun({ 'x.yaml': text });
    assertSound(run);
    assert.deepEqual([...run.snapshot.model.assets.keys()], ['X/B/A', 'X/B/A (2)']);
  });

  it('keeps the names of tables as they are', async () => {
    const names = NAMES.filter((name) => name.trim() !== '' && name.length < 200);
    const sheets = [
      { name: 'Interfaces', rows: [['Component', 'Interface'], ...names.map((name) => [name, 'LAN'])] },
    ];
    const run = await importRun({ 'x.xlsx': Uint8Array.from(await writeXlsx({ sheets })) });
    assertSound(run);
    for (const name of ['on', '=cmd|calc', '__proto__', '# comment', '<script>alert(1)</script>']) {
      assert.ok(run.snapshot.model.components.has(name), name);
    }
  });
});

describe('importFiles with attacks on the reader', () => {
  const LARGE = 5 * 1024 * 1024 - 200;
  const entities = Array.from({ length: 30 }, (_, i) => `<!ENTITY e${i} "${`&e${i - 1};`.repeat(10)}">`).join(
    '',
  );
  const bomb = Array.from({ length: 20 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(10)}]`).join(
    '\n',
  );
  const cases: readonly (readonly [string, string, string, RegExp])[] = [
    [
      'brackets without end',
      'x.json',
      `{"otmVersion": 1, "components": ${'['.repeat(LARGE)}`,
      /nested too deeply/,
    ],
    [
      'brackets between strings that look like their ends',
      'x.yaml',
      `otmVersion: 1\na: {b: x" , c: ${'["]]]]", '.repeat(3e5)}`,
      /nested too deeply/,
    ],
    ['lists in lists', 'x.yaml', `otmVersion: 1\ncomponents:\n  ${'- '.repeat(1e6)}`, /nested too deeply/],
    ['elements in elements', 'x.graphml', `<graphml>${'<graph>'.repeat(200_000)}`, /nests them too deeply/],
    [
      'entities that expand',
      'x.graphml',
      `<!DOCTYPE g [${entities}]><graphml><graph><node id="&e29;"/></graph></graphml>`,
      /undefined entity/,
    ],
    [
      'an entity of the file system',
      'x.graphml',
      '<!DOCTYPE g [<!ENTITY f SYSTEM "file:///etc/passwd">]><graphml><graph><node id="&f;"/></graph></graphml>',
      /undefined entity/,
    ],
    [
      'aliases that expand',
      'x.yaml',
      `threagile_version: 1\na0: &a0 [x]\n${bomb}\ntechnical_assets: {A: {data_assets_stored: *a20}}`,
      /^$/,
    ],
    [
      'maps that contain themselves',
      'x.yaml',
      'threagile_version: 1\ntechnical_assets: &t\n  <<: *t\n  A: &a {<<: [*a, *t], id: a}',
      /^$/,
    ],
    ['comments without end', 'x.dbc', `BU_: A\n${'CM_ "\n'.repeat(400_000)}`, /^$/],
    [
      'a signal without end',
      'x.dbc',
      `BU_: A\nBO_ 1 M: 8 A\n SG_ ${'a'.repeat(LARGE)}`,
      /signal \(SG_\) cannot be read/,
    ],
    ['a text without end', 'x.json', 'x'.repeat(LARGE), /none that can be imported/],
    ['more than is read', 'x.json', `{"otmVersion": "${'x'.repeat(LARGE + 300)}"}`, /more than the 5 MB/],
  ];
  for (const [what, file, text, expected] of cases) {
    it(`ends soon, and without errors: ${what}`, async () => {
      const run = await importRun({ [file]: text });
      assertSound(run);
      assert.match(notesOf(run.report, 'problem').join('\n'), expected);
      assert.ok(!JSON.stringify(run).includes('root:'));
    });
  }

  it('is not taken in by brackets in texts', async () => {
    const flows = Array.from({ length: 400 }, (_, id) => ({ id: `c${id}`, name: `Range [0, ${id}) {` }));
    const run = await importRun({ 'x.json': JSON.stringify({ otmVersion: '1', components: flows }) });
    assert.equal(run.snapshot.model.components.size, 400);
  });

  it('reads no workbook that unpacks to more than is read', async () => {
    const sheet = strToU8('<row/>'.repeat(10_000_000));
    const run = await importRun({ 'x.xlsx': zipSync({ 'xl/worksheets/sheet1.xml': sheet }, { level: 9 }) });
    assert.match(notesOf(run.report, 'problem').join('\n'), /unpacks to more than the 50 MB/);
  });

  it('reads no workbook whose directory lies about its size', async () => {
    const bytes = Uint8Array.from(
      await writeXlsx({ sheets: [{ name: 'A', rows: [['Component', 'Interface']] }] }),
    );
    // The size before packing, in every entry of the directory.
    for (let at = 0; at < bytes.length - 30; at++) {
      if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2) {
        bytes.set([0, 0, 0, 0], at + 24);
      }
    }
    const run = await importRun({ 'x.xlsx': bytes });
    assert.match(notesOf(run.report, 'problem').join('\n'), /damaged or of another kind/);
  });

  it('leaves out what is more than a model can hold, and says so', async () => {
    const nodes = Array.from({ length: 20_100 }, (_, index) => `N${index}`).join(' ');
    const run = await importRun({ 'x.dbc': `BU_: ${nodes}\n` });
    assertSound(run);
    assert.equal(run.snapshot.model.components.size, 20_000);
    assert.match(notesOf(run.report, 'left-out').join('\n'), /more parts than a model can hold/);
  });

  it('splits large models into files that are read', async () => {
    const flows = Array.from(
      { length: 12_000 },
      (_, index) => `<edge source="a" target="b"><data key="d">${'ä'.repeat(90)} ${index}</data></edge>`,
    );
    const text = `<graphml><key id="d" for="edge" attr.name="label"/><graph><node id="a"/><node id="b"/>${flows.join('')}</graph></graphml>`;
    const run = await importRun({ 'x.graphml': text });
    assertSound(run);
    assert.ok(Object.keys(run.texts).length > 5);
    assert.equal(run.snapshot.model.components.get('Node a')?.relations.size, 12_000);
  });
});
