import type { Disposable } from 'vscode';
import type { Services } from '../services';
import { annotations } from './annotations';
import { codeActions } from './codeActions';
import { completion } from './completion';
import { navigation } from './navigation';
import { outline } from './outline';

/** Everything that VS Code asks about the texts of TMG files. */
export function languageFeatures(services: Services): Disposable[] {
  return [
    ...completion(services),
    ...codeActions(services),
    ...navigation(services),
    ...outline(services),
    ...annotations(services),
  ];
}
