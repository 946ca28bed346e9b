import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { computeChains } from '../../../src/chains/computeChains';
import { type ChainExplanation, explainChain } from '../../../src/threats/explainChain';
import { modelFrom } from '../../support/modelFrom';
import { randomModel, toYaml } from '../../support/randomModel';

const EXAMPLE = Object.fromEntries(
  readdirSync('examples/client-server').map((file) => [
    file,
    readFileSync(`examples/client-server/${file}`, 'utf8'),
  ]),
);

type Files = Readonly<Record<string, string>>;

function byPath(files: Files, type: string, path: string): ChainExplanation {
  const { model, origins } = modelFrom(files);
  const chains = [...computeChains(model).chains()];
  const chain = chains.find((one) => one.type === type && one.path.join(' > ') === path);
  return explainChain(chain ?? assert.fail('no such chain'), model, origins);
}

const reasons = ({ steps }: ChainExplanation): string[] => steps.map(({ reason }) => reason);

/** What stands at a place. */
function textAt(files: Files, place: ChainExplanation['steps'][number]['source']): string | undefined {
  return place && files[place.file]?.slice(place.range.start, place.range.end);
}

describe('explainChain', () => {
  const client = byPath(
    EXAMPLE,
    'E',
    'Internet > network > Gateway2 > Router > LAN1 > Virtual-Router-Client-Computer > LAN2 > Client Computer',
  );

  it('says of every step of the example why it can be taken', () => {
    assert.deepEqual(reasons(client), [
      'An attacker reaches Internet of network from outside; entering network there is rated 6.8 for Elevation of Privilege by its own vector.',
      'The attacker holds network, which shares Gateway2 with Router; entering Router there is rated 8.1 for Elevation of Privilege by its own vector.',
      'The attacker holds Router, which reaches LAN2 of Client Computer by way of Virtual-Router-Client-Computer; entering Client Computer there is rated 7.5 for Elevation of Privilege by its own vector.',
    ]);
  });

  it('multiplies the scores as P does, step by step', () => {
    assert.equal(client.formula, '(6.8 x 8.1 x 7.5) / 100 = 4.131');
    assert.deepEqual(
      client.steps.map(({ probability }) => probability),
      [6.8, 5.508, 4.131],
    );
    assert.equal(byPath(EXAMPLE, 'D', 'Gateway1 > Server').formula, '7.5');
    const long = byPath(
      {
        'model.tmg.yaml': `components:
  A: {interfaces: [a, b]}
  B: {interfaces: [b, c]}
  C: {interfaces: [c, d]}
  D: {interfaces: [d, e]}
  E: {interfaces: [e], assets: {Key: {}}}
interfaces: {a: {entry: true}}
ratingRules: [{match: {interface: "*"}, D: 5}]
`,
      },
      'D',
      'a > A > b > B > c > C > d > D > e > E',
    );
    assert.equal(long.formula, '(5 x 5 x 5 x 5 x 5) / 10^4 = 0.3125');
  });

  it('gives the base metrics in words', () => {
    assert.deepEqual(client.steps[0]?.vectorInWords.slice(0, 4), [
      'Attack Vector: Network',
      'Attack Complexity: Low',
      'Privileges Required: High',
      'User Interaction: Required',
    ]);
    assert.equal(client.steps[0]?.vectorInWords.length, 8);
  });

  it('leads to the component, the relation and the rating', () => {
    const [first] = client.steps;
    assert.equal(textAt(EXAMPLE, first?.componentPlace), 'network');
    assert.equal(first?.componentPlace?.file, 'topology.tmg.yaml');
    assert.equal(textAt(EXAMPLE, first?.relationPlace), 'Internet');
    assert.equal(textAt(EXAMPLE, first?.source), 'CVSS:3.1/AV:N/AC:L/PR:H/UI:R/S:U/C:H/I:H/A:H');
  });

  it('names attackers, Virtual components before the first step, rules, and bare scores', () => {
    const files = {
      'model.tmg.yaml': `settings: {stepRule: elevation}
attackers: {insider: internal user, external: third-party attacker}
components:
  Virtual-A: {interfaces: [plug, wire]}
  Virtual-B: {interfaces: [wire, port]}
  Gate: {interfaces: [port, bus]}
  Server: {interfaces: [bus], assets: {Key: {}}}
interfaces: {plug: {entry: true, attackers: [insider, external]}}
ratingRules:
  - {match: {interface: nothing}, E: 1}
  - {match: {interface: port}, E: 4}
ratings:
  Server: {bus: {T: 5}}
`,
    };
    const path = 'plug > Virtual-A > wire > Virtual-B > port > Gate > bus > Server';
    const explanation = byPath(files, 'T', path);
    assert.deepEqual(reasons(explanation), [
      'Third-party attacker or internal user reaches plug from outside and, by way of Virtual-A and Virtual-B, port of Gate; entering Gate there is rated 4 for Elevation of Privilege, as every step before the last, by rating rule 2.',
      'The attacker holds Gate, which shares bus with Server; entering Server there is rated 5 for Tampering by its own score.',
    ]);
    assert.equal(explanation.formula, '(4 x 5) / 10 = 2');
    assert.deepEqual(explanation.steps[1]?.vectorInWords, []);
    assert.equal(textAt(files, explanation.steps[0]?.source), '4');
  });

  it('ends at P for every chain of random models, with a reason and a place for every step', () => {
    fc.assert(
      fc.property(randomModel, (document) => {
        const files = { 'model.tmg.yaml': toYaml(document) };
        const { model, origins } = modelFrom(files);
        for (const chain of computeChains(model).chains()) {
          const { steps, formula } = explainChain(chain, model, origins);
          assert.equal(steps.length, chain.steps.length);
          assert.equal(steps.at(-1)?.probability, chain.probability);
          assert.ok(formula.endsWith(String(chain.probability)), formula);
          for (const [index, { reason, source, relationPlace }] of steps.entries()) {
            assert.ok(reason.includes(chain.steps[index]?.component.name ?? '-'), reason);
            assert.ok(source && relationPlace);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
