/** Text as a spreadsheet on Windows saves it; for letters of Latin 1 only. */
export function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** The beginning of a ZIP archive, such as a workbook is. */
export function workbookBytes(): Uint8Array {
  const junk = Array.from({ length: 400 }, (_, index) => (index * 151 + 7) % 256);
  return Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, ...junk]);
}

/** Valid TMG text of the given size in bytes, most of it comments or notes. */
export function textOfSize(format: 'yaml' | 'csv', size: number): Uint8Array {
  const line = format === 'yaml' ? `# ${'-'.repeat(97)}\n` : `Server,LAN,${'-'.repeat(88)}\n`;
  const header = format === 'yaml' ? 'tmg: 1\n' : 'Component,Interface,Note\n';
  return new TextEncoder().encode((header + line.repeat(Math.ceil(size / line.length))).slice(0, size));
}
