import { deepEqual, match } from 'node:assert/strict';
import { insertsAt, itemsAt, textsAt } from '../../support/completions';

describe('completion of ratings', () => {
  const usb = 'CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
  const lan = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';

  it('offers what is used nearby, names, none and beginnings', () => {
    deepEqual(textsAt('ratings:\n  "Böse: Kiste":\n    LAN:\n      S: |\n'), [
      `${lan} = 9.8 Critical, same interface`,
      'usb-root = 6.8 Medium, same interface, 5 times',
      'none = 0.0',
      'CVSS:3.1/ = a new vector, metric by metric',
      'CVSS:4.0/ = a new vector, metric by metric',
    ]);
  });

  it('offers in rules and under vectors too, there no names', () => {
    deepEqual(insertsAt('ratingRules:\n  - match: {interface: LAN}\n    all:|\n'), [
      ` ${lan}`,
      ' usb-root',
      ' none',
      ' CVSS:3.1/',
      ' CVSS:4.0/',
    ]);
    deepEqual(insertsAt('vectors:\n  a: |\n'), [usb, lan, 'CVSS:3.1/', 'CVSS:4.0/']);
  });

  it('goes on with the next metric, its values and what they mean', () => {
    deepEqual(textsAt('ratings: {Hub: {USB: {S: CVSS:3.1/|'), [
      'AV:N = Network',
      'AV:A = Adjacent',
      'AV:L = Local',
      'AV:P = Physical',
    ]);
    const [first] = itemsAt('ratings: {Hub: {USB: {S: CVSS:3.1/|');
    deepEqual([first?.insertText, first?.retrigger, first?.filterText], ['AV:N/', true, undefined]);
    match(
      first?.documentation ?? '',
      /^\*\*Attack Vector:\*\* .*\n\nWith the other metrics the score can still be 0\.0 to 10\.0\.$/,
    );
  });

  it('shows the score of values that complete the vector', () => {
    deepEqual(textsAt(`ratings:\n  Hub:\n    USB:\n      S: ${usb.slice(0, -4)}/|`), [
      'A:N = None, 6.1 Medium',
      'A:L = Low, 6.4 Medium',
      'A:H = High, 6.8 Medium',
    ]);
  });

  it('offers all values of a metric that is there', () => {
    const items = itemsAt(`vectors:\n  "a": "${usb.replace('AV:P', 'AV:P|')}"\n`);
    deepEqual(
      items.map(({ insertText, detail, filterText }) => [insertText, detail, filterText]),
      [
        ['AV:N', 'Network, 9.8 Critical', 'AV:P'],
        ['AV:A', 'Adjacent, 8.8 High', 'AV:P'],
        ['AV:L', 'Local, 8.4 High', 'AV:P'],
        ['AV:P', 'Physical, 6.8 Medium', 'AV:P'],
      ],
    );
  });

  it('goes by what is typed, not by the order alone', () => {
    deepEqual(insertsAt('vectors: {a: CVSS:4.0/VC|'), ['VC:H/', 'VC:L/', 'VC:N/']);
    deepEqual(insertsAt(`vectors: {a: ${usb}/RC|`), ['RC:U', 'RC:R', 'RC:C']);
  });
});
