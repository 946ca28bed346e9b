import assert from 'node:assert/strict';
import fc from 'fast-check';
import { explainMetric, explainVector } from '../../../src/cvss/explain';
import { METRICS } from '../../../src/cvss/metrics';
import { type CvssProblem, looksLikeVector, parseVector } from '../../../src/cvss/parseVector';
import { scoreVector } from '../../../src/cvss/score';
import { canonicalVector, metricValue } from '../../../src/cvss/vector';
import { formatMessage } from '../../../src/text/message';
import { applyEdits } from '../../../src/text/textEdit';
import { mutate } from '../../support/mutations';

const GOOD = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';

const problemsOf = (text: string): [string, string][] =>
  parseVector(text).problems.map((problem) => [
    text.slice(problem.range.start, problem.range.end),
    formatMessage(problem.message),
  ]);
const underlined = (text: string): string[] => problemsOf(text).map(([part]) => part);

const anyVector = fc.constantFrom('3.0' as const, '3.1' as const, '4.0' as const).chain((version) => {
  const metrics = METRICS[version];
  const letters = metrics.map(({ values, required }) => {
    const letter = fc.constantFrom(...values.map((value) => value.letter));
    return required ? letter : fc.option(letter, { nil: undefined });
  });
  return fc.tuple(fc.tuple(...letters), fc.infiniteStream(fc.nat())).map(([values, order]) => {
    const parts = metrics.flatMap(({ name }, index) =>
      values[index] === undefined ? [] : [`${name}:${values[index]}`],
    );
    const shuffled = parts.map((part) => ({ part, key: order.next().value })).sort((a, b) => a.key - b.key);
    return [`CVSS:${version}`, ...shuffled.map(({ part }) => part)].join('/');
  });
});

describe('parseVector', () => {
  it('reads every valid vector, in any order, with the range of each metric', () => {
    fc.assert(
      fc.property(anyVector, (text) => {
        const { vector, problems } = parseVector(text);
        assert.deepEqual(problems, []);
        assert.ok(vector);
        assert.equal(vector.text, text);
        for (const { name, value, range, valueRange } of vector.metrics) {
          assert.equal(text.slice(range.start, range.end), `${name}:${value}`);
          assert.equal(text.slice(valueRange.start, valueRange.end), value);
        }
        assert.equal(text.split('/').length, vector.metrics.length + 1);
        const again = parseVector(canonicalVector(vector)).vector;
        assert.ok(again);
        assert.equal(canonicalVector(again), canonicalVector(vector));
      }),
      { numRuns: 1000 },
    );
  });

  it('points at the wrong value, with the letters that are right', () => {
    assert.deepEqual(underlined(GOOD.replace('AC:L', 'AC:M')), ['M']);
    assert.deepEqual(parseVector(GOOD.replace('AC:L', 'AC:h')).problems[0]?.expected, ['H', 'L']);
    assert.deepEqual(underlined(GOOD.replace('AC:L', 'AC:')), ['AC:']);
    assert.deepEqual(parseVector(GOOD.replace('AC:L', 'AC')).problems[0]?.expected, ['AC:L', 'AC:H']);
  });

  it('reports every wrong metric once', () => {
    assert.deepEqual(underlined('CVSS:3.1/AV:Z/AC:L/PR:N/UI:N/S:U/C:Q/I:H/A:H/XX:1'), ['Z', 'Q', 'XX']);
    assert.deepEqual(underlined(`${GOOD}/AV:P`), ['AV:P']);
    assert.deepEqual(underlined(GOOD.replace('/AV:N', '/av:N')), ['av', 'H']);
  });

  it('puts the prefix before a vector that lacks it', () => {
    const { problems } = parseVector('AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H');
    assert.deepEqual(problems[0]?.range, { start: 0, end: 4 });
    assert.deepEqual(problems[0]?.expected, ['CVSS:3.1/AV:N']);
    const four = parseVector('AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N');
    assert.deepEqual(four.problems[0]?.expected, ['CVSS:4.0/AV:N']);
  });

  it('lists the base metrics that are missing', () => {
    assert.deepEqual(problemsOf('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H'), [
      ['H', 'The metrics I, A are missing; add them, each with one of its values, such as I:N.'],
    ]);
    assert.deepEqual(problemsOf('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H'), [
      ['H', 'The metric A, Availability, is missing; add one of N (None), L (Low), H (High).'],
    ]);
    assert.deepEqual(parseVector('CVSS:3.1/AV:N').problems[0]?.expected, [], 'no guess of so many values');
  });

  it('takes no junk around or between metrics', () => {
    assert.deepEqual(underlined(`${GOOD}/`), ['/']);
    assert.deepEqual(underlined(GOOD.replace('/AC', '//AC')), ['/']);
    assert.equal(problemsOf(` ${GOOD}`).length, 1);
    assert.equal(problemsOf(`${GOOD} `).length, 1);
    assert.equal(problemsOf(`(${GOOD})`).length, 1);
    assert.deepEqual(underlined(''), ['']);
  });

  it('knows no other version, and refuses 2.0 with advice', () => {
    assert.deepEqual(problemsOf('CVSS:3.2/AV:N'), [
      ['3.2', '"3.2" is no CVSS version that is scored; use 3.1, 4.0 or 3.0.'],
    ]);
    for (const old of ['AV:N/AC:L/Au:N/C:C/I:C/A:C', '(AV:L/AC:H/Au:M/C:N/I:N/A:P)', 'CVSS:2.0/AV:N']) {
      assert.match(problemsOf(old)[0]?.[1] ?? '', /rate again with CVSS:3.1/);
    }
    assert.deepEqual(parseVector('cvss:3.1/AV:N').problems[0]?.expected, ['CVSS:']);
  });

  it('accepts the text that a problem says to expect', () => {
    const broken = [
      GOOD.replace('AC:L', 'AC:l'),
      GOOD.replace('UI:N', 'ui:N'),
      `${GOOD}/`,
      GOOD.slice(0, -4),
      GOOD.replace('CVSS', 'cvss'),
    ];
    for (const text of broken) {
      const fix = (value: string): string => {
        const problem = parseVector(value).problems[0] as CvssProblem | undefined;
        return problem
          ? fix(applyEdits(value, [{ range: problem.range, newText: problem.expected[0] ?? '' }]))
          : value;
      };
      assert.deepEqual(parseVector(fix(text)).problems, []);
    }
  });

  it('never throws nor leaves the text, on 10,000 mutations', () => {
    for (let seed = 0; seed < 10_000; seed++) {
      const text = mutate(
        seed % 2 === 0 ? GOOD : 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:U',
        seed,
      );
      const { vector, problems } = parseVector(text);
      assert.equal(vector === undefined, problems.length > 0, text);
      for (const { range } of problems) {
        assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length, text);
      }
    }
  });
});

