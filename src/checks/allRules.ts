import type { DiagnosticCode } from '../formats/diagnosticCodes';
import { type Rule, readerRule } from './rule';
import { deadFilter } from './rules/dead-filter';
import { deadRatingRule } from './rules/dead-rating-rule';
import { disconnectedGraph } from './rules/disconnected-graph';
import { isolatedComponent } from './rules/isolated-component';
import { lookAlikeName } from './rules/look-alike-name';
import { missingRating } from './rules/missing-rating';
import { noEntryPoint } from './rules/no-entry-point';
import { orphanInterface } from './rules/orphan-interface';
import { ratingOnVirtual } from './rules/rating-on-virtual';
import { ruleRatesBothSides } from './rules/rule-rates-both-sides';
import { sharedEntry } from './rules/shared-entry';
import { unreachableAsset } from './rules/unreachable-asset';
import { virtualHoldsAsset } from './rules/virtual-holds-asset';
import { virtualJoinsNothing } from './rules/virtual-joins-nothing';
import { virtualLookingName } from './rules/virtual-looking-name';
import { zeroScore } from './rules/zero-score';

const READER_CODES = [
  'yaml-syntax',
  'yaml-alias',
  'csv-syntax',
  'not-text',
  'file-too-large',
  'unknown-key',
  'duplicate-key',
  'wrong-type',
  'missing-column',
  'invalid-cvss',
  'invalid-score',
  'unknown-column',
  'encoding-guessed',
] as const;

/** TEMPORARY */
export const RULES: Readonly<Record<string, Rule>> = {
  ...Object.fromEntries(READER_CODES.map((code: DiagnosticCode) => [code, readerRule(code)])),
  deadFilter,
  deadRatingRule,
  disconnectedGraph,
  isolatedComponent,
  lookAlikeName,
  missingRating,
  noEntryPoint,
  orphanInterface,
  ratingOnVirtual,
  ruleRatesBothSides,
  sharedEntry,
  unreachableAsset,
  virtualHoldsAsset,
  virtualJoinsNothing,
  virtualLookingName,
  zeroScore,
};
