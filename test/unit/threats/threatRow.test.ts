import assert from 'node:assert/strict';
import { computeChains } from '../../../src/chains/computeChains';
import { THREAT_COLUMNS, type ThreatRow, threatRow } from '../../../src/threats/threatRow';
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

function row(entry: string, type: string): ThreatRow {
  const { model } = modelFrom(MODEL);
  const found = [...computeChains(model).chains()].find(
    (chain) => chain.entry === entry && chain.type === type,
  );
  assert.ok(found, `${entry} ${type}`);
  return threatRow(found, model);
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
});
