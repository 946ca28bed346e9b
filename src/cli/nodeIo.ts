import type { CommandIo } from './io';
import { Reading } from './reading';
import { StandardOutput } from './standardOutput';
import { writeWholeFile } from './wholeFile';

/** The process's own streams; colour and progress only on a terminal, colour not with `NO_COLOR`. */
export function nodeIo(): CommandIo {
  const output = new StandardOutput(process.stdout);
  return {
    workingDirectory: process.cwd(),
    reading: new Reading(),
    writeOut: (piece) => output.write(piece),
    outClosed: () => output.isClosed,
    writeError: (text) => {
      process.stderr.write(text);
    },
    writeFile: writeWholeFile,
    terminal: process.stdout.isTTY === true,
    colour: process.stdout.isTTY === true && (process.env['NO_COLOR'] ?? '') === '',
    progress: process.stderr.isTTY === true,
  };
}
