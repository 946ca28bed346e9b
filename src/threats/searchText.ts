const ACCENTS = /[\u0300-\u036f]/g;

/** A text without what a search overlooks: case and accents. */
export function searchText(text: string): string {
  return text.normalize('NFD').replace(ACCENTS, '').toUpperCase();
}

/** The different words of a query, without what a search overlooks. */
export function searchWords(text: string): string[] {
  return [...new Set(searchText(text).split(/\s+/))].filter((word) => word !== '');
}
