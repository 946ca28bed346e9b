import type { DocumentSelector, Position, TextDocument } from 'vscode';
import type { DocumentPosition } from '../protocol/languageProtocol';
import { fromPosition } from './convert';
import { resourcePath } from './resourcePath';

/** TMG files by name, so that all features work whatever language a user gives them. */
export const TMG_FILES: DocumentSelector = [
  { pattern: '**/*.tmg.yaml' },
  { pattern: '**/*.tmg.yml' },
  { pattern: '**/*.tmg.csv' },
];

/** A place of a document as the threads name it. */
export function documentPosition(document: TextDocument, position: Position): DocumentPosition {
  return { path: resourcePath(document.uri), position: fromPosition(position) };
}
