import { scoreVector } from '../cvss/score';
import type { ScoreKind } from '../cvss/scoreKind';
import type { CvssVector } from '../cvss/vector';

/** Scores of vectors by their text, so that a model that changes a little is not scored again as a whole. */
export class ScoreCache {
  private readonly scores: Readonly<Record<ScoreKind, Map<string, number>>> = {
    base: new Map(),
    overall: new Map(),
  };

  /** Score of a vector, 0 to 10. */
  score(vector: CvssVector, kind: ScoreKind): number {
    const scores = this.scores[kind];
    let score = scores.get(vector.text);
    if (score === undefined) {
      score = scoreVector(vector, kind);
      scores.set(vector.text, score);
    }
    return score;
  }
}
