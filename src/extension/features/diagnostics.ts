import { type Disposable, languages } from 'vscode';
import { SOURCE, toDiagnostic } from '../convert';
import { resourceUri } from '../resourcePath';
import type { Services } from '../services';

/** Problems of all models in the editors and in the Problems view. */
export function diagnostics({ models, computations, rulePages }: Services): Disposable[] {
  const collection = languages.createDiagnosticCollection(SOURCE);
  // Problems that only a computation shows, apart: they come and go with its result.
  const computed = languages.createDiagnosticCollection(`${SOURCE}-chains`);
  const computedPaths = new Map<string, readonly string[]>();
  const showComputed = (root: string): void => {
    for (const path of computedPaths.get(root) ?? []) {
      computed.delete(resourceUri(path));
    }
    const problems = computations.current(root)?.problems ?? [];
    const paths = [...new Set(problems.map(({ path }) => path))];
    computedPaths.set(root, paths);
    for (const path of paths) {
      const own = problems.filter((problem) => problem.path === path);
      computed.set(
        resourceUri(path),
        own.map((problem) => toDiagnostic(problem, rulePages)),
      );
    }
  };
  return [
    collection,
    computed,
    models.onDidChangeProblems((files) => {
      for (const [path, problems] of files) {
        collection.set(
          resourceUri(path),
          problems.map((problem) => toDiagnostic(problem, rulePages)),
        );
      }
    }),
    computations.onDidChange(showComputed),
  ];
}
