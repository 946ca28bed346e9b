// Zero-width characters are no white space to a regular expression, but they are to the eye.
const BLANKS = /[\s\u200b-\u200d\u2060]+/g;

/** A name without what the eye overlooks: case, white space and Unicode form. Names that look alike fold alike. */
export function foldName(name: string): string {
  return name.normalize('NFKC').replace(BLANKS, '').toLowerCase();
}

/** By what two names that fold alike differ, in words. */
export function nameDifference(a: string, b: string): string {
  const blank = (name: string): string => name.replace(BLANKS, '');
  const form = (name: string): string => name.normalize('NFKC');
  const parts = [
    form(a).replace(BLANKS, '') !== form(b).replace(BLANKS, '') ? ['case'] : [],
    blank(form(a)).length !== form(a).length || blank(form(b)).length !== form(b).length
      ? form(a).toLowerCase() !== form(b).toLowerCase()
        ? ['white space']
        : []
      : [],
    blank(a).toLowerCase() !== blank(b).toLowerCase() ? ['Unicode form'] : [],
  ].flat();
  return parts.length > 0 ? parts.join(' and ') : 'white space';
}
