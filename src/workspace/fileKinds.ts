/** Largest files that are read, in bytes. */
export const SIZE_LIMITS = { yaml: 5 * 1024 * 1024, csv: 50 * 1024 * 1024 } as const;

/** The format a TMG file's name stands for. */
export function formatOf(file: string): 'yaml' | 'csv' {
  return file.endsWith('.csv') ? 'csv' : 'yaml';
}

/** Whether a file name is that of a TMG file. */
export function isTmgFile(name: string): boolean {
  return /\.tmg\.(yaml|yml|csv)$/.test(name);
}
