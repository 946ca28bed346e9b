import { version } from '../../package.json';

/** The program, as files that it writes name it. */
export const PROGRAM = { name: 'TMG Workbench', version } as const;
