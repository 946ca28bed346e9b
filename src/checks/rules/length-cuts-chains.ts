import { finding } from '../../formats/finding';
import { setYamlValue } from '../../formats/yaml/editYaml';
import { plural } from '../../text/numbers';
import { modelPlace, settingPlace } from '../settingsPlace';
import type { ComputedContext, Rule } from '../rule';
import { yamlFileOf, yamlFix } from '../yamlFix';

const CUT = 'Maximum length {maxLength} leaves out {least}{cut} with P of at least {minProbability}';

/** A maximum length that leaves out chains with a P that counts. */
export const lengthCutsChains: Rule<ComputedContext> = {
  code: 'length-cuts-chains',
  check: ({ chains: { advice }, origins }) => {
    const { lengthCuts, maxLength, minProbability } = advice;
    const place = settingPlace(origins, 'maxLength') ?? modelPlace(origins, 'maxLength');
    if (!place || lengthCuts === null) {
      return [];
    }
    const { chains, chainsIsLowerBound, sufficientLength } = lengthCuts;
    const least = chainsIsLowerBound ? 'at least ' : '';
    const args = { maxLength, least, cut: plural(chains, 'chain'), minProbability };
    if (sufficientLength === null) {
      const template = `${CUT}; raise maxLength as far as the number of chains allows.`;
      return [finding('length-cuts-chains', place, template, args)];
    }
    const template = `${CUT}; {sufficientLength} is the shortest maxLength that leaves out none of them.`;
    const data = { sufficientLength: String(sufficientLength) };
    return [finding('length-cuts-chains', place, template, { ...args, sufficientLength }, { data })];
  },
  fixes: ({ data: { sufficientLength } }, { origins }) => {
    if (sufficientLength === undefined) {
      return [];
    }
    const title = { template: 'Set maxLength to {sufficientLength}', args: { sufficientLength } };
    const place = settingPlace(origins, 'maxLength') ?? modelPlace(origins, 'maxLength');
    return [
      yamlFix(origins, yamlFileOf(origins, place ? [place] : []), title, [
        (text) => setYamlValue(text, ['settings', 'maxLength'], Number(sufficientLength)),
      ]),
    ];
  },
};
