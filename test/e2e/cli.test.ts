import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { ChainJson } from '../../src/report/chainJson';
import { goldenModel } from '../support/golden';
import type { ChainsJson } from '../../src/cli/chainsJson';
import { json } from '../support/tmgJson';
import { runTmg, withFolder } from '../support/runTmg';

describe('tmg chains', () => {
  it('gives the golden counts and scores for examples/client-server', () => {
    const result = json<ChainsJson>(['chains', 'examples/client-server', '--format', 'json']);
    const { chains, ...summary } = result;
    assert.deepEqual(summary, {
      model: 'Client Server',
      complete: true,
      total: 36,
      totalIsLowerBound: false,
      kept: 36,
      byType: { D: 18, E: 18 },
      byLength: { 1: 8, 3: 10, 5: 6, 7: 8, 9: 4 },
      advised: 7,
      advisedIsLowerBound: false,
      lengthCuts: null,
    });
    assert.equal(chains.length, 36);
    const internet = chains.find(
      ({ entry, type, asset }) => entry === 'Internet' && type === 'E' && asset.name === 'DB',
    );
    assert.equal(internet?.probability, 3.876);
    assert.deepEqual(internet?.path, ['Internet', 'network', 'Gateway1', 'Server']);
    const terminal = chains
      .filter(({ entry }) => entry === 'Terminal')
      .map(({ type, probability }) => [type, probability]);
    assert.deepEqual(terminal.slice(0, 2), [
      ['E', 6.8],
      ['D', 5.7],
    ]);
  });

  it('finds the same chains in YAML and in CSV', () => {
    const strip = ({ chains }: ChainsJson): unknown[] =>
      chains.map(({ id, probability, rating, path }) => ({ id, probability, rating, path }));
    assert.deepEqual(
      strip(json<ChainsJson>(['chains', 'examples/client-server-csv', '--format', 'json'])),
      strip(json<ChainsJson>(['chains', 'examples/client-server', '--format', 'json'])),
    );
  });

  it('leads every step back to the line of its rating', () => {
    const { chains } = json<ChainsJson>(['chains', 'examples/autopilot', '--format', 'json', '--top', '200']);
    for (const step of chains.flatMap(({ steps }) => steps)) {
      assert.ok(step.source);
      const line =
        readFileSync(`examples/autopilot/${step.source.file}`, 'utf8').split('\n')[step.source.line - 1] ??
        '';
      const written = line.slice(step.source.column - 1);
      assert.match(written, /^["']?(CVSS:|\d|[A-Za-z])/, `${step.source.file}:${step.source.line}: ${line}`);
      if (written.startsWith('CVSS:')) {
        assert.ok(written.startsWith(step.vector ?? '?'));
      }
    }
  });

  it('has 100,000 to 150,000 chains in examples/autopilot, and prints the same bytes every time', () => {
    const first = runTmg(['chains', 'examples/autopilot', '--format', 'ndjson']);
    assert.equal(first.code, 0, first.error);
    const lines = first.out.trimEnd().split('\n').length;
    assert.ok(lines >= 100_000 && lines <= 150_000, String(lines));
    assert.equal(runTmg(['chains', 'examples/autopilot', '--format', 'ndjson']).out, first.out);
  });

  it('narrows down by type, entry, asset and length', () => {
    const narrowed = [
      '--type',
      'E',
      '--from',
      'Internet',
      '--to',
      'Frontend',
      '--max-length',
      '9',
      '--format',
      'json',
    ];
    const { chains } = json<ChainsJson>(['chains', 'examples/client-server', ...narrowed]);
    assert.deepEqual(
      chains.map(({ path }) => path),
      [
        [
          'Internet',
          'network',
          'Gateway2',
          'Router',
          'LAN1',
          'Virtual-Router-Client-Computer',
          'LAN2',
          'Client Computer',
        ],
      ],
    );
  });

  it('sorts by risk', () => {
    const { chains } = json<{ chains: ChainJson[] }>([
      'chains',
      'examples/autopilot',
      '--sort',
      'risk',
      '--top',
      '500',
      '--format',
      'json',
    ]);
    const risks = chains.map(({ risk }) => risk ?? -1);
    assert.deepEqual(
      risks,
      [...risks].sort((a, b) => b - a),
    );
    assert.ok((risks[0] ?? 0) > 0);
  });

  it('groups by relation: what to fix first', () => {
    const { groups } = json<{
      groups: { key: unknown[]; chains: number; medium: number; best: ChainJson }[];
    }>(['chains', 'examples/autopilot', '--group', 'relation', '--format', 'json', '--top', '10']);
    assert.equal(groups.length, 10);
    assert.deepEqual(Object.keys(groups[0]?.key[0] as object).sort(), ['component', 'interface']);
    assert.deepEqual(
      groups.map(({ medium }) => medium),
      groups.map(({ medium }) => medium).sort((a, b) => b - a),
    );
  });

  it('fails at a P', () => {
    assert.equal(runTmg(['chains', 'examples/client-server', '--fail-at', '7.5']).code, 1);
    assert.equal(runTmg(['chains', 'examples/client-server', '--fail-at', '7.6']).code, 0);
  });

  it('shows several models, and one by name', () => {
    const { models } = json<{ models: ChainsJson[] }>([
      'chains',
      'examples',
      '--format',
      'json',
      '--top',
      '1',
    ]);
    assert.deepEqual(
      models.map(({ model }) => model),
      ['Autopilot L4', 'Client Server', 'Client Server'],
    );
    assert.equal(
      json<ChainsJson>(['chains', 'examples', '--model', 'Autopilot L4', '--format', 'json', '--top', '1'])
        .model,
      'Autopilot L4',
    );
  });

  it('computes what is valid in a model with errors, and exits with 1', () => {
    withFolder(
      { 'model.tmg.yaml': `${goldenModel('E: 6.8')}ratings: {Servr: {Gateway1: {E: 5}}}\n` },
      (folder) => {
        const run = runTmg(['chains', folder, '--format', 'json']);
        assert.equal(run.code, 1);
        assert.equal((JSON.parse(run.out) as ChainsJson).total, 18);
        assert.match(run.error, /model\.tmg\.yaml:\d+:11: error unknown-component: .*did you mean "Server"/);
      },
    );
  });

  it('warns on standard error where there are too many chains', () => {
    const model = `settings: {countLimit: 5}\n${goldenModel('E: 6.8')}`;
    withFolder({ 'model.tmg.yaml': model }, (folder) => {
      const run = runTmg(['chains', folder, '--format', 'json']);
      assert.equal(run.code, 0);
      assert.match(run.error, /warning too-many-chains: /);
      assert.equal((JSON.parse(run.out) as { totalIsLowerBound: boolean }).totalIsLowerBound, true);
    });
  });

  it('warns of what only the chains show, from warnings on', () => {
    const idle =
      'components:\n  A: {interfaces: [x, y]}\n  B: {interfaces: [y], assets: {D: {}}}\ninterfaces: {x: {entry: true}}\nratings: {A: {x: {all: none}}, B: {y: {all: 5.0}}}\nfilters: {banned: [[A, B]]}\n';
    const levels = [
      ['', 0, /^tmg: \S+ has no chain within length 13:\n(?: {2}.*\n)+$/],
      [
        'settings: {severity: {idle-filter: warning}}\n',
        0,
        /model\.tmg\.yaml:\d+:\d+: warning idle-filter: /,
      ],
      ['settings: {severity: {idle-filter: error}}\n', 1, /error idle-filter: /],
    ] as const;
    for (const [settings, code, expected] of levels) {
      withFolder({ 'model.tmg.yaml': settings + idle }, (folder) => {
        for (const command of ['chains', 'table']) {
          const run = runTmg([command, folder, '--format', 'json']);
          assert.equal(run.code, code, `${command} ${settings}`);
          assert.match(run.error, expected);
          assert.doesNotMatch(run.out, /idle-filter/);
        }
      });
    }
  });

  it('uses colour only on a terminal', () => {
    assert.ok(!runTmg(['chains', 'examples/client-server']).out.includes('\u001b'));
  });

  it('shows names that would drive a terminal as text', () => {
    const evil = 'A\\e[31m\\u202eB\\n';
    withFolder(
      {
        'model.tmg.yaml': `components: {"${evil}": {interfaces: ["I\\e]0;x\\a"], assets: {"<img onerror=x>": {}}}}\nratingRules: [{match: {interface: "*"}, T: 9}]\n`,
      },
      (folder) => {
        const { out } = runTmg(['chains', folder]);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
        assert.doesNotMatch(out.replaceAll('\n', ''), /[\u0000-\u001f\u202e]/);
        assert.match(out, /<img onerror=x>/);
      },
    );
  });
});

describe('tmg check', () => {
  it('finds nothing wrong with the examples', () => {
    for (const example of ['client-server', 'client-server-csv', 'autopilot']) {
      const run = runTmg(['check', `examples/${example}`, '--fail-on', 'warning']);
      assert.equal(run.code, 0, run.out);
    }
  });

  it('writes problems as file:line:column: severity code: sentence', () => {
    withFolder(
      {
        'a.tmg.yaml':
          'components:\n  A: {interfaces: [X]}\n  B: {interfaces: [X]}\ninterfaces:\n  Y: {entry: true}\n',
      },
      (folder) => {
        const run = runTmg(['check', folder]);
        assert.equal(run.code, 1);
        assert.match(run.out, /a\.tmg\.yaml:5:3: error unknown-interface: /);
      },
    );
  });

  it('writes problems as JSON with their ranges', () => {
    withFolder({ 'a.tmg.yaml': 'components:\n  A: {interfaces: [X], facilty: F}\n' }, (folder) => {
      const { models } = json<{ models: { problems: Record<string, unknown>[] }[] }>(
        ['check', folder, '--format', 'json'],
        1,
      );
      const problem = models[0]?.problems.find(({ code }) => code === 'unknown-key');
      const { message, ...rest } = problem ?? {};
      assert.match(String(message), /facility/);
      assert.deepEqual(rest, {
        code: 'unknown-key',
        severity: 'error',
        file: 'a.tmg.yaml',
        line: 2,
        column: 24,
        endLine: 2,
        endColumn: 31,
        related: [],
      });
    });
  });

  it('takes levels from the model', () => {
    const model = (level: string): string =>
      `settings: {severity: {missing-rating: ${level}}}\ncomponents: {A: {interfaces: [X]}, B: {interfaces: [X], assets: {D: {}}}}\n`;
    withFolder({ 'model.tmg.yaml': model('error') }, (folder) =>
      assert.equal(runTmg(['check', folder]).code, 1),
    );
    withFolder({ 'model.tmg.yaml': model('off') }, (folder) =>
      assert.doesNotMatch(runTmg(['check', folder]).out, /missing-rating/),
    );
  });
});

describe('tmg why and advise', () => {
  it('explains the best chain', () => {
    const { best, cuts } = json<{ best: ChainJson; cuts: unknown[] }>([
      'why',
      'examples/client-server',
      '--from',
      'Internet',
      '--to',
      'DB',
      '--format',
      'json',
    ]);
    assert.equal(best.probability, 5.625);
    assert.deepEqual(cuts, []);
  });

  it('explains the best chain of one type', () => {
    const types = ['--type', 'E', '--format', 'json'];
    const { best } = json<{ best: ChainJson }>([
      'why',
      'examples/client-server',
      '--from',
      'Internet',
      '--to',
      'DB',
      ...types,
    ]);
    assert.equal(best.probability, 3.876);
  });

  it('explains why there is none', () => {
    const run = runTmg([
      'why',
      'examples/client-server',
      '--from',
      'Internet',
      '--to',
      'Frontend',
      '--max-length',
      '3',
      '--format',
      'json',
    ]);
    assert.deepEqual(JSON.parse(run.out), {
      model: 'Client Server',
      best: null,
      cuts: [{ cause: 'length', type: 'D', types: ['D', 'E'], length: 7, relations: [] }],
    });
    assert.match(
      runTmg(['why', 'examples/client-server', '--from', 'Internet', '--to', 'Frontend', '--max-length', '3'])
        .out,
      /shortest way has length 7/,
    );
  });

  it('suggests a name that exists', () => {
    const run = runTmg(['why', 'examples/client-server', '--from', 'Internt', '--to', 'DB']);
    assert.equal(run.code, 2);
    assert.match(run.error, /did you mean "Internet"/);
  });

  it('advises a length', () => {
    const advice = json<{ lengths: { length: number; chains: number }[]; advised: number }>([
      'advise',
      'examples/client-server',
      '--format',
      'json',
      '--min-probability',
      '4',
    ]);
    assert.deepEqual(
      advice.lengths.map(({ length, chains }) => [length, chains]),
      [
        [1, 8],
        [3, 10],
        [5, 6],
        [7, 8],
        [9, 4],
      ],
    );
    assert.equal(advice.advised, 7);
  });
});

describe('wrong usage', () => {
  const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['an unknown option', ['chains', 'examples', '--tpo', '3'], /--top/],
    ['an unknown command', ['chain', 'examples'], /chains/],
    ['a path that is not there', ['check', 'no/such/folder'], /no\/such\/folder/],
    ['a folder without TMG files', ['check', 'docs/decisions'], /No TMG files/],
    ['a file that is none', ['check', 'README.md'], /not a TMG file/],
    ['a type that is none', ['chains', 'examples', '--type', 'X'], /STRIDE/],
    [
      'a model that is not there',
      ['chains', 'examples', '--model', 'Autopilot L5'],
      /did you mean "Autopilot L4"/,
    ],
    [
      'an output that cannot be written',
      ['table', 'examples/client-server', '--output', '/no/such/x.csv'],
      /Cannot write/,
    ],
  ];
  for (const [what, args, expected] of cases) {
    it(`is ${what}: exit code 2 and a sentence`, () => {
      const run = runTmg(args);
      assert.equal(run.code, 2);
      assert.match(run.error, expected);
      assert.doesNotMatch(run.error, /\bat .*:\d+:\d+/);
    });
  }

  it('is not --help or --version', () => {
    assert.match(runTmg(['--help']).out, /check.*\n.*chains/s);
    assert.match(runTmg(['--version']).out, /^\d+\.\d+\.\d+/);
    assert.equal(runTmg(['--help']).code, 0);
  });
});
