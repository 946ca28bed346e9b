import assert from 'node:assert/strict';
import type { ViewState } from '../../../../src/protocol/viewProtocol';
import { NO_FILTERS } from '../../../../webview/chains/filters';
import { FIRST_STATE } from '../../../../webview/chains/pageState';
import { Question } from '../../../../webview/chains/question';

type Source = Pick<ViewState, 'root' | 'revision' | 'narrowing' | 'totals'>;

const VIEW: Source = {
  root: '/model',
  revision: 1,
  narrowing: [],
  totals: {
    total: 1,
    totalIsLowerBound: false,
    kept: 1,
    complete: true,
    maxLength: 13,
    byType: [],
    worst: undefined,
  },
};

describe('what the chain table asks for', () => {
  it('is asked for once', () => {
    const question = new Question();
    assert.equal(question.ask(VIEW, FIRST_STATE)?.wish?.root, '/model');
    assert.equal(question.ask({ ...VIEW }, { ...FIRST_STATE, left: 7 }), undefined);
  });

  it('is asked for again when the chains have changed, which leaves the user where they are', () => {
    const question = new Question();
    question.ask(VIEW, FIRST_STATE);
    const again = question.ask({ ...VIEW, revision: 2 }, FIRST_STATE);
    assert.deepEqual([again?.wish?.revision, again?.isSame], [2, true]);
  });

  it('is another one with other filters, another narrowing, order, grouping or model', () => {
    const question = new Question();
    question.ask(VIEW, FIRST_STATE);
    const asked = [
      question.ask(VIEW, { ...FIRST_STATE, filters: { ...NO_FILTERS, text: 'x' } }),
      question.ask({ ...VIEW, narrowing: [{ kind: 'component', name: 'C' }] }, FIRST_STATE),
      question.ask(VIEW, { ...FIRST_STATE, sort: { column: 'Risk', descending: true } }),
      question.ask(VIEW, { ...FIRST_STATE, grouping: 'asset' }),
      question.ask({ ...VIEW, root: '/other' }, FIRST_STATE),
    ];
    assert.deepEqual(
      asked.map((each) => each?.isSame),
      [false, false, false, false, false],
    );
    assert.deepEqual(asked[1]?.wish?.query.through, [{ kind: 'component', name: 'C' }]);
    assert.equal(asked[3]?.wish?.grouping, 'asset');
  });

  it('is nothing without a model or without chains', () => {
    const question = new Question();
    assert.deepEqual(question.ask({ ...VIEW, totals: undefined }, FIRST_STATE), {
      wish: undefined,
      isSame: true,
    });
    assert.equal(question.ask({ ...VIEW, root: undefined }, FIRST_STATE), undefined);
    assert.equal(question.ask(VIEW, FIRST_STATE)?.wish?.root, '/model');
  });
});
