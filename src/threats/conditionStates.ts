import { metricValue } from '../cvss/vector';
import type { CvssVector } from '../cvss/vector';
import { type AttackConditions, attackConditions } from './attackConditions';

/** What chains need together, up to one of their steps. */
export interface ConditionState {
  readonly conditions: AttackConditions;
  /** Vectors that lead here: as good as any others. */
  readonly vectors: readonly CvssVector[];
  /** What it is with one more vector, as far as somebody asked. */
  readonly next: Map<string, ConditionState>;
}

/**
 * Attack conditions put together step by step. There are few of them, as they only know which values occur, so that each
 * is made once and steps only lead from one to the next.
 */
export class ConditionStates {
  /** No vector yet. */
  readonly none: ConditionState = { conditions: attackConditions([]), vectors: [], next: new Map() };
  private readonly known = new Map<string, ConditionState>();

  /** The state after one more vector. */
  after(state: ConditionState, vector: CvssVector, kind: string): ConditionState {
    let next = state.next.get(kind);
    if (!next) {
      next = this.state([...state.vectors, vector]);
      state.next.set(kind, next);
    }
    return next;
  }

  private state(vectors: readonly CvssVector[]): ConditionState {
    const conditions = attackConditions(vectors);
    const key = Object.values(conditions).join('/');
    let state = this.known.get(key);
    if (!state) {
      state = { conditions, vectors, next: new Map() };
      this.known.set(key, state);
    }
    return state;
  }
}

/** What conditions depend on: vectors of a kind lead to the same state. */
export function conditionKind(vector: CvssVector): string {
  return ['AV', 'AC', 'PR', 'UI'].map((metric) => metricValue(vector, metric) ?? '').join('/');
}
