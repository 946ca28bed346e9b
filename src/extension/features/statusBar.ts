import { type Disposable, l10n, StatusBarAlignment, window } from 'vscode';
import { count, plural, shortProbability } from '../../text/numbers';
import type { CommandId } from '../commands';
import { resourcePath } from '../resourcePath';
import type { Services } from '../services';

/** One status bar item: chains, worst rating and state of the computation of the model at hand. */
export function statusBar({ models, computations }: Services): Disposable[] {
  const item = window.createStatusBarItem('tmg.chains', StatusBarAlignment.Left, 10);
  item.name = l10n.t('TMG: Attack Chains');
  const update = (): void => {
    const document = window.activeTextEditor?.document;
    const model =
      (document && models.ofPath(resourcePath(document.uri))) ??
      models.byRoot(computations.latestRoot ?? '') ??
      models.all[0];
    if (!model) {
      item.hide();
      return;
    }
    const { phase, result } = computations.state(model.root);
    item.text = statusText(phase, result);
    item.tooltip = l10n.t('{model}: {components} components, {assets} assets', {
      model: model.name,
      components: count(model.components),
      assets: count(model.assets),
    });
    const command: CommandId = 'tmg.computeChains';
    item.command = { command, title: l10n.t('Compute Attack Chains'), arguments: [model.root] };
    item.accessibilityInformation = { label: item.text.replace(/\$\([\w~-]*\)\s*/g, ''), role: 'button' };
    item.show();
  };
  update();
  return [
    item,
    models.onDidChange(update),
    computations.onDidChange(update),
    window.onDidChangeActiveTextEditor(update),
  ];
}

function statusText(
  phase: ReturnType<Services['computations']['state']>['phase'],
  result: ReturnType<Services['computations']['state']>['result'],
): string {
  if (phase === 'computing') {
    return l10n.t('$(sync~spin) Computing attack chains');
  }
  if (!result) {
    return l10n.t('$(type-hierarchy) Compute attack chains');
  }
  const chains = plural(result.total, 'chain');
  const total = !result.totalIsLowerBound
    ? chains
    : result.total > 0
      ? l10n.t('at least {chains}', { chains })
      : l10n.t('no chain found so far');
  const worst = result.worst
    ? l10n.t(', worst {probability} {rating}', {
        probability: shortProbability(result.worst.probability),
        rating: result.worst.rating,
      })
    : '';
  const note = [
    phase === 'outdated' ? l10n.t(' (outdated)') : '',
    result.complete ? '' : l10n.t(' (incomplete)'),
  ].join('');
  return `$(type-hierarchy) ${total}${worst}${note}`;
}
