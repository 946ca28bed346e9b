import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  l10n,
  Location,
  Position,
  Range,
  Uri,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import type { ProblemItem } from '../protocol/languageProtocol';
import type { FilePlace, PathEdits, PositionRange } from '../protocol/places';
import { type Message, shownArguments } from '../text/message';
import type { Position as TextPosition } from '../text/range';
import { fingerprint } from '../text/fingerprint';
import { openDocument } from './openDocument';
import { resourceUri } from './resourcePath';

/** Name under which the extension reports problems. */
export const SOURCE = 'tmg';

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
} as const satisfies Record<ProblemItem['severity'], DiagnosticSeverity>;

/** A sentence in the user's language. */
export function sentence({ template, args }: Message): string {
  return l10n.t(template, shownArguments(args));
}

export function toPosition({ line, column }: TextPosition): Position {
  return new Position(line - 1, column - 1);
}

export function fromPosition({ line, character }: Position): TextPosition {
  return { line: line + 1, column: character + 1 };
}

export function toRange({ start, end }: PositionRange): Range {
  return new Range(toPosition(start), toPosition(end));
}

export function fromRange({ start, end }: Range): PositionRange {
  return { start: fromPosition(start), end: fromPosition(end) };
}

export function toLocation({ path, range }: FilePlace): Location {
  return new Location(resourceUri(path), toRange(range));
}

/** @param rulePages folder with a page per code */
export function toDiagnostic(problem: ProblemItem, rulePages: Uri): Diagnostic {
  const { range, code, severity, message, related } = problem;
  const diagnostic = new Diagnostic(toRange(range), sentence(message), SEVERITIES[severity]);
  diagnostic.source = SOURCE;
  diagnostic.code = { value: code, target: Uri.joinPath(rulePages, `${code}.md`) };
  diagnostic.relatedInformation = related.map(
    (other) => new DiagnosticRelatedInformation(toLocation(other), sentence(other.message)),
  );
  return diagnostic;
}

/**
 * Edits of several files as one edit that is undone in one step. @throws Error where the text of an open one is no longer
 * what its edits were made from
 */
export function toWorkspaceEdit(changes: readonly PathEdits[]): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const { path, isNew, basis, edits } of changes) {
    const uri = resourceUri(path);
    const document = openDocument(uri);
    if (document && basis !== undefined && edits.length > 0 && fingerprint(document.getText()) !== basis) {
      throw changedMeanwhile(uri);
    }
    if (isNew) {
      edit.createFile(uri, { ignoreIfExists: true });
    }
    for (const { range, newText } of edits) {
      edit.replace(uri, toRange(range), newText);
    }
  }
  return edit;
}

/** Why an edit is not done: what it was made from is no longer there. */
export function changedMeanwhile(uri: Uri): Error {
  const file = workspace.asRelativePath(uri);
  return new Error(l10n.t('{file} has changed meanwhile, so nothing was written; try again.', { file }));
}
