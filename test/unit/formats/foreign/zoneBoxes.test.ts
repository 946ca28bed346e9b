import assert from 'node:assert/strict';
import { MOST } from '../../../../src/formats/foreign/importLimits';
import { innermostZone, nestedZones, type ZoneBox } from '../../../../src/formats/foreign/zoneBoxes';

const zone = (id: string) => ({ id, word: 'zone', name: id });
const square = (id: string, at: number, size: number): ZoneBox => ({
  zone: zone(id),
  box: { left: at, top: at, width: size, height: size },
});

describe('zones of a diagram', () => {
  it('lie in the smallest larger one around their middle', () => {
    const zones = [
      square('all', 0, 100),
      square('inner', 10, 50),
      square('core', 20, 10),
      square('far', 200, 5),
    ];
    assert.deepEqual(
      nestedZones(zones).map(({ id, parent }) => [id, parent]),
      [
        ['all', undefined],
        ['inner', 'all'],
        ['core', 'inner'],
        ['far', undefined],
      ],
    );
    assert.equal(innermostZone({ left: 22, top: 22, width: 2, height: 2 }, zones)?.id, 'core');
    assert.deepEqual(
      nestedZones([square('a', 0, 10), square('b', 0, 10)]).map(({ parent }) => parent),
      [undefined, undefined],
    );
  });

  it('beyond what a model can hold are compared with nothing', () => {
    const many = Array.from({ length: MOST.zones }, (_, index) => ({
      zone: zone(`z${index}`),
      box: undefined,
    }));
    const beyond: ZoneBox = {
      zone: zone('beyond'),
      get box(): never {
        throw new Error('looked at');
      },
    };
    assert.equal(nestedZones([...many, beyond]).at(-1)?.id, 'beyond');
    assert.equal(innermostZone({ left: 0, top: 0, width: 1, height: 1 }, [...many, beyond]), undefined);
  });
});
