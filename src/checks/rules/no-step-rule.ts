import { finding, type Fix } from '../../formats/finding';
import type { StepRule } from '../../formats/settings';
import { setYamlValue } from '../../formats/yaml/editYaml';
import { byPriority } from '../../model/modelFile';
import { type Origins, type Place, placeOf } from '../../model/origins';
import type { Rule } from '../rule';
import { yamlFileOf, yamlFix } from '../yamlFix';

/** A model that does not say how the steps of a chain before the last are rated. */
export const noStepRule: Rule = {
  code: 'no-step-rule',
  check: ({ model, origins }) => {
    const written = origins.files.some(({ settings }) => settings.stepRule);
    const place = written || model.components.size === 0 ? undefined : settingsPlace(origins);
    const template =
      'settings.stepRule is not written, so "same" holds: every step of a chain is rated by the type of the chain, as in the method\'s guide. With "elevation" the steps before the last are rated by E, because who goes on from a component has to control it first. Write the one that is meant.';
    return place ? [finding('no-step-rule', place, template)] : [];
  },
  fixes: (_, { origins }) => [
    ruleFix(origins, 'elevation', 'Rate the steps before the last by E: stepRule: elevation'),
    ruleFix(origins, 'same', 'Rate every step by the type of its chain: stepRule: same'),
  ],
};

function ruleFix(origins: Origins, stepRule: StepRule, template: string): Fix {
  return yamlFix(origins, yamlFileOf(origins, settingsFiles(origins)), { template, args: {} }, [
    (text) => setYamlValue(text, ['settings', 'stepRule'], stepRule),
  ]);
}

function settingsFiles({ files }: Origins): Origins['files'] {
  return byPriority(files).filter(({ singlePlace }) =>
    singlePlace.some(({ key }) => key.value === 'settings'),
  );
}

/** The settings, else the first component, the model file's before those of others. */
function settingsPlace(origins: Origins): Place | undefined {
  const [file] = settingsFiles(origins);
  const key = file?.singlePlace.find((place) => place.key.value === 'settings')?.key;
  if (file && key) {
    return { file: file.file, range: key.range };
  }
  const holder = byPriority(origins.files).find(({ components }) => components.length > 0);
  const name = holder?.components[0]?.name;
  return holder && name && placeOf(holder.file, name);
}
