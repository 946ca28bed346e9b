import type { ChainSet } from '../chains/chainSet';
import type { DiagnosticCode } from '../formats/diagnosticCodes';
import type { Finding, Fix } from '../formats/finding';
import type { Model } from '../model/model';
import type { Origins } from '../model/origins';

/** What a rule looks at while typing. */
export interface CheckContext {
  readonly model: Model;
  readonly origins: Origins;
  /** The other models of the workspace that have no model file; none where a model is looked at alone. */
  readonly neighbours?: readonly Neighbour[];
}

/** A model in another folder. */
export interface Neighbour {
  /** Relative to the folder of the model that is looked at, e.g. `../topology`. */
  readonly folder: string;
  readonly model: Model;
  readonly origins: Origins;
}

/** What the rules look at that need a computation of chains. */
export interface ComputedContext extends CheckContext {
  readonly chains: ChainSet;
}

/** One diagnostic: what it finds, and how a finding can be mended. */
export interface Rule<Context extends CheckContext = CheckContext> {
  readonly code: DiagnosticCode;
  /** All findings in a model, in any order. */
  readonly check: (context: Context) => readonly Finding[];
  /** Fixes of one of its findings, best first; after any of them the finding is gone. */
  readonly fixes?: (finding: Finding, context: CheckContext) => readonly Fix[];
}

/** A rule for what the readers have already found in single files. */
export function readerRule(code: DiagnosticCode, fixes?: Rule['fixes']): Rule {
  const check: Rule['check'] = ({ origins }) =>
    origins.files.flatMap((file) => file.findings.filter((finding) => finding.code === code));
  return fixes ? { code, check, fixes } : { code, check };
}
