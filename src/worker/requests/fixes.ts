import { fixesFor } from '../../checks/fixesFor';
import type { Problem } from '../../checks/problem';
import type { FixRequests } from '../../protocol/languageProtocol';
import type { TextEdit } from '../../text/textEdit';
import type { RequestHandlers } from '../../protocol/endpoint';
import type { DocumentContext, ModelAccess } from './access';
import { addAll } from '../../text/arrays';

/** Codes whose first fix is what was meant: a slip of the pen with one correction. */
const CERTAIN_CODES: ReadonlySet<string> = new Set([
  'unknown-key',
  'unknown-component',
  'unknown-interface',
  'unknown-facility',
  'unknown-attacker',
  'unknown-period',
  'unknown-vector',
  'invalid-score',
]);

/** Problems whose fixes are offered at once: nobody reads more of them in a menu. */
const MOST_PROBLEMS = 50;

/** Answers with fixes of problems. */
export function fixRequests(access: ModelAccess): RequestHandlers<FixRequests> {
  return {
    actions: ({ path, range }) => {
      const context = access.context(path);
      if (!context) {
        return [];
      }
      const { snapshot, file, places } = context;
      const start = places.offset(file, range.start);
      const end = places.offset(file, range.end);
      return [...snapshot.problems.entries()]
        .filter(
          ([, problem]) => problem.file === file && problem.range.start <= end && start <= problem.range.end,
        )
        .slice(0, MOST_PROBLEMS)
        .flatMap(([position, problem]) =>
          fixesFor(problem, snapshot).map(({ title }, fix) => ({
            key: { path, version: snapshot.version, problem: position, fix },
            title,
            problem: { code: problem.code, range: places.range(file, problem.range) },
            isPreferred: fix === 0 && CERTAIN_CODES.has(problem.code),
          })),
        );
    },
    actionEdits: ({ path, version, problem, fix }) => {
      const context = access.context(path);
      if (context?.snapshot.version !== version) {
        return undefined;
      }
      const { snapshot, places } = context;
      const meant = snapshot.problems[problem];
      const chosen = meant && fixesFor(meant, snapshot)[fix];
      return chosen?.changes.map((change) => places.edits(change));
    },
    fixAll: ({ path }) => {
      const context = access.context(path);
      if (!context) {
        return [];
      }
      const edits = certainEdits(context);
      return edits.length > 0 ? [context.places.edits({ file: context.file, edits })] : [];
    },
  };
}

function problemsOf({ snapshot, file }: DocumentContext): Problem[] {
  return snapshot.problems.filter((problem) => problem.file === file);
}

/** The edits of all certain fixes that change only this file, without those that would overlap. */
function certainEdits(context: DocumentContext): TextEdit[] {
  const taken: TextEdit[] = [];
  for (const problem of problemsOf(context).filter(({ code }) => CERTAIN_CODES.has(code))) {
    const [change, ...others] = fixesFor(problem, context.snapshot)[0]?.changes ?? [];
    const fits =
      change?.file === context.file &&
      others.length === 0 &&
      change.edits.every(({ range }) =>
        taken.every((other) => range.end <= other.range.start || other.range.end <= range.start),
      );
    if (change && fits) {
      addAll(taken, change.edits);
    }
  }
  return taken;
}
