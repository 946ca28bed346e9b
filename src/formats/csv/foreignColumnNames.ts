import { type Column, normalizeColumn } from './tables';

/** German names that people give to columns; column names of tables are English. */
const GERMAN: Readonly<Partial<Record<Column, readonly string[]>>> = {
  Facility: ['Anlage', 'Standort', 'Zone', 'Einrichtung'],
  Component: ['Komponente', 'Komponenten', 'Gerät', 'System'],
  Asset: ['Schutzgut', 'Gut', 'Wert', 'Schutzobjekt'],
  Interface: ['Schnittstelle', 'Schnittstellen'],
  Techniques: ['Techniken'],
  Vector: ['Vektor'],
  Entry: ['Eintritt', 'Eintrittspunkt', 'Einstieg', 'Einstiegspunkt'],
  Attackers: ['Angreifer'],
  Periods: ['Zeitraum', 'Zeiträume', 'Phasen'],
  Banned: ['Verboten', 'Gesperrt'],
  From: ['Von'],
  To: ['Nach'],
  Via: ['Über'],
  'Only To': ['Nur nach'],
  Note: ['Bemerkung', 'Bemerkungen', 'Notiz', 'Anmerkung', 'Kommentar'],
  Ref: ['Referenz', 'Verweis'],
  Description: ['Beschreibung'],
};

const COLUMNS: ReadonlyMap<string, Column> = new Map(
  (Object.entries(GERMAN) as [Column, readonly string[]][]).flatMap(([column, names]) =>
    names.map((name) => [normalizeColumn(name), column] as const),
  ),
);

/** The column that a name in another language means. */
export function translatedColumn(name: string): Column | undefined {
  return COLUMNS.get(normalizeColumn(name));
}
