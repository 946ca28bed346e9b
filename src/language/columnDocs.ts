import type { Column } from '../formats/csv/tables';
import { type SchemaDocs, schemaDocs } from '../formats/yaml/schemaDocs';
import type { YamlPath } from '../formats/yaml/yamlPathAt';

/** Where the schema describes what a column holds. */
const COLUMN_PATHS: Readonly<Partial<Record<Column, YamlPath>>> = {
  Facility: ['components', '', 'facility'],
  Component: ['components', ''],
  Asset: ['components', '', 'assets'],
  Id: ['components', '', 'assets', '', 'id'],
  'STRIDE Types': ['components', '', 'assets', '', 'stride'],
  Interface: ['interfaces', ''],
  S: ['ratings', '', '', 'S'],
  T: ['ratings', '', '', 'T'],
  R: ['ratings', '', '', 'R'],
  I: ['ratings', '', '', 'I'],
  D: ['ratings', '', '', 'D'],
  E: ['ratings', '', '', 'E'],
  All: ['ratings', '', '', 'all'],
  CVSS: ['ratings', '', '', 'S'],
  Techniques: ['ratings', '', '', 'techniques'],
  Note: ['ratings', '', '', 'note'],
  Ref: ['ratings', '', '', 'ref'],
  Entry: ['interfaces', '', 'entry'],
  Into: ['interfaces', '', 'into'],
  Attackers: ['interfaces', '', 'attackers'],
  Periods: ['interfaces', '', 'periods'],
  Vector: ['vectors'],
  Banned: ['filters', 'banned'],
};

/** What the schema says about what a column holds; undefined where a column has no twin in YAML. */
export function columnDocs(column: Column): SchemaDocs | undefined {
  const path = COLUMN_PATHS[column];
  const docs = path && schemaDocs(path);
  // Cells of a long table are of whatever type their row says.
  return docs && column === 'CVSS' ? { ...docs, title: undefined } : docs;
}
