import assert from 'node:assert/strict';
import { BacktrackingRegex, type HostileLine, hostileLines, MOST_STEPS } from '../support/backtracking';
import { productRegexes } from '../support/productRegexes';

const SHORT = 40;
const LONG = 4 * SHORT;
/** Linear work grows fourfold with the line, quadratic work sixteenfold. */
const MOST_GROWTH = 8;

const REGEXES = productRegexes(['src', 'webview']);

function lineOf({ prefix, pump, tail }: HostileLine, times: number): string {
  return prefix + pump.repeat(times) + tail;
}

/** The line at which an expression works more than linearly; undefined where there is none. */
function stumblingLine(source: string, flags: string): string | undefined {
  const regex = new BacktrackingRegex(source, flags);
  const line = hostileLines(regex.pattern, flags).find((candidate) => {
    const short = regex.search(lineOf(candidate, SHORT)).steps;
    const long = regex.search(lineOf(candidate, LONG)).steps;
    return long >= MOST_STEPS || long > MOST_GROWTH * (short + LONG);
  });
  return line && JSON.stringify(line);
}

describe('the regular expressions of the product', () => {
  it('are all found', () => {
    assert.ok(REGEXES.length > 150, `only ${REGEXES.length}`);
    assert.ok(REGEXES.some(({ source }) => source.includes('tmg-ignore')));
    assert.ok(
      REGEXES.some(({ source }) => source.includes('word')),
      'those that are put together, too',
    );
    assert.ok(REGEXES.some(({ place }) => place.startsWith('webview/')));
  });

  it('take no more steps than the length of a line asks for, whatever stands in it', () => {
    const seen = new Map(REGEXES.map((regex) => [`/${regex.source}/${regex.flags}`, regex]));
    const slow = [...seen.values()].flatMap(({ place, source, flags }) => {
      const line = stumblingLine(source, flags);
      return line === undefined ? [] : [`${place}: /${source}/${flags} at ${line}`];
    });
    assert.deepEqual(slow, []);
  });

  it('would be caught if they took more', () => {
    for (const [source, flags] of [
      ['(a+)+$', ''],
      ['\\s+$', 'g'],
      ['^[ \\t]*#[ \\t]*x\\b[ \\t]*([\\w-]*)[ \\t]*(:?)[ \\t]*(.*?)[ \\t]*$', ''],
      ['^[+-]?(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d+)?$', 'i'],
      ['^[A-Za-z][^\\r\\n]*:[ \\t]*(?:#[^\\r\\n]*)?(?:\\r?\\n[ \\t]*)*\\r?\\n( +)[^ \\r\\n#-]', 'm'],
      ['"[^"]*"[ \\t]*(.*)$', ''],
      ['(?<=,\\s*)x', ''],
    ] as const) {
      assert.notEqual(stumblingLine(source, flags), undefined, source);
    }
  });

  it('are followed step by step as the engine follows them', () => {
    for (const { place, source, flags } of REGEXES) {
      const regex = new BacktrackingRegex(source, flags);
      const real = new RegExp(source, flags.includes('g') ? flags : `${flags}g`);
      for (const line of hostileLines(regex.pattern, flags).filter((_, index) => index % 7 === 0)) {
        const text = lineOf(line, 3);
        assert.deepEqual(
          regex.search(text).matches,
          [...text.matchAll(real)].map((match) => `${match.index}-${match.index + match[0].length}`),
          `${place}: ${JSON.stringify(text)}`,
        );
      }
    }
  });
});
