import assert from 'node:assert/strict';
import { computeChains } from '../../../../src/chains/computeChains';
import { filterHidesPivot } from '../../../../src/checks/rules/filter-hides-pivot';
import { contextOf } from '../checkTexts';

/** A firewall before a switch with a port for each server; `more` stands behind. */
const model = (filters: string, more = '', settings = '{}'): string => `settings: ${settings}
components:
  Firewall: {interfaces: [Internet, Inside]}
  Switch: {interfaces: [Inside, P1, P2]}
  Web: {interfaces: [P1]}
  Database: {interfaces: [P2], assets: {Records: {}}}
interfaces: {Internet: {entry: true}}
ratingRules: [{match: {component: "*"}, all: 5}]
filters: ${filters}
${more}`;

const PERMIT = '{only: [{from: Firewall, via: Switch, to: [Web]}]}';

function pivots(text: string): unknown[] {
  return filterHidesPivot
    .check(contextOf(text))
    .map(({ message: { args } }) => [args['from'], args['hub'], args['over'], args['to']]);
}

describe('filter-hides-pivot', () => {
  it('names a pivot over a component that no chain passes twice', () => {
    const hidden = [['Firewall', 'Switch', 'Web', 'Database']];
    assert.deepEqual(pivots(model(PERMIT)), hidden);
    assert.deepEqual(pivots(model('{banned: [[Firewall, Switch, Database]]}')), hidden);
    assert.deepEqual(pivots(model('{banned: [["*", Switch, Database]]}')), []);
    assert.equal(computeChains(contextOf(model(PERMIT)).model).size, 0);
  });

  it('sees Virtual components as hubs', () => {
    const text = model('{oneWay: [{from: Database, to: Firewall}]}').replace('Switch:', 'Virtual-Switch:');
    assert.deepEqual(pivots(text), [['Firewall', 'Virtual-Switch', 'Web', 'Database']]);
  });

  it('is silent where the medium is an interface, over which the chain is found', () => {
    const text = model(PERMIT).replaceAll('P1', 'LAN').replaceAll('P2', 'LAN').replace('LAN, LAN', 'LAN');
    assert.deepEqual(pivots(text), []);
    const path = computeChains(contextOf(text).model).path(0).join(' > ');
    assert.equal(path, 'Internet > Firewall > Inside > Switch > LAN > Web > LAN > Database');
  });

  it('is silent where another way leads on, or none', () => {
    const [other, way] = ['Backup', 'P3'];
    const around = `  Backup: {interfaces: [${way}, P2]}\n`;
    const text = model(PERMIT)
      .replace('Web: {interfaces: [P1]}', `Web: {interfaces: [P1, ${way}]}`)
      .replace('interfaces: {Internet', `${around}interfaces: {Internet`);
    assert.deepEqual(pivots(text), [], `Web reaches Database over ${other}`);
    const closed = '{only: [{from: Firewall, via: Switch, to: [Web]}, {from: Web, via: Switch, to: []}]}';
    assert.deepEqual(pivots(model(closed)), [], 'Web may not reach Database either');
    assert.deepEqual(pivots(model('{only: [{from: Firewall, via: Switch, to: [Web, Database]}]}')), []);
    assert.deepEqual(pivots(model(PERMIT, '', '{uniqueness: relationships}')), []);
  });

  it('is silent where a step on the way is rated as not possible', () => {
    for (const [component, name] of [
      ['Web', 'P1'],
      ['Switch', 'P1'],
      ['Database', 'P2'],
    ]) {
      const none = `ratings: {${component}: {${name}: {all: none}}}\n`;
      assert.deepEqual(pivots(model(PERMIT, none)), [], `${component} at ${name}`);
    }
  });

  it('answers for a hub of two thousand components', () => {
    const ports = Array.from({ length: 2000 }, (_, index) => `Port ${index}`);
    const text = `components:
  Hub: {interfaces: [${ports.join(', ')}]}
${ports.map((port, index) => `  C${index}: {interfaces: [${port}]}`).join('\n')}
filters: {banned: [["*", Hub, "*"]], only: [{from: C0, via: Hub, to: [C1]}]}
`;
    assert.deepEqual(pivots(text), []);
  });
});
