import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { computeChains } from '../../../src/chains/computeChains';
import { prepareRename, rename } from '../../../src/language/rename';
import { mentionsIn, NAMED_KINDS } from '../../../src/model/mentions';
import { formatMessage } from '../../../src/text/message';
import { applyEdits } from '../../../src/text/textEdit';
import type { Snapshot } from '../../../src/workspace/snapshot';
import { markedModel, snapshotOf } from '../../support/caret';
import { randomFiles, toYaml } from '../../support/randomModel';

type Texts = Readonly<Record<string, string>>;

function textsOf(snapshot: Snapshot): Record<string, string> {
  return Object.fromEntries(snapshot.records.map(({ file, text }) => [file, text]));
}

/** The texts after a rename, or the refusal. */
function renamed(snapshot: Snapshot, file: string, offset: number, to: string): Texts | string {
  const result = rename(snapshot, file, offset, to);
  if (result.kind === 'refused') {
    return formatMessage(result.message);
  }
  const texts = textsOf(snapshot);
  for (const change of result.changes) {
    texts[change.file] = applyEdits(texts[change.file] ?? '', change.edits);
  }
  return texts;
}

function renamedIn(files: Parameters<typeof markedModel>[0], to: string): Texts | string {
  const { snapshot, file, offset } = markedModel(files);
  return renamed(snapshot, file, offset, to);
}

