/** What a spreadsheet program may split a text at, whatever parts the cells in truth. */
const SPLITTERS = [',', ';', '\t', '|', '\r', '\n'] as const;

// A text that begins with apostrophes and then such a sign gets one more, so that taking one off is always right.
const START = "(?='*[=+\\-@\\t\\r])";
// Behind a splitter a quote may open and close an empty cell, and what follows is the cell then.
const INSIDE = '(?=(?:[\'"][ \'"]*)?[=+\\-@\\t])';

const UNGUARDED_START = new RegExp(`^ *${START}`);
const GUARDED_START = new RegExp(`^( *)'${START}`);

/** Where inside of a text `'` is put, and where it is taken off again. */
interface Places {
  readonly unguarded: RegExp;
  readonly guarded: RegExp;
}

const PLACES: ReadonlyMap<string, Places> = new Map(
  SPLITTERS.map((splitter) => [splitter, placesFor(splitter)]),
);
const OTHER_PLACES = placesFor(undefined);

/**
 * Puts a `'` before what a spreadsheet could take for a formula: at the beginning of the text of a cell, and in it behind
 * everything that a spreadsheet may split at but the delimiter of the table, which quotes keep together.
 */
export function guardFormula(text: string, delimiter = ','): string {
  const { unguarded } = PLACES.get(delimiter) ?? OTHER_PLACES;
  return text.replace(unguarded, "$&'").replace(UNGUARDED_START, "$&'");
}

/** Takes off what `guardFormula` has put there; any other text stays as it is. */
export function unguardFormula(text: string, delimiter = ','): string {
  if (!text.includes("'")) {
    return text;
  }
  const { guarded } = PLACES.get(delimiter) ?? OTHER_PLACES;
  return text.replace(GUARDED_START, '$1').replace(guarded, '$1');
}

function placesFor(delimiter: string | undefined): Places {
  const others = SPLITTERS.filter((splitter) => splitter !== delimiter).join('');
  return {
    unguarded: new RegExp(`[${others}] *${INSIDE}`, 'g'),
    guarded: new RegExp(`([${others}] *)'${INSIDE}`, 'g'),
  };
}
