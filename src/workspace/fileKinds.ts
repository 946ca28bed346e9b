import { baseName } from './paths';

/** Largest files that are read, in bytes. */
export const SIZE_LIMITS = { yaml: 5 * 1024 * 1024, csv: 50 * 1024 * 1024 } as const;

/** The format a TMG file's name stands for. */
export function formatOf(file: string): 'yaml' | 'csv' {
  return file.endsWith('.csv') ? 'csv' : 'yaml';
}

/** Whether a name or path is that of a TMG file; what editors and systems put beside a file of that name is none. */
export function isTmgFile(path: string): boolean {
  const name = baseName(path);
  return /\.tmg\.(yaml|yml|csv)$/.test(name) && !isBesideFile(name);
}

/**
 * Whether a file of this name is a part of a model on some system: there are those to which upper and lower case are
 * the same, and those that pass over dots and blanks at the end, or take what follows a colon for a part of the file.
 */
export function namesTmgFile(name: string): boolean {
  let end = name.includes(':') ? name.indexOf(':') : name.length;
  while (end > 0 && (name[end - 1] === '.' || name[end - 1] === ' ')) {
    end--;
  }
  return isTmgFile(name.slice(0, end).toLowerCase());
}

/** Lock files, backups and swap files of editors and office programs, and the second half of a file on foreign disks. */
export function isBesideFile(name: string): boolean {
  return /^(?:\.#|\._|~\$|\.~lock\.|#.*#$)|~$|\.sw[a-p]$|\.kate-swp$|___jb_(?:tmp|old)___$/.test(name);
}