describe('rename', () => {
  it('renames a component in all files, in block and flow style, quoted and CRLF', () => {
    const result = renamedIn(
      {
        'a.tmg.yaml': 'components:\r\n  |Server: # the server\r\n    interfaces: [LAN]\r\n',
        'b.tmg.yaml': "ratings: {'Server': {LAN: {T: 1}}}\n",
        'c.tmg.yaml': 'filters:\n  banned:\n    - [A, "Server", B]\n    - - Server\n',
        'd.tmg.csv': 'Component;Interface\nServer:Communication;LAN\n"Server:EXT";"LAN"\n',
        'e.tmg.csv': 'Banned\nA|Server|B\n',
        'f.tmg.yaml': 'interfaces: {LAN: {entry: true, into: [Server]}}\n',
      },
      "Böse, Kiste's",
    );
    deepEqual(result, {
      'a.tmg.yaml': 'components:\r\n  "Böse, Kiste\'s": # the server\r\n    interfaces: [LAN]\r\n',
      'b.tmg.yaml': "ratings: {'Böse, Kiste''s': {LAN: {T: 1}}}\n",
      'c.tmg.yaml': 'filters:\n  banned:\n    - [A, "Böse, Kiste\'s", B]\n    - - "Böse, Kiste\'s"\n',
      'd.tmg.csv': 'Component;Interface\nBöse, Kiste\'s:Communication;LAN\n"Böse, Kiste\'s:EXT";"LAN"\n',
      'e.tmg.csv': 'Banned\n"A|Böse, Kiste\'s|B"\n',
      'f.tmg.yaml': 'interfaces: {LAN: {entry: true, into: ["Böse, Kiste\'s"]}}\n',
    });
  });

  it('renames an interface in lists of cells, and escapes what would part it', () => {
    const result = renamedIn(
      {
        'a.tmg.csv': 'Component,Interface\nA,"LAN1; |LAN\nLAN2"\nB,LAN\nC,"LAN ""x"", LAN"\n',
        'b.tmg.yaml': 'ratings: {A: {LAN: {T: 1}}}\n',
      },
      'W;AN',
    );
    deepEqual(result, {
      'a.tmg.csv': 'Component,Interface\nA,"LAN1; W\\;AN\nLAN2"\nB,W\\;AN\nC,"LAN ""x"", W\\;AN"\n',
      'b.tmg.yaml': 'ratings: {A: {W;AN: {T: 1}}}\n',
    });
  });

  it('quotes a cell whose name holds the delimiter, and guards formulas', () => {
    const files = { 'a.tmg.csv': 'From,To\n|A,B\n' };
    deepEqual(renamedIn(files, 'A, "left"'), { 'a.tmg.csv': 'From,To\n"A, ""left""",B\n' });
    deepEqual(renamedIn(files, '=A'), { 'a.tmg.csv': "From,To\n'=A,B\n" });
  });

  it('renames assets of one component only, and vectors in cells and rules', () => {
    deepEqual(renamedIn('components: {A: {assets: {D|B: {}}}, B: {assets: {DB: {}}}}\n', 'Keys'), {
      'model.tmg.yaml': 'components: {A: {assets: {Keys: {}}}, B: {assets: {DB: {}}}}\n',
    });
    deepEqual(
      renamedIn(
        {
          'a.tmg.yaml': 'vectors: {usb|: CVSS:3.1/AV:P}\nratingRules: [{match: {label: EXT}, all: "usb"}]\n',
          'b.tmg.csv': 'Component,Interface,T,E\nA,LAN,usb,none\n',
        },
        'usb root',
      ),
      {
        'a.tmg.yaml':
          'vectors: {usb root: CVSS:3.1/AV:P}\nratingRules: [{match: {label: EXT}, all: "usb root"}]\n',
        'b.tmg.csv': 'Component,Interface,T,E\nA,LAN,usb root,none\n',
      },
    );
  });

  it('does nothing for the same name, and takes off blanks', () => {
    const files = 'components: {Ser|ver: {}}\n';
    const same = { 'model.tmg.yaml': 'components: {Server: {}}\n' };
    deepEqual(renamedIn(files, ' Server '), same);
    deepEqual(renamedIn(files, ' Host '), { 'model.tmg.yaml': 'components: {Host: {}}\n' });
  });

  const refusals: readonly (readonly [string, Parameters<typeof markedModel>[0], string, RegExp])[] = [
    ['an empty name', 'components: {|A: {}}\n', '  ', /must not be empty/],
    ['a line break', 'components: {|A: {}}\n', 'B\nC', /line breaks/],
    ['a very long name', 'components: {|A: {}}\n', 'x'.repeat(600), /longer than 500/],
    ['a used component', 'components: {|A: {}, B: {}}\n', 'B', /Another component is named "B"/],
    [
      'a name that only filters use',
      'components: {|A: {}}\nfilters: {oneWay: [{from: B, to: A}]}\n',
      'B',
      /Another component is named/,
    ],
    [
      'a used interface',
      { 'a.tmg.csv': 'Component,Interface\nA,|LAN\n', 'b.tmg.yaml': 'interfaces: {WAN: {}}\n' },
      'WAN',
      /Another interface is named "WAN", in b\.tmg\.yaml/,
    ],
    ['a used asset', 'components: {A: {assets: {|x: {}, y: {}}}}\n', 'y', /"A" has an asset "y" already/],
    [
      'an id that is taken',
      'components: {|A: {assets: {x: {}}}, C: {assets: {y: {id: B/x}}}}\n',
      'B',
      /id "B\/x"/,
    ],
    ['a name that becomes Virtual', 'components: {|A: {}}\n', 'Virtual-A', /would be Virtual/],
    ['a name that is no longer Virtual', 'components: {|Virtual-A: {}}\n', 'A', /would be a device/],
    ['a pattern', 'components: {|A: {}}\n', 'A*', /must not hold "\*"/],
    [
      'a rule that fits no more',
      'components: {|USB: {}}\nratingRules: [{match: {component: "U*"}, T: 1}]\n',
      'Port',
      /for "U\*" fits "USB" but not "Port"/,
    ],
    [
      'a rule that fits now',
      'components: {|Port: {}}\nratingRules: [{match: {component: "U*"}, T: 1}]\n',
      'USB',
      /does not fit "Port" but "USB"/,
    ],
    ['a vector that reads as a score', 'vectors: {|v: CVSS:3.1/AV:P}\n', '7.1', /would not be read/],
    ['a vector that reads as none', 'vectors: {|v: CVSS:3.1/AV:P}\n', 'none', /would not be read/],
    [
      'labels in a cell',
      { 'a.tmg.csv': 'Component,Interface\n|A,LAN\n' },
      'B:EXT',
      /a\.tmg\.csv cannot hold "B:EXT"/,
    ],
    ['other text', 'compo|nents: {A: {}}\n', 'B', /Nothing here can be renamed/],
    ['a pattern itself', 'ratingRules: [{match: {component: U|*}}]\n', 'B', /is a pattern/],
    [
      'names in records that could not be read',
      'components: {|A: {}}\nratings: {A: {LAN: {T: &x 1}}}\n',
      'B',
      /Line 2 of model\.tmg\.yaml has an error/,
    ],
  ];
  for (const [what, files, to, message] of refusals) {
    it(`refuses ${what}`, () => {
      const result = renamedIn(files, to);
      ok(typeof result === 'string' && message.test(result), JSON.stringify(result));
    });
  }

  it('allows a Virtual name where the label says so, and a label-like name where no cell reads it', () => {
    equal(typeof renamedIn('components: {|A: {labels: [Virtual]}}\n', 'Virtual-A'), 'object');
    equal(typeof renamedIn({ 'a.tmg.csv': 'From,To\n|A,B\n' }, 'C:EXT'), 'object');
  });

  it('says what can be renamed, without quotes', () => {
    const { snapshot, file, offset, text } = markedModel('components: {"Ser|ver": {}}\n');
    const prepared = prepareRename(snapshot, file, offset);
    ok(prepared.kind === 'name');
    equal(prepared.placeholder, 'Server');
    equal(text.slice(prepared.range.start, prepared.range.end), '"Server"');
  });

  it('leaves the model as it is but for the name, and leads back', () => {
    fc.assert(
      fc.property(randomFiles, fc.nat(), (files, pick) => {
        const before = snapshotOf(
          Object.fromEntries([...files].map(([file, document]) => [file, toYaml(document)])),
        );
        const names = before.records.flatMap((records) => [...mentionsIn(records, NAMED_KINDS)]);
        const name = names[pick % names.length];
        // No cell can name a vector `none`, so there is no way back to that name.
        if (!name || name.name === 'none') return;
        const to = name.name.startsWith('Virtual-') ? 'Virtual-fresh one' : 'fresh one';
        const texts = renamed(before, name.file, name.range.start, to);
        if (typeof texts === 'string') {
          ok(/pattern|rating rule/.test(texts), texts);
          return;
        }
        const after = snapshotOf(texts);
        deepEqual(summary(after), summary(before));
        const place = after.records
          .flatMap((records) => [...mentionsIn(records, [name.kind])])
          .find((mention) => mention.name === to);
        ok(place);
        deepEqual(renamed(after, place.file, place.range.start, name.name), textsOf(before));
      }),
      { numRuns: 200 },
    );
  });
});

/** Codes of findings that say something of a name itself. */
const ABOUT_NAMES: readonly string[] = ['look-alike-name', 'virtual-looking-name'];

/** What a rename must not change: sizes, and the chains by length, type and P. */
function summary({ model, problems }: Snapshot): unknown {
  const chains = computeChains(model);
  return {
    sizes: [model.components.size, model.interfaces.size, model.assets.size, model.facilities.size],
    codes: problems.flatMap(({ code }) => (ABOUT_NAMES.includes(code) ? [] : [code])).sort(),
    total: chains.counts.total,
    probabilities: Array.from({ length: chains.size }, (_, position) => chains.probability(position)),
  };
}
