import { Option } from 'commander';
import { SENTENCES, type Sentences } from '../threats/description';

/** What `--sentences` sets. */
export interface SentencesOptions {
  readonly sentences: Sentences;
}

/** `--sentences`, for commands that describe chains in sentences. */
export function sentencesOption(): Option {
  return new Option('--sentences <wording>', 'describe chains in plain English, or as the method has it')
    .choices(SENTENCES)
    .default('plain' satisfies Sentences);
}
