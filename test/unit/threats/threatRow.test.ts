import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { computeChains } from '../../../src/chains/computeChains';
import type { Model } from '../../../src/model/model';
import { describeChain, type Sentences } from '../../../src/threats/description';
import { THREAT_COLUMNS } from '../../../src/formats/threatColumns';
import { type ThreatRow, threatRow } from '../../../src/threats/threatRow';
import { modelFrom } from '../../support/modelFrom';

const MODEL = `attackers: {external: third-party attacker, insider: internal user}
periods: {on: the system is on}
components:
  Server: {facility: Data Center, interfaces: [Gateway], assets: {DB: {security: 4, operation: 3.5, compliance: 5}}}
  Virtual-Join: {interfaces: [Uplink, Wire]}
  Network: {interfaces: [Internet, Gateway, Wire]}
  Kiosk: {interfaces: [Terminal], assets: {Screen: {}}}
interfaces:
  Internet: {entry: true, attackers: [insider, external], periods: [on]}
  Uplink: {entry: true}
  Terminal: {entry: true}
ratings:
  Network:
    Internet: {E: CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:C/C:H/I:H/A:H}
    Wire: {E: 5.5}
  Server:
    Gateway: {E: CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:P/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N}
  Kiosk:
    Terminal: {D: 7.1, T: CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:L, S: CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:N/I:L/A:N}
`;

function row(entry: string, type: string, sentences: Sentences = 'guide'): ThreatRow {
  const { model } = modelFrom(MODEL);
  const found = [...computeChains(model).chains()].find(
    (chain) => chain.entry === entry && chain.type === type,
  );
  assert.ok(found, `${entry} ${type}`);
  return threatRow(found, model, sentences);
}

describe('threatRow', () => {
  it('has exactly the twenty columns', () => {
    assert.equal(THREAT_COLUMNS.length, 20);
    assert.deepEqual(Object.keys(row('Internet', 'E')), [...THREAT_COLUMNS]);
  });

  it('describes a chain of several steps', () => {
    const { Index, ...columns } = row('Internet', 'E');
    assert.match(String(Index), /^[0-9a-f]{16}$/);
    assert.deepEqual(columns, {
      Facility: 'Data Center',
      Component: 'Server',
      Asset: 'DB',
      'Rating: Security': 4,
      'Rating: Operation': 3.5,
      'Rating: Tech': undefined,
      'Rating: Compliance': 5,
      'Attacker Type': 'third-party attacker or internal user',
      'Attack Period': 'the system is on',
      'First Entry-Point': 'Internet',
      Influence: 'Authorization: Low',
      'Full Description':
        'Third-party attacker or internal user during the system is on, [attacks Network from Internet; attacks Server from Gateway], DB of Server gets Elevation of Privilege, risk rating is Low.',
      'STRIDE Type': 'Elevation of Privilege',
      'Attack Vector (AV)': 'Physical, Network',
      'Attack Complexity (AC)': 'High',
      'Privileges Required (PR)': 'High',
      'User Interaction (UI)': 'Required',
      Probability: 3.468,
      Rating: 'Low',
    });
  });

  it('describes a direct attack', () => {
    const direct = row('Terminal', 'T');
    assert.equal(
      direct['Full Description'],
      'An attacker at any time, attacks Kiosk from Terminal, accomplish Tampering towards Screen of Kiosk, risk rating is Medium.',
    );
    assert.equal(direct['Attacker Type'], 'An attacker');
    assert.equal(direct['Attack Period'], 'At any time');
    assert.equal(direct.Influence, 'Integrity: High');
    assert.equal(direct['User Interaction (UI)'], 'None');
    assert.equal(row('Terminal', 'S').Influence, 'Authenticity: Low');
  });

  it('says n/a where only bare scores are', () => {
    const bare = row('Terminal', 'D');
    assert.equal(bare['Attack Vector (AV)'], 'n/a');
    assert.equal(bare['User Interaction (UI)'], 'n/a');
    assert.equal(bare.Influence, 'Availability: n/a');
  });

  it('leaves Virtual components out of the description', () => {
    assert.equal(
      row('Uplink', 'E')['Full Description'],
      'An attacker at any time, [attacks Network from Wire; attacks Server from Gateway], DB of Server gets Elevation of Privilege, risk rating is Low.',
    );
  });

  it('describes chains in plain English unless told otherwise', () => {
    const plain = (entry: string, type: string) => row(entry, type, 'plain')['Full Description'];
    assert.equal(
      plain('Internet', 'E'),
      'In the period "the system is on", an attacker (third-party attacker or internal user) attacks Network from Internet, then Server from Gateway, and accomplishes Elevation of Privilege over DB of Server. Risk rating: Low.',
    );
    assert.equal(
      plain('Terminal', 'T'),
      'At any time, an attacker attacks Kiosk from Terminal and accomplishes Tampering with Screen of Kiosk. Risk rating: Medium.',
    );
    const { 'Full Description': _, ...guide } = row('Internet', 'E', 'guide');
    const { 'Full Description': __, ...others } = row('Internet', 'E', 'plain');
    assert.deepEqual(others, guide, 'no other column differs');
  });

  it('has the sentences that the documentation gives, one per pattern and wording', () => {
    const { model } = modelFrom(`
attackers: {external: third-party attacker}
periods: {on: the system is on}
components:
  network: {labels: [Communication], interfaces: [Internet, Gateway1]}
  Server: {interfaces: [Gateway1], assets: {DB: {}}}
interfaces:
  Internet: {entry: true, attackers: [external], periods: [on]}
  Gateway1: {entry: true, attackers: [external], periods: [on]}
ratings:
  network: {Internet: {E: 6.8}}
  Server: {Gateway1: {E: 5.7, T: 9}}
`);
    const anybody = modelFrom(`
components: {Server: {interfaces: [Gateway1], assets: {DB: {}}}}
ratings: {Server: {Gateway1: {T: 9}}}
`).model;
    const sentence = (from: Model, entry: string, type: string, sentences: Sentences): string => {
      const chain = [...computeChains(from).chains()].find(
        (one) => one.entry === entry && one.type === type && one.target.name === 'Server',
      );
      assert.ok(chain);
      return describeChain(chain, from, sentences);
    };
    const documentation = readFileSync('docs/semantics.md', 'utf8');
    for (const text of [
      sentence(model, 'Gateway1', 'E', 'plain'),
      sentence(model, 'Internet', 'E', 'plain'),
      sentence(anybody, 'Gateway1', 'T', 'plain'),
      sentence(model, 'Gateway1', 'E', 'guide'),
      sentence(model, 'Internet', 'E', 'guide'),
    ]) {
      assert.ok(documentation.includes(`\n> ${text}\n`), text);
    }
  });

  it('puts the right word behind the name of every type', () => {
    const { model } = modelFrom(`
components: {Server: {interfaces: [Web], assets: {DB: {}}}}
ratings: {Server: {Web: {all: 9}}}
`);
    assert.deepEqual(
      [...computeChains(model).chains()].map(
        (chain) => /accomplishes (.*) DB of Server/.exec(describeChain(chain, model, 'plain'))?.[1],
      ),
      [
        'Spoofing of',
        'Tampering with',
        'Repudiation regarding',
        'Information Disclosure of',
        'Denial of Service against',
        'Elevation of Privilege over',
      ],
    );
  });
});
