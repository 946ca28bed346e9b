import { cleanText } from './cleanName';
import type { ForeignThreat } from './foreignSystem';

/** Threats as a note: what a file knows of each, in one sentence per threat; undefined without any. */
export function threatNote(threats: readonly ForeignThreat[]): string | undefined {
  return threats.length === 0 ? undefined : cleanText(threats.map(threatText).join('; '), 2000);
}

/** A threat as `Tampering (High, Open): title - description. Mitigation: what`. */
function threatText({ title, category, severity, state, description, mitigation }: ForeignThreat): string {
  const level = [severity, state].map((part) => cleanText(part ?? '', 40)).filter((part) => part !== '');
  const what = [title, description].map((part) => cleanText(part ?? '', 300)).filter((part) => part !== '');
  const [name = 'threat', detail] = what;
  const head = cleanText(category ?? '', 60) || 'Threat';
  const repeated = detail === undefined || detail === name;
  return [
    `${head}${level.length > 0 ? ` (${level.join(', ')})` : ''}: ${name}`,
    repeated ? '' : ` - ${detail}`,
    cleanText(mitigation ?? '') === '' ? '' : ` (mitigation: ${cleanText(mitigation ?? '', 300)})`,
  ].join('');
}
