import { mergeModel } from '../src/model/mergeModel';
import type { Model } from '../src/model/model';
import { readYaml } from '../src/formats/yaml/readYaml';

/** Texts of the files of a model, by name. */
export type ModelFiles = ReadonlyMap<string, string>;

/** A component as a generator thinks of it. */
export interface SketchComponent {
  readonly name: string;
  readonly facility: string;
  readonly labels: readonly string[];
  readonly interfaces: string[];
  readonly assets: readonly string[];
}

/** A generated model before it is written as files. */
export interface Sketch {
  readonly name: string;
  /** Lines of the model file below its name: settings, vectors, rating rules, filters. */
  readonly head: readonly string[];
  readonly components: readonly SketchComponent[];
  readonly entries: readonly string[];
  /** Rating cells as written, by type, for a component's interface; empty where a rule rates it. */
  readonly ratings: (component: SketchComponent, name: string) => Readonly<Record<string, string>>;
}

/** Writes a sketch as YAML files of at most `fileSize` characters (a single record may stand above it). */
export function writeSketch(sketch: Sketch, fileSize = 50_000): ModelFiles {
  const files = new Map<string, string>();
  const entries = sketch.entries.map((name) => `  ${name}: {entry: true}`);
  const head = ['tmg: 1', `name: ${sketch.name}`, ...sketch.head, 'interfaces:', ...entries];
  files.set('model.tmg.yaml', `${head.join('\n')}\n`);
  split(files, 'topology', 'components', sketch.components.map(componentText), fileSize);
  split(
    files,
    'ratings',
    'ratings',
    sketch.components.map((component) => ratingText(sketch, component)),
    fileSize,
  );
  return files;
}

/** Reads and merges the files of a model as the program does. @throws Error if a file has findings */
export function readModel(files: ModelFiles): Model {
  const records = [...files].map(([file, text]) => readYaml(file, text));
  const bad = records.flatMap(({ findings }) => findings);
  if (bad.length > 0) {
    throw new Error(`A generated file is not valid: ${JSON.stringify(bad[0])}`);
  }
  return mergeModel(records, 'bench').model;
}

function componentText(component: SketchComponent): string {
  const lines = [`  ${component.name}:`, `    facility: ${component.facility}`];
  if (component.labels.length > 0) {
    lines.push(`    labels: [${component.labels.join(', ')}]`);
  }
  lines.push(`    interfaces: [${component.interfaces.join(', ')}]`);
  if (component.assets.length > 0) {
    lines.push('    assets:');
    for (const [index, asset] of component.assets.entries()) {
      const rating = (component.name.length + index) % 6;
      lines.push(`      ${asset}: {security: ${rating}, operation: ${5 - rating}, tech: 2, compliance: 3}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function ratingText(sketch: Sketch, component: SketchComponent): string {
  const lines = [`  ${component.name}:`];
  for (const name of component.interfaces) {
    const cells = Object.entries(sketch.ratings(component, name));
    if (cells.length > 0) {
      lines.push(`    ${name}:`, ...cells.map(([type, cell]) => `      ${type}: ${cell}`));
    }
  }
  return lines.length > 1 ? `${lines.join('\n')}\n` : '';
}

function split(
  files: Map<string, string>,
  stem: string,
  section: string,
  records: readonly string[],
  fileSize: number,
): void {
  let text = '';
  let number = 0;
  const close = (): void => {
    if (text !== '') {
      number++;
      files.set(`${stem}-${String(number).padStart(2, '0')}.tmg.yaml`, `${section}:\n${text}`);
      text = '';
    }
  };
  for (const record of records) {
    if (text.length + record.length > fileSize) {
      close();
    }
    text += record;
  }
  close();
}
