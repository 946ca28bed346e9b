import { METRICS } from '../../cvss/metrics';
import { scoreVector } from '../../cvss/score';
import { guidedVector, guideStep } from '../../language/cvssGuide';
import { recordsOf, vectorAt } from '../../language/nameAt';
import { nameVector } from '../../language/nameVector';
import { ratableRelations } from '../../language/ratableRelations';
import { editCell, rateRelation } from '../../language/ratingEdits';
import { vectorChoices } from '../../language/vectorChoices';
import type { DocumentPosition, RatingRequests } from '../../protocol/languageProtocol';
import type { RequestHandlers } from '../../protocol/endpoint';
import { type ModelAccess, type PositionContext, positionContext } from './access';

/** Answers about ratings, and the edits that change them. */
export function ratingRequests(access: ModelAccess): RequestHandlers<RatingRequests> {
  return {
    relations: ({ root }) => {
      const snapshot = access.snapshot(root);
      return snapshot ? ratableRelations(snapshot) : [];
    },
    guide: ({ version, chosen }) => {
      const step = guideStep(version, chosen);
      const count = METRICS[version].filter(({ required }) => required).length;
      return step ? { kind: 'step', step, count } : { kind: 'vector', vector: guidedVector(version, chosen) };
    },
    vectorChoices: ({ text }) => vectorChoices(text),
    vectorAt: (params) => {
      const at = positionContext(access, params);
      const records = at && recordsOf(at.snapshot, at.file);
      const vector = records && vectorAt(records, at.offset);
      return (
        vector && {
          root: at.snapshot.root,
          text: vector.text,
          range: at.places.range(at.file, vector.range),
          name: vector.name,
        }
      );
    },
    rate: ({ root, component, interface: name, type, text }) => {
      const snapshot = access.snapshot(root);
      const places = snapshot && access.placesOf(snapshot);
      return snapshot && places
        ? rateRelation(snapshot, component, name, type, text).map((change) => places.edits(change))
        : [];
    },
    editCell: (params) => {
      const at = vectorContext(access, params);
      return at
        ? editCell(at.snapshot, at.file, at.offset, params.text).map((change) => at.places.edits(change))
        : [];
    },
    nameVector: (params) => {
      const at = vectorContext(access, params);
      return at
        ? nameVector(at.snapshot, at.file, at.offset, params.name).map((change) => at.places.edits(change))
        : [];
    },
    vectors: ({ root }) => {
      const vectors = access.snapshot(root)?.origins.vectors ?? new Map();
      return [...vectors].flatMap(([name, [first]]) => {
        const vector = first?.record.vector;
        return vector ? [{ name, text: vector.text, score: scoreVector(vector, 'base') }] : [];
      });
    },
  };
}

/** A position at which a vector still stands; undefined where another text does. */
function vectorContext(
  access: ModelAccess,
  params: DocumentPosition & { readonly before: string },
): PositionContext | undefined {
  const at = positionContext(access, params);
  const records = at && recordsOf(at.snapshot, at.file);
  return records && vectorAt(records, at.offset)?.text === params.before ? at : undefined;
}
