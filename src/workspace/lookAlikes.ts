import { isBesideFile, isTmgFile } from './fileKinds';

/** A file that is not read, though its name looks as if somebody meant it to be. */
export interface LookAlike {
  /** Absolute path, with `/`. */
  readonly path: string;
  /** What to do, as a sentence. */
  readonly advice: string;
}

/** What the parts of a model are usually called, without their ending. */
const USUAL_NAME =
  /^(?:tmg|model|topology|components?|interfaces?|facilit(?:y|ies)|assets?|ratings?|rating-?rules|filters?|vectors?|attackers?|periods?|worksheet)(?:[^a-z].*)?$/i;

/**
 * What is to be done about a file whose name nearly is that of a TMG file; undefined where it is one, or is like none.
 * @param amongTmgFiles whether TMG files lie beside it, so that a name like `ratings.yaml` tells enough
 */
export function adviceForName(name: string, amongTmgFiles: boolean): string | undefined {
  if (isTmgFile(name) || isBesideFile(name)) {
    return undefined;
  }
  const [, before = '', ending = ''] = /^(.*)\.tmg\.(yaml|yml|csv)$/i.exec(name) ?? [];
  if (ending !== '') {
    return `Names of TMG files end in lower case; rename it to ${before}.tmg.${ending.toLowerCase()}.`;
  }
  if (/\.tmg\.(?:xlsx?|xlsm|ods|numbers)$/i.test(name)) {
    return `Workbooks are no TMG files; tmg import takes a filled worksheet, else save the table as ${stem(name)}.tmg.csv.`;
  }
  if (/\.tmg\.(?:yaml|yml|csv)\./i.test(name)) {
    return 'Another ending follows that of a TMG file; rename it to be read, or move it away.';
  }
  if (/\.tmg(?:\.[^.]*)?$/i.test(name)) {
    return 'Names of TMG files end in .tmg.yaml, .tmg.yml or .tmg.csv; rename it to be read.';
  }
  const [, plain = '', format = ''] = /^(.*)\.(yaml|yml|csv)$/i.exec(name) ?? [];
  if (amongTmgFiles && USUAL_NAME.test(plain)) {
    const renamed = /^tmg$/i.test(plain) ? 'model' : plain;
    return `Names of TMG files end in .tmg.${format.toLowerCase()}; rename it to ${renamed}.tmg.${format.toLowerCase()} if it belongs to the model.`;
  }
  return undefined;
}

function stem(name: string): string {
  return name.replace(/\.tmg\..*$/is, '');
}
