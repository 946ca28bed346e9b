import { join } from 'node:path';
import { CACHE, ROOT } from '../bundles';
import { NotMeasured, runJson, runProgram } from '../measure';
import type { Engine, EngineRuns } from './engine';

/** A small search in C++ that does nothing but count: what one thread of the machine can do. */
export const limitEngine: Engine = {
  name: 'C++ -O2, the limit',
  does: 'bench/limit.cpp: recursive search over arrays, pruned by distance, counts only',
  async run(files, runs) {
    const program = join(CACHE, 'limit');
    const compiled = await runProgram('c++', ['-O2', '-o', program, join(ROOT, 'bench', 'limit.cpp')]);
    if (compiled.code !== 0) {
      throw new NotMeasured(
        compiled.code === 127 ? 'no C++ compiler' : `does not compile: ${compiled.errors}`,
      );
    }
    return runJson<EngineRuns>(program, [files.text, String(runs)]);
  },
};
