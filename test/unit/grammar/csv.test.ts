import { deepEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { COLUMNS, TABLES } from '../../../src/formats/csv/tables';
import { METRICS } from '../../../src/cvss/metrics';
import { ownScopes, textsWith, tokenizer } from './tokenize';

describe('grammar of TMG in CSV', () => {
  const tokenize = tokenizer('source.tmg-csv');

  it('gives cells, separators and vectors their scopes', async () => {
    const tokens = await tokenize('Component,Interface,E\nServer,LAN,CVSS:3.1/AV:N');
    deepEqual(ownScopes(tokens).slice(5), [
      'Server source',
      ', punctuation.separator.cell',
      'LAN source',
      ', punctuation.separator.cell',
      'CVSS keyword.other.cvss',
      ': punctuation.separator.key-value.cvss',
      '3.1 constant.numeric.version.cvss',
      '/ punctuation.separator.metric.cvss',
      'AV variable.parameter.metric.cvss',
      ': punctuation.separator.key-value.cvss',
      'N constant.language.value.cvss',
    ]);
  });

  it('reads quoted cells, over lines and with doubled quotes', async () => {
    const tokens = await tokenize(
      'Component,Interface,Note\nA,"B, C","first ""CVSS:3.1/AV:L""\nsecond, T1068",x',
    );
    deepEqual(textsWith(tokens, 'string.quoted').join(''), '"B, C""first ""CVSS:3.1/AV:L""second, T1068"');
    deepEqual(textsWith(tokens, 'constant.character.escape'), ['""', '""']);
    deepEqual(textsWith(tokens, 'constant.language.value'), ['L']);
    deepEqual(textsWith(tokens, 'support.function.technique'), ['T1068']);
    deepEqual(textsWith(tokens, 'punctuation.separator.cell').length, 5);
  });

  it('separates at comma, semicolon and tab', async () => {
    for (const separator of [',', ';', '\t']) {
      const tokens = await tokenize(`Component${separator}Asset\nServer${separator}DB`);
      deepEqual(textsWith(tokens, 'punctuation.separator.cell'), [separator, separator]);
      deepEqual(textsWith(tokens, 'support.type.property-name.column'), ['Component', 'Asset']);
    }
  });

  it('knows every column of every table in a header, whatever its case', async () => {
    for (const { required, oneOf, optional } of TABLES) {
      const header = [...required, ...oneOf, ...optional].join(',');
      for (const text of [header, header.toLowerCase(), `# tmg-ignore unknown-column: x\n${header}`]) {
        const columns = textsWith(await tokenize(text), 'support.type.property-name.column');
        deepEqual(columns.join(',').toLowerCase(), header.toLowerCase());
      }
    }
    const all = await tokenize(COLUMNS.join(';'));
    deepEqual(textsWith(all, 'support.type.property-name.column'), [...COLUMNS]);
    deepEqual(textsWith(await tokenize('Component,Owner'), 'support.type.property-name'), ['Component']);
  });

  it('finds numbers, labels, STRIDE types, none and technique lists in cells', async () => {
    const tokens = await tokenize(
      [
        'Component,Interface,STRIDE,CVSS,Techniques',
        'network:Communication|EXT,LAN 2,E,7.1,E: T1068 T1078; D: T1499',
        'B,LAN,all,none,T1190',
      ].join('\n'),
    );
    deepEqual(textsWith(tokens, 'constant.numeric'), ['7.1']);
    deepEqual(textsWith(tokens, 'storage.modifier.label'), ['Communication', 'EXT']);
    deepEqual(textsWith(tokens, 'keyword.control.stride'), ['E', 'E', 'D', 'all']);
    deepEqual(textsWith(tokens, 'constant.language.none'), ['none']);
    deepEqual(textsWith(tokens, 'support.function.technique'), ['T1068', 'T1078', 'T1499', 'T1190']);
  });

  it('reads decimal commas where semicolons separate, and yes and no', async () => {
    const scores = await tokenize('Component;Interface;E\nA;B;7,1');
    deepEqual(textsWith(scores, 'constant.numeric'), ['7,1']);
    const ratings = await tokenize('Component,Asset,Rating: Security,Rating: Tech\nA,B,4,3');
    deepEqual(textsWith(ratings, 'constant.numeric'), ['4', '3']);
    const entries = await tokenize('Interface,Entry\nLAN,yes\nUSB,wahr\nyes man,no');
    deepEqual(textsWith(entries, 'constant.language.boolean'), ['yes', 'wahr', 'no']);
  });

  it('takes tmg-ignore rows for comments, and no other row', async () => {
    const tokens = await tokenize(
      'Component,Interface\n# tmg-ignore orphan-interface: later, maybe\n#1 Server,LAN\n"# tmg-ignore zero-score: so"',
    );
    deepEqual(textsWith(tokens, 'constant.language.diagnostic-code'), ['orphan-interface', 'zero-score']);
    deepEqual(textsWith(tokens, 'keyword.control.ignore'), ['tmg-ignore', 'tmg-ignore']);
    ok(!textsWith(tokens, 'comment').join('').includes('Server'));
    ok(textsWith(tokens, 'comment').join('').includes('later, maybe'));
  });

  it('finds every vector of the examples', async () => {
    for (const file of ['client-server-csv/ratings.tmg.csv', 'autopilot/ratings/charging-supplier.tmg.csv']) {
      const text = readFileSync(`examples/${file}`, 'utf8');
      const tokens = await tokenize(text);
      deepEqual(textsWith(tokens, 'keyword.other.cvss').length, text.split('CVSS:').length - 1);
      ok(textsWith(tokens, 'support.type.property-name.column').length >= 4);
    }
  });

  it('knows every metric and value of every CVSS version', async () => {
    for (const [version, metrics] of Object.entries(METRICS)) {
      for (const { name, values } of metrics) {
        for (const { letter } of values) {
          const tokens = await tokenize(`Vector,CVSS\nv,CVSS:${version}/${name}:${letter}`);
          deepEqual(textsWith(tokens, 'variable.parameter.metric'), [name]);
          deepEqual(textsWith(tokens, 'constant.language.value'), [letter]);
        }
      }
    }
  });
});

describe('vectors in plain CSV', () => {
  it('are coloured with technique ids', async () => {
    const tokens = await tokenizer('text.csv')('a,CVSS:4.0/AV:N,T1059.001\n# tmg-ignore zero-score: x');
    deepEqual(textsWith(tokens, 'constant.language.value'), ['N']);
    deepEqual(textsWith(tokens, 'support.function.technique'), ['T1059.001']);
    deepEqual(textsWith(tokens, 'comment'), []);
  });
});
