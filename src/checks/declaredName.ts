import type { DiagnosticCode } from '../formats/diagnosticCodes';
import type { Finding, Fix } from '../formats/finding';
import type { FileRecords, LocatedText } from '../formats/records';
import { setYamlValue } from '../formats/yaml/editYaml';
import type { Origins } from '../model/origins';
import { NameSuggester } from './nameSuggester';
import type { Rule } from './rule';
import { firstTimes, nearestNameFix, unknownName } from './unknownName';
import { yamlFileOf, yamlFix } from './yamlFix';

/** Sections that, once there, declare all names of their kind. */
type DeclaringSection = 'facilities' | 'attackers' | 'periods';

/**
 * A rule for names that must be declared once one of their kind is.
 * @param kind what the name is the name of, in words
 * @param mentions where a file uses such names
 */
export function declaredNameRule(
  code: DiagnosticCode,
  kind: string,
  section: DeclaringSection,
  mentions: (file: FileRecords) => readonly LocatedText[],
): Rule {
  return {
    code,
    check: ({ origins }) => {
      const declared = origins[section];
      if (declared.size === 0) {
        return [];
      }
      const suggester = new NameSuggester();
      const isFirst = firstTimes();
      const findings: Finding[] = [];
      for (const file of origins.files) {
        for (const name of mentions(file)) {
          if (!declared.has(name.value) && isFirst(file.file, name)) {
            findings.push(
              unknownName(
                code,
                file.file,
                name,
                suggester.suggest(name.value, declared),
                `There is no ${kind} "{name}" under ${section}`,
                'declare it there, or correct the name.',
              ),
            );
          }
        }
      }
      return findings;
    },
    fixes: (finding, context) => [
      ...nearestNameFix(finding, context, false),
      declareFix(context.origins, kind, section, finding.data['name'] ?? ''),
    ],
  };
}

function declareFix(origins: Origins, kind: string, section: DeclaringSection, name: string): Fix {
  const file = yamlFileOf(origins, [...origins[section].values()].flat());
  const title = { template: `Declare the ${kind} "{name}"`, args: { name } };
  const value = section === 'facilities' ? {} : name;
  return yamlFix(origins, file, title, [(text) => setYamlValue(text, [section, name], value)]);
}
