/** Every diagnostic code with its level where a model's `settings.severity` does not change it. */
export const DIAGNOSTICS = {
  'yaml-syntax': 'error',
  'yaml-alias': 'error',
  'csv-syntax': 'error',
  'not-text': 'error',
  'file-too-large': 'error',
  'unknown-key': 'error',
  'duplicate-key': 'error',
  'misplaced-key': 'error',
  'wrong-type': 'error',
  'missing-column': 'error',
  'conflicting-facility': 'error',
  'duplicate-asset': 'error',
  'unknown-component': 'error',
  'unknown-interface': 'error',
  'unknown-facility': 'error',
  'unknown-attacker': 'error',
  'unknown-period': 'error',
  'unknown-vector': 'error',
  'unknown-relation': 'error',
  'invalid-cvss': 'error',
  'invalid-score': 'error',
  'conflicting-rating': 'error',
  'conflicting-asset-rating': 'error',
  'conflicting-vector': 'error',
  'disconnected-graph': 'warning',
  'isolated-component': 'warning',
  'orphan-interface': 'warning',
  'virtual-joins-nothing': 'warning',
  'virtual-holds-asset': 'warning',
  'unreachable-asset': 'warning',
  'rating-on-virtual': 'warning',
  'dead-filter': 'warning',
  'dead-rating-rule': 'warning',
  'too-many-chains': 'warning',
  'conflicting-text': 'warning',
  'conflicting-entry': 'warning',
  'unknown-label': 'warning',
  'no-model-file': 'warning',
  'weight-without-rating': 'warning',
  'missing-rating': 'information',
  'no-entry-point': 'information',
  'shared-entry': 'information',
  'virtual-looking-name': 'information',
  'look-alike-name': 'information',
  'idle-filter': 'information',
  'zero-score': 'information',
  'rule-rates-both-sides': 'information',
  'no-step-rule': 'information',
  'unknown-column': 'information',
  'encoding-guessed': 'information',
} as const;

/** A stable diagnostic code. */
export type DiagnosticCode = keyof typeof DIAGNOSTICS;

/** All codes, errors first. */
export const DIAGNOSTIC_CODES = Object.keys(DIAGNOSTICS) as readonly DiagnosticCode[];

/** Whether a text is a diagnostic code. */
export function isDiagnosticCode(text: string): text is DiagnosticCode {
  return Object.hasOwn(DIAGNOSTICS, text);
}
