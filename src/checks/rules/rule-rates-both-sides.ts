import { finding } from '../../formats/finding';
import { setYamlValue } from '../../formats/yaml/editYaml';
import { yamlPathAt } from '../../formats/yaml/yamlPathAt';
import type { Model } from '../../model/model';
import { listNames } from '../../text/listNames';
import type { Rule } from '../rule';
import { formatOf, textOf, yamlFix } from '../yamlFix';

const OFFERED = 5;

/** A rating rule that rates both ends of an interface alike. */
export const ruleRatesBothSides: Rule = {
  code: 'rule-rates-both-sides',
  check: ({ model, origins }) => {
    const rated = ratedByRule(model);
    return origins.ratingRules.flatMap(({ file, record }, index) => {
      const pattern = record.match.interface;
      const shared = [...(rated.get(index) ?? [])].filter(([, components]) => components.length >= 2);
      const [first] = shared;
      if (!pattern || !first) {
        return [];
      }
      const [name, components] = first;
      const template =
        shared.length === 1
          ? 'This rule matches by interface only and rates both sides of "{interface}" alike: {components}; add "component", "facility" or "label" to its match if an attack on one is not as easy as on the other.'
          : 'This rule matches by interface only and rates both sides of {count} interfaces alike, as of "{interface}": {components}; add "component", "facility" or "label" to its match if an attack on one is not as easy as on the other.';
      const args = {
        interface: name,
        components: listNames(components.map((item) => `"${item}"`)),
        count: shared.length,
      };
      return [finding('rule-rates-both-sides', { file, range: pattern.range }, template, args)];
    });
  },
  fixes: ({ file, range }, { model, origins }) => {
    const index = origins.ratingRules.findIndex(
      (origin) => origin.file === file && origin.record.match.interface?.range.start === range.start,
    );
    const record = origins.ratingRules[index]?.record;
    const path =
      record && formatOf(origins, file) === 'yaml'
        ? yamlPathAt(textOf(origins, file), record.range.start)
        : undefined;
    const byInterface = [...(ratedByRule(model).get(index)?.values() ?? [])];
    // Where the pattern fits more interfaces, one component would leave the others without a rating.
    if (!path || byInterface.length !== 1) {
      return [];
    }
    return (byInterface[0] ?? []).slice(0, OFFERED).map((component) => {
      const title = { template: 'Let the rule rate "{component}" only', args: { component } };
      return yamlFix(origins, file, title, [
        (text) => setYamlValue(text, [...path, 'match', 'component'], component),
      ]);
    });
  },
};

/** Components that a rule matching by interface only rates, by rule and interface. */
function ratedByRule(model: Model): Map<number, Map<string, string[]>> {
  const byInterfaceOnly = new Map<number, Map<string, string[]>>();
  for (const [index, { match }] of model.ratingRules.entries()) {
    if (match.interface !== undefined && Object.keys(match).length === 1) {
      byInterfaceOnly.set(index, new Map());
    }
  }
  if (byInterfaceOnly.size === 0) {
    return byInterfaceOnly;
  }
  for (const { name, external, relations } of model.components.values()) {
    for (const { interface: through, ratings } of external ? [] : relations.values()) {
      for (const rule of new Set(Object.values(ratings).map((rating) => rating.rule))) {
        const rated = rule === undefined ? undefined : byInterfaceOnly.get(rule);
        rated?.set(through, [...(rated.get(through) ?? []), name]);
      }
    }
  }
  return byInterfaceOnly;
}
