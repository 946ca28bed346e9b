import { deepEqual } from 'node:assert/strict';
import { insertsAt } from '../../support/completions';

describe('completion of tables', () => {
  const cases: readonly (readonly [string, string, string[]])[] = [
    ['the columns of a table', 'From;|', ['Via', 'Only To', 'To', 'Note', 'Status', 'Ref', 'Description']],
    ['assets of the component', 'Component,Asset\nHub,|\n', ['Key', 'DB']],
    ['facilities', 'Facility;Component;Asset\r\n|', ['Werk Süd']],
    ['components', 'Component;Interface;S\n|', ['Server', 'Böse: Kiste', 'Hub']],
    ['interfaces not rated yet', 'Component;Interface;S\nServer;|\n', ['USB', 'LAN']],
    ['labels', 'Component;Interface\nX:Ra|;LAN\n', ['X:Communication', 'X:Virtual', 'X:EXT', 'X:Rack']],
    ['more of a list', 'Component;Interface\nX;"LAN, |"\n', ['USB']],
    ['a list that needs quotes now', 'Component,Interface\nX,LAN;|\n', ['LAN;USB']],
    ['entries', 'Interface,Entry\nLAN,|\n', ['true', 'false']],
    ['components of an interface', 'Interface,Entry,Into\nUSB,yes,|\n', ['Server', 'Hub', 'Böse: Kiste']],
    ['attackers', 'Interface;Entry;Attackers;Periods\nUSB;yes;|\n', ['external']],
    ['periods', 'Interface;Entry;Attackers;Periods\nUSB;yes;;|\n', ['on']],
    ['a sequence', 'Banned\nHub|\n', ['Server', 'Böse: Kiste', 'Hub', '*']],
    ['filters', 'From,To\nHub,"B|"\n', ['Server', 'Böse: Kiste', 'Hub']],
    ['types', 'Component,Interface,STRIDE,CVSS\nHub,USB,|\n', ['S', 'T', 'R', 'I', 'D', 'E', 'all']],
    [
      'types of an asset',
      'Component,Asset,STRIDE Types\nHub,Key,T D |\n',
      ['T D S', 'T D R', 'T D I', 'T D E'],
    ],
    ['status', 'Component,Interface,S,Status\nHub,USB,,|\n', ['draft', 'agreed']],
  ];
  for (const [what, source, expected] of cases) {
    it(`offers ${what}`, () => {
      deepEqual(insertsAt(source, 'typed.tmg.csv'), expected);
    });
  }

  it('offers ratings, in a table of vectors only vectors', () => {
    const usb = 'CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
    const lan = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
    deepEqual(insertsAt('Component;Interface;All\nHub;USB;|\n', 'typed.tmg.csv'), [
      lan,
      'usb-root',
      'none',
      'CVSS:3.1/',
      'CVSS:4.0/',
    ]);
    deepEqual(insertsAt('Vector,CVSS\na,|\n', 'typed.tmg.csv'), [usb, lan, 'CVSS:3.1/', 'CVSS:4.0/']);
    deepEqual(insertsAt('Vector,CVSS\na,"CVSS:3.1/AV:N/AC:|', 'typed.tmg.csv'), ['AC:L/', 'AC:H/']);
  });
});
