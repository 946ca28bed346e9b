// Zero-width characters are no white space to a regular expression, but they are to the eye.
const BLANKS = /[\s\u200b-\u200d\u2060]+/g;
const PLAIN = /^[\x21-\x7e]*$/;

/** A name without what the eye overlooks: case, white space and Unicode form. Names that look alike fold alike. */
export function foldName(name: string): string {
  return PLAIN.test(name) ? name.toLowerCase() : withoutBlanks(name.normalize('NFKC')).toLowerCase();
}

/** By what two names that fold alike differ, in words. */
export function nameDifference(a: string, b: string): string {
  const differ = (view: (name: string) => string): boolean => view(a) !== view(b);
  const parts = [
    ...(differ((name) => withoutBlanks(name.normalize('NFKC'))) ? ['case'] : []),
    ...(differ((name) => name.normalize('NFKC').toLowerCase()) ? ['white space'] : []),
    ...(differ((name) => withoutBlanks(name).toLowerCase()) ? ['Unicode form'] : []),
  ];
  // A no-break space in place of a space shows in none of these views.
  return parts.length > 0 ? parts.join(' and ') : 'white space';
}

function withoutBlanks(name: string): string {
  return name.replace(BLANKS, '');
}
