import { l10n, type QuickPickItem, window } from 'vscode';
import type { CvssVersion } from '../../cvss/version';
import { strideName, type StrideType } from '../../formats/stride';
import type { ChosenMetric } from '../../language/cvssGuide';
import type { RatableRelation } from '../../language/ratableRelations';
import { pickOne } from '../quickInput';
import type { Services } from '../services';
import { withoutIcons } from '../iconText';

type Way =
  | { readonly kind: 'guide'; readonly version: CvssVersion }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'score' };

/** Lets the user rate a relation for a type: metric by metric, by a named vector, by a score, or as not possible. */
export async function pickRating(
  services: Services,
  root: string,
  relation: RatableRelation,
  type: StrideType,
): Promise<string | undefined> {
  const vectors = await services.threads.languageEndpoint.request('vectors', { root });
  const ways: (QuickPickItem & { readonly value: Way })[] = [
    {
      label: l10n.t('$(list-ordered) CVSS 3.1, metric by metric'),
      value: { kind: 'guide', version: '3.1' },
    },
    {
      label: l10n.t('$(list-ordered) CVSS 4.0, metric by metric'),
      value: { kind: 'guide', version: '4.0' },
    },
    {
      label: l10n.t('$(circle-slash) none: considered, not possible'),
      value: { kind: 'text', text: 'none' },
    },
    { label: l10n.t('$(symbol-number) A score from 0 to 10'), value: { kind: 'score' } },
    ...vectors.map(({ name, text, score }) => ({
      label: `$(tag) ${withoutIcons(name)}`,
      description: score.toFixed(1),
      detail: withoutIcons(text),
      value: { kind: 'text', text: name } as const,
    })),
  ];
  const title = l10n.t('{type} of {component} through {interface}', {
    type: strideName(type),
    component: relation.component,
    interface: relation.interface,
  });
  for (;;) {
    const way = await pickOne(ways, { title, placeholder: l10n.t('How is it rated?') });
    if (way.kind !== 'chosen') {
      return undefined;
    }
    const { value } = way;
    if (value.kind === 'text') {
      return value.text;
    }
    if (value.kind === 'score') {
      return pickScore(title);
    }
    const guided = await guide(services, value.version, title);
    if (guided !== 'back') {
      return guided;
    }
  }
}

function pickScore(title: string): Thenable<string | undefined> {
  return window.showInputBox({
    title,
    prompt: l10n.t('A score from 0 to 10 with at most one decimal'),
    validateInput: (text) =>
      /^(10(\.0)?|\d(\.\d)?)$/.test(text.trim()) ? undefined : l10n.t('Write a number such as 7.1'),
  });
}

/** Asks metric by metric, with the score as it takes shape; "back" before the first one. */
async function guide(
  { threads }: Services,
  version: CvssVersion,
  title: string,
): Promise<string | 'back' | undefined> {
  const chosen: ChosenMetric[] = [];
  for (;;) {
    const next = await threads.languageEndpoint.request('guide', { version, chosen });
    if (next.kind === 'vector') {
      return next.vector;
    }
    const { metric, title: metricTitle, values } = next.step;
    const items = values.map(({ letter, word, meaning, score, lowest, highest }) => ({
      label: word,
      description: `${metric}:${letter}`,
      detail: `${scoreText(score, lowest, highest)} ${meaning}`,
      value: letter,
    }));
    const picked = await pickOne(items, {
      title,
      placeholder: l10n.t('{metric} ({name})', { metric: metricTitle, name: metric }),
      step: [chosen.length + 1, next.count],
      canGoBack: true,
    });
    if (picked.kind === 'cancelled') {
      return undefined;
    }
    if (picked.kind === 'chosen') {
      chosen.push({ name: metric, value: picked.value });
    } else if (chosen.pop() === undefined) {
      return 'back';
    }
  }
}

function scoreText(
  score: number | undefined,
  lowest: number | undefined,
  highest: number | undefined,
): string {
  if (score !== undefined) {
    return l10n.t('Score {score}.', { score: score.toFixed(1) });
  }
  return lowest === undefined || highest === undefined
    ? ''
    : l10n.t('Score {lowest} to {highest}.', { lowest: lowest.toFixed(1), highest: highest.toFixed(1) });
}
