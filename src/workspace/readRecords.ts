import { readCsv } from '../formats/csv/readCsv';
import { type Decoded, decodeText } from '../formats/decode';
import { type Finding, finding, type ReaderCode } from '../formats/finding';
import { collectRecords, type FileRecords, finishRecords } from '../formats/records';
import { readYaml } from '../formats/yaml/readYaml';
import type { YamlParseCache } from '../formats/yaml/yamlParseCache';
import { formatOf, SIZE_LIMITS } from './fileKinds';

/** Records of a text. */
export function readText(file: string, text: string, cache?: YamlParseCache): FileRecords {
  return formatOf(file) === 'csv' ? readCsv(file, text) : readYaml(file, text, cache);
}

/** Records of a file's bytes; a file that is no text has none, and a finding. */
export function readBytes(file: string, bytes: Uint8Array, cache?: YamlParseCache): FileRecords {
  const format = formatOf(file);
  if (bytes.length > SIZE_LIMITS[format]) {
    return tooLarge(file, bytes.length);
  }
  const decoded = decodeText(bytes, format === 'csv');
  if (decoded === undefined) {
    return withoutText(file, 'not-text', notTextSentence(bytes), { file });
  }
  const records = readText(file, decoded.text, cache);
  return decoded.guessed
    ? { ...records, findings: [encodingGuessed(file, decoded), ...records.findings] }
    : records;
}

function notTextSentence(bytes: Uint8Array): string {
  // Workbooks are ZIP archives.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return '{file} is a workbook or an archive; save the table as CSV in UTF-8.';
  }
  return decodeText(bytes, true) === undefined
    ? '{file} is not a text file; save it as UTF-8 text.'
    : '{file} is neither UTF-8 nor UTF-16 with a byte order mark; save it as UTF-8.';
}

/** Records of a file that is too large to be read: none, and a finding. */
export function tooLarge(file: string, size: number): FileRecords {
  const limit = SIZE_LIMITS[formatOf(file)] / (1024 * 1024);
  // Rounded up, so that it is more than the limit.
  const megabytes = (Math.ceil((size / (1024 * 1024)) * 10) / 10).toFixed(1);
  const template = 'The file has {megabytes} MB, more than the {limit} MB that are read; split it.';
  return withoutText(file, 'file-too-large', template, { megabytes, limit });
}

function withoutText(
  file: string,
  code: ReaderCode,
  template: string,
  args: Record<string, string | number>,
): FileRecords {
  const records = collectRecords(file, formatOf(file), '');
  records.findings.push(finding(code, { file, range: { start: 0, end: 0 } }, template, args));
  return finishRecords(records);
}

function encodingGuessed(file: string, decoded: Decoded): Finding<ReaderCode> {
  const template = 'The file is not UTF-8 and is read as {encoding}; save it as UTF-8 if a name looks wrong.';
  return finding('encoding-guessed', { file, range: { start: 0, end: 0 } }, template, {
    encoding: decoded.encoding,
  });
}