describe('looksLikeVector', () => {
  it('tells vectors from names', () => {
    assert.ok(
      [GOOD, 'cvss:4.0/x', ' CVSS:', 'AV:N/AC:L/Au:N/C:C/I:C/A:C', 'AV:P/AC:H/PR:N'].every(looksLikeVector),
    );
    assert.ok(!['usb-root', 'AV:N', 'my CVSS: vector', '7.1', ''].some(looksLikeVector));
  });
});

describe('explain', () => {
  it('says what a vector says in one sentence', () => {
    const { vector } = parseVector(`${GOOD}/E:P/MAV:X`);
    assert.ok(vector);
    const sentence = explainVector(vector);
    assert.match(
      sentence,
      /^Base score 9\.8 \(Critical\): Attack Vector Network \(from any distance over a network\), /,
    );
    assert.match(sentence, /Exploit Code Maturity Proof-of-Concept \(a demonstration exists\)\.$/);
    assert.equal(metricValue(vector, 'E'), 'P');
    assert.equal(metricValue(vector, 'RL'), undefined);
  });

  it('knows each value of each metric', () => {
    for (const version of ['3.0', '3.1', '4.0'] as const) {
      for (const { name, values } of METRICS[version]) {
        for (const { letter } of values) {
          assert.ok(explainMetric(version, name, letter)?.meaning);
        }
      }
    }
    assert.equal(explainMetric('3.1', 'AV', 'Q'), undefined);
  });

  describe('where 4.0 has another order than its specification', () => {
    const BASE = 'AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N';
    const ORDERED = `CVSS:4.0/${BASE}/E:P/CR:M/MAV:X/S:P/U:Red`;

    it('says so, and scores it all the same', () => {
      const { vector, problems, disorder } = parseVector(`CVSS:4.0/E:P/${BASE}`);
      assert.deepEqual(problems, []);
      assert.equal(vector && scoreVector(vector, 'overall'), 8.9);
      assert.equal(
        disorder && formatMessage(disorder.message),
        'CVSS 4.0 prescribes an order of metrics, and other programs may refuse this one: AV must stand before E.',
      );
    });

    it('gives the right order for any wrong one', () => {
      const [head = '', ...metrics] = ORDERED.split('/');
      fc.assert(
        fc.property(fc.shuffledSubarray(metrics, { minLength: metrics.length }), (shuffled) => {
          const text = [head, ...shuffled].join('/');
          const { disorder } = parseVector(text);
          const mended = disorder
            ? text.slice(0, disorder.range.start) + disorder.expected[0] + text.slice(disorder.range.end)
            : text;
          assert.equal(mended, ORDERED);
        }),
      );
    });

    it('has nothing to say of the right order, nor of 3.x', () => {
      assert.equal(parseVector(ORDERED).disorder, undefined);
      for (const version of ['3.0', '3.1']) {
        const { vector, disorder } = parseVector(`CVSS:${version}/A:H/AV:P/AC:H/PR:H/UI:R/I:H/S:C/C:H`);
        assert.ok(vector);
        assert.equal(disorder, undefined);
      }
    });
  });
});
