/** Where a scalar is going to stand. */
export type ScalarPlace = 'block' | 'flow' | 'key';

const LEADING_INDICATOR = /^[-?:,[\]{}#&*!|>'"%@`]/;
const UNSAFE_ANYWHERE =
  /: |:$| #|[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]|^\s|\s$|^---|^\.\.\./;
const FLOW_INDICATOR = /[,[\]{}]/;
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]|\p{Cs}/u;
const ESCAPED = /[\u007f-\u009f\u2028\u2029\ufeff]/g;
const LONGEST_PLAIN_KEY = 256;

/** Writes a text as a YAML scalar that is read back as the same text: plain where that is safe, else in double quotes. */
export function yamlScalar(text: string, place: ScalarPlace): string {
  const plain =
    text !== '' &&
    !LEADING_INDICATOR.test(text) &&
    !UNSAFE_ANYWHERE.test(text.replaceAll(/[\ud800-\udbff][\udc00-\udfff]/g, 'x')) &&
    (place === 'block' || !FLOW_INDICATOR.test(text)) &&
    text.length <= LONGEST_PLAIN_KEY;
  return plain ? text : quoted(text);
}

/** Writes a text in place of a scalar, in the quotes of that one where they can hold it. */
export function replaceYamlScalar(source: string, text: string, place: ScalarPlace): string {
  switch (source.charAt(0)) {
    case '"':
      return quoted(text);
    case "'":
      return UNPRINTABLE.test(text) ? quoted(text) : `'${text.replaceAll("'", "''")}'`;
    case '|':
    case '>':
      // The line end behind a block scalar belongs to it.
      return quoted(text) + source.slice(source.trimEnd().length);
    default:
      return yamlScalar(text, place);
  }
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(
    ESCAPED,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
