import { codeLenses } from '../../language/codeLenses';
import { completion } from '../../language/completion';
import { inlayHints } from '../../language/inlayHints';
import type { AnnotationRequests } from '../../protocol/languageProtocol';
import type { RequestHandlers } from '../../protocol/endpoint';
import { type ModelAccess, positionContext } from './access';

/** Answers about what can be written, and what is shown between the lines. */
export function annotationRequests(access: ModelAccess): RequestHandlers<AnnotationRequests> {
  return {
    completion: (params) => {
      const at = positionContext(access, params);
      const found = at && completion(at.snapshot, at.file, at.offset);
      return found && { range: at.places.range(at.file, found.range), items: found.items };
    },
    inlayHints: ({ path, range }) => {
      const context = access.context(path);
      if (!context) {
        return [];
      }
      const { snapshot, file, places } = context;
      const shown = { start: places.offset(file, range.start), end: places.offset(file, range.end) };
      return inlayHints(snapshot, file, shown).map(({ offset, label, severity }) => ({
        position: places.range(file, { start: offset, end: offset }).start,
        label,
        severity,
      }));
    },
    codeLenses: ({ path }) => {
      const context = access.context(path);
      return (
        context && {
          root: context.snapshot.root,
          lenses: codeLenses(context.snapshot, context.file, context.figures).map(
            ({ range, target, figure }) => ({
              range: context.places.range(context.file, range),
              target,
              figure,
            }),
          ),
        }
      );
    },
  };
}
