import { workspace } from 'vscode';
import { SENTENCES, type Sentences } from '../threats/description';

/** How chains are described, by the settings of the user; plain where they say something else. */
export function sentencesSetting(): Sentences {
  const setting = workspace.getConfiguration('tmg').get<string>('sentences');
  return SENTENCES.find((wording) => wording === setting) ?? 'plain';
}
