import { type Disposable, l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { FilePlace } from '../../protocol/places';
import { strideName } from '../../formats/stride';
import { shortProbability } from '../../text/numbers';
import { registerCommand } from '../commands';
import { toRange } from '../convert';
import { pickModel } from '../pickModel';
import { resourceUri } from '../resourcePath';
import type { Services } from '../services';
import { assetChoices, choose } from './chainCommands';
import { withoutIcons } from '../iconText';

interface Line extends QuickPickItem {
  readonly place?: FilePlace | undefined;
}

/** Why No Chain...: the best chain from an entry point to an asset, or what stands in the way, with its places. */
export function whyNoChain(services: Services): Disposable[] {
  const { notifier, threads } = services;
  return [
    registerCommand('tmg.whyNoChain', notifier, async (root?: string) => {
      const model = await pickModel(services, root);
      if (!model) {
        return;
      }
      const { entries } = await threads.chainEndpoint.request('endpoints', { root: model.root });
      const from = await choose(
        l10n.t('From which entry point?'),
        entries.map((name) => ({ label: withoutIcons(name), name })),
      );
      const to = from && (await choose(l10n.t('To which asset?'), await assetChoices(services, model.root)));
      if (from === undefined || to === undefined) {
        return;
      }
      const ticket = threads.nextTicket();
      const { maxLength, best, cuts } = await threads.chainEndpoint.request('why', {
        root: model.root,
        from,
        to,
        ticket,
      });
      const title = best
        ? l10n.t('The best chain from {from} to {to}: P {probability}, {rating}', {
            from,
            to,
            probability: shortProbability(best.probability),
            rating: best.rating,
          })
        : l10n.t('No chain leads from {from} to {to} within length {maxLength}', { from, to, maxLength });
      const lines: Line[] = best
        ? best.steps.map(({ interface: name, component, ratedType, score, vector, source }) => ({
            label: withoutIcons(`${name} › ${component}`),
            description: l10n.t('{type} {score}', { type: strideName(ratedType), score }),
            ...(vector !== undefined && { detail: vector }),
            place: source,
          }))
        : cuts.flatMap(({ sentence, steps }) => [
            { label: sentence, kind: QuickPickItemKind.Separator },
            ...(steps.length > 0
              ? steps.map(({ label, place }) => ({ label: withoutIcons(label), place }))
              : [{ label: sentence }]),
          ]);
      const picked = await window.showQuickPick(lines, {
        title,
        placeHolder: l10n.t('Choose a step to open its line'),
      });
      if (picked?.place) {
        await window.showTextDocument(resourceUri(picked.place.path), {
          selection: toRange(picked.place.range),
        });
      }
    }),
  ];
}
