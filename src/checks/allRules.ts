import type { DiagnosticCode } from '../formats/diagnosticCodes';
import { aliasFix } from './aliasFix';
import type { ComputedCode } from './computedRules';
import { duplicateFix } from './duplicateFix';
import { indentFix } from './indentFix';
import { nearestWordFix, vectorFix } from './readerFixes';
import { type Rule, readerRule } from './rule';
import { conflictingAssetRating } from './rules/conflicting-asset-rating';
import { conflictingEntry } from './rules/conflicting-entry';
import { conflictingFacility } from './rules/conflicting-facility';
import { conflictingRating } from './rules/conflicting-rating';
import { conflictingText } from './rules/conflicting-text';
import { conflictingVector } from './rules/conflicting-vector';
import { deadFilter } from './rules/dead-filter';
import { deadRatingRule } from './rules/dead-rating-rule';
import { disconnectedGraph } from './rules/disconnected-graph';
import { duplicateAsset } from './rules/duplicate-asset';
import { isolatedComponent } from './rules/isolated-component';
import { lookAlikeName } from './rules/look-alike-name';
import { misplacedKey } from './rules/misplaced-key';
import { missingRating } from './rules/missing-rating';
import { noEntryPoint } from './rules/no-entry-point';
import { noModelFile } from './rules/no-model-file';
import { noStepRule } from './rules/no-step-rule';
import { orphanInterface } from './rules/orphan-interface';
import { ratingOnVirtual } from './rules/rating-on-virtual';
import { ruleRatesBothSides } from './rules/rule-rates-both-sides';
import { sharedEntry } from './rules/shared-entry';
import { unknownAttacker } from './rules/unknown-attacker';
import { unknownComponent } from './rules/unknown-component';
import { unknownFacility } from './rules/unknown-facility';
import { unknownInterface } from './rules/unknown-interface';
import { unknownLabel } from './rules/unknown-label';
import { unknownPeriod } from './rules/unknown-period';
import { unknownRelation } from './rules/unknown-relation';
import { unknownVector } from './rules/unknown-vector';
import { unreachableAsset } from './rules/unreachable-asset';
import { virtualHoldsAsset } from './rules/virtual-holds-asset';
import { virtualJoinsNothing } from './rules/virtual-joins-nothing';
import { virtualLookingName } from './rules/virtual-looking-name';
import { weightWithoutRating } from './rules/weight-without-rating';
import { zeroScore } from './rules/zero-score';

/** One rule for every code that shows while typing. */
export const RULES: Readonly<Record<Exclude<DiagnosticCode, ComputedCode>, Rule>> = {
  'yaml-syntax': readerRule('yaml-syntax'),
  'yaml-alias': readerRule('yaml-alias', aliasFix),
  'csv-syntax': readerRule('csv-syntax'),
  'not-text': readerRule('not-text'),
  'file-too-large': readerRule('file-too-large'),
  'unknown-key': readerRule('unknown-key', (finding, context) => [
    ...nearestWordFix(finding, context),
    ...indentFix(finding, context),
  ]),
  'duplicate-key': readerRule('duplicate-key', duplicateFix),
  'misplaced-key': misplacedKey,
  'wrong-type': readerRule('wrong-type', nearestWordFix),
  'missing-column': readerRule('missing-column', nearestWordFix),
  'conflicting-facility': conflictingFacility,
  'duplicate-asset': duplicateAsset,
  'unknown-component': unknownComponent,
  'unknown-interface': unknownInterface,
  'unknown-facility': unknownFacility,
  'unknown-attacker': unknownAttacker,
  'unknown-period': unknownPeriod,
  'unknown-vector': unknownVector,
  'unknown-relation': unknownRelation,
  'invalid-cvss': readerRule('invalid-cvss', vectorFix),
  'invalid-score': readerRule('invalid-score', nearestWordFix),
  'conflicting-rating': conflictingRating,
  'conflicting-asset-rating': conflictingAssetRating,
  'conflicting-vector': conflictingVector,
  'disconnected-graph': disconnectedGraph,
  'isolated-component': isolatedComponent,
  'orphan-interface': orphanInterface,
  'virtual-joins-nothing': virtualJoinsNothing,
  'virtual-holds-asset': virtualHoldsAsset,
  'unreachable-asset': unreachableAsset,
  'rating-on-virtual': ratingOnVirtual,
  'dead-filter': deadFilter,
  'dead-rating-rule': deadRatingRule,
  'conflicting-text': conflictingText,
  'conflicting-entry': conflictingEntry,
  'unknown-label': unknownLabel,
  'no-model-file': noModelFile,
  'weight-without-rating': weightWithoutRating,
  'missing-rating': missingRating,
  'no-entry-point': noEntryPoint,
  'shared-entry': sharedEntry,
  'virtual-looking-name': virtualLookingName,
  'look-alike-name': lookAlikeName,
  'zero-score': zeroScore,
  'rule-rates-both-sides': ruleRatesBothSides,
  'no-step-rule': noStepRule,
  'unknown-column': readerRule('unknown-column', nearestWordFix),
  'encoding-guessed': readerRule('encoding-guessed'),
};
