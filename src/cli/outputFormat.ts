import { type Command, Option } from 'commander';
import { namesTmgFile } from '../workspace/fileKinds';
import { baseName } from '../workspace/paths';
import { type CommandIo, UsageError } from './io';
import { isStandardOutput } from './output';
import { printable } from './terminal';

/** How a command can write what it has, and how it does where nothing is said. */
export interface OutputFormats<Format extends string> {
  readonly formats: readonly Format[];
  readonly standard: Format;
}

/** What a file's extension stands for; the first of a format is the one that is proposed. */
const FORMAT_OF_EXTENSION: Readonly<Record<string, string>> = {
  txt: 'text',
  csv: 'csv',
  xlsx: 'xlsx',
  json: 'json',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  sarif: 'sarif',
  md: 'md',
  markdown: 'md',
  html: 'html',
  htm: 'html',
  svg: 'svg',
  dot: 'dot',
  gv: 'dot',
  mmd: 'mermaid',
  mermaid: 'mermaid',
};

/** Formats that are written as another one too, so that their file may bear its name. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  sarif: ['json'],
  ndjson: ['json', 'text'],
  csv: ['text'],
  md: ['text'],
  dot: ['text'],
  mermaid: ['text', 'md'],
};

/** Extensions that stand for formats which no command writes. */
const OTHER_FORMATS: ReadonlySet<string> = new Set(
  'pdf doc docx odt rtf xls xlsm ods tsv xml yaml yml png jpg jpeg gif webp zip gz'.split(' '),
);

/** Adds `--format`; without it the extension of `--output` decides. */
export function addFormatOption<Format extends string>(
  command: Command,
  { formats, standard }: OutputFormats<Format>,
): Command {
  return command.addOption(
    new Option(
      '--format <format>',
      `how to write it; without it as the extension of --output says, else ${standard}`,
    ).choices([...formats]),
  );
}

/**
 * The format to write: what `--format` says, else what the extension of the file stands for, else the standard.
 * A file whose name says another format than `--format` is a warning on standard error.
 * @throws UsageError where the extension stands for nothing that the command can write
 */
export function outputFormat<Format extends string>(
  io: Pick<CommandIo, 'writeError'>,
  { format, output }: { readonly format?: Format | undefined; readonly output?: string | undefined },
  { formats, standard }: OutputFormats<Format>,
): Format {
  const extension = output === undefined ? undefined : extensionOf(output);
  if (output === undefined || extension === undefined) {
    return format ?? standard;
  }
  const meant = FORMAT_OF_EXTENSION[extension];
  if (format !== undefined) {
    const fits = meant === undefined || meant === format || (ALSO[format] ?? []).includes(meant);
    if (!fits || OTHER_FORMATS.has(extension)) {
      io.writeError(
        `tmg: ${printable(output)} is written as ${format}, because --format counts more than the file's name; name it ${named(extensionsOf(format))}.\n`,
      );
    }
    return format;
  }
  const own = formats.find((candidate) => candidate === meant);
  if (own === undefined) {
    const choice = formats.length > 1 ? `, or say with --format which of ${formats.join(', ')} it is` : '';
    throw new UsageError(
      `Cannot write ${output}: this command writes no ${extension.toUpperCase()}; name the file ${named(formats.flatMap(extensionsOf))}${choice}.`,
    );
  }
  return own;
}

/**
 * The extension of a file name in small letters; undefined for standard output, devices, names without one, and those of
 * TMG files, which no command but `rate` writes: the guard of model files says so.
 */
function extensionOf(output: string): string | undefined {
  const name = baseName(output.replaceAll('\\', '/')).toLowerCase();
  if (name.endsWith('.sarif.json')) {
    return 'sarif';
  }
  const extension = /[^.]\.([a-z][a-z0-9]*)$/.exec(name)?.[1];
  return isStandardOutput(output) || output.startsWith('/dev/') || namesTmgFile(name) ? undefined : extension;
}

function extensionsOf(format: string): string[] {
  const first = Object.keys(FORMAT_OF_EXTENSION).find((key) => FORMAT_OF_EXTENSION[key] === format);
  return first === undefined ? [] : [first];
}

function named(extensions: readonly string[]): string {
  return extensions.map((extension) => `*.${extension}`).join(', ');
}
