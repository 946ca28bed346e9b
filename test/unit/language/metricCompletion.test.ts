import { deepEqual } from 'node:assert/strict';
import { metricCompletion } from '../../../src/language/metricCompletion';

/** What an editor compares with the text before the caret, by label, where that is not the label. */
function filtersAt(vector: string): unknown {
  return metricCompletion(vector, vector.length)?.items.map(({ label, filterText }) => [label, filterText]);
}

describe('metricCompletion', () => {
  it('shows all values behind one that there is, and behind one that there is not', () => {
    const values = ['AC:L', 'AC:H'];
    for (const typed of ['AC:L', 'AC:X']) {
      deepEqual(
        filtersAt(`CVSS:3.1/AV:N/${typed}`),
        values.map((value) => [value, typed]),
      );
    }
  });

  it('lets the editor choose between values by what they begin with', () => {
    const vector = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/U:c';
    deepEqual(filtersAt(vector), [
      ['U:X', undefined],
      ['U:Clear', undefined],
      ['U:Green', undefined],
      ['U:Amber', undefined],
      ['U:Red', undefined],
    ]);
  });

  it('offers the next metric in place of one that the version does not have', () => {
    deepEqual(filtersAt('CVSS:3.1/AV:N/XX:Y'), [
      ['AC:L', 'XX:Y'],
      ['AC:H', 'XX:Y'],
    ]);
  });
});
