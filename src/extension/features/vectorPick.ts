import { l10n } from 'vscode';
import { pickOne } from '../quickInput';
import type { Services } from '../services';

/** Lets the user change a vector metric by metric, with the score each change leads to; undefined after a cancel. */
export async function changeVector({ threads }: Services, before: string): Promise<string | undefined> {
  let text = before;
  for (;;) {
    const choices = await threads.languageEndpoint.request('vectorChoices', { text });
    if (!choices) {
      throw new Error(l10n.t('This is no valid CVSS vector; mend it first, by its quick fixes.'));
    }
    const { score, severity, metrics } = choices;
    const title = l10n.t('{score} {severity}: {text}', { score: score.toFixed(1), severity, text });
    const done = { label: l10n.t('$(check) Write this vector'), description: title, value: undefined };
    const items = metrics.map((metric) => ({
      label: metric.title,
      description: metric.word,
      value: metric,
    }));
    const metric = await pickOne([...(text === before ? [] : [done]), ...items], {
      title,
      placeholder: l10n.t('Which metric?'),
    });
    if (metric.kind !== 'chosen') {
      return undefined;
    }
    if (!metric.value) {
      return text;
    }
    const values = metric.value.values.map(({ word, letter, meaning, vector, score: other, isCurrent }) => ({
      label: isCurrent ? `$(check) ${word}` : word,
      description: letter,
      detail: l10n.t('Score {score}. {meaning}', { score: other.toFixed(1), meaning }),
      value: vector,
    }));
    const picked = await pickOne(values, {
      title: metric.value.title,
      placeholder: l10n.t('Which value?'),
      canGoBack: true,
    });
    if (picked.kind === 'cancelled') {
      return undefined;
    }
    text = picked.kind === 'chosen' ? picked.value : text;
  }
}
