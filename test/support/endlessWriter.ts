import { writeWholeFile } from '../../src/cli/wholeFile';

/** Begins to give a file another content and never ends: a program for tests that end it. */
async function* endless(): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode('half of the new content');
  process.stdout.write('writing');
  // Something has to be waited for, or the program would end.
  await new Promise((resolve) => setTimeout(resolve, 1 << 30));
}

void writeWholeFile(process.argv[2] ?? '', endless());
