import type { ChainFigures } from '../chains/chainFigures';
import type { Severity } from '../formats/finding';
import type { FileContent } from '../workspace/workspaceModels';
import type { FilePlace, PathEdits, PositionRange } from './places';
import type { SymbolKind } from '../language/documentSymbols';
import type { ModelTreeKind } from '../language/modelTree';
import type { ProblemCount } from '../language/problemCounts';
import type { NamedKind } from '../model/mentions';
import type { Message } from '../text/message';
import type { Position } from '../text/range';

/** A problem as the editor shows it. */
export interface ProblemItem {
  readonly path: string;
  readonly range: PositionRange;
  readonly code: string;
  readonly severity: Exclude<Severity, 'off'>;
  readonly message: Message;
  readonly related: readonly (FilePlace & { readonly message: Message })[];
}

/** A model as lists of models show it. */
export interface ModelItem {
  readonly root: string;
  readonly name: string;
  /** Grows with every change of its files. */
  readonly version: number;
  readonly components: number;
  readonly assets: number;
  readonly errors: number;
  readonly warnings: number;
}

/** What the host tells the language thread. */
export type LanguageNotifications = {
  /** Workspace folders: there the search for a model file ends. */
  readonly tops: { readonly tops: readonly string[] };
  /** A file's newest content. `change` grows with every notification. */
  readonly file: { readonly path: string; readonly content: FileContent; readonly change: number };
  readonly removed: { readonly path: string; readonly change: number };
  /** Figures of a model's newest computation; undefined where there is none. */
  readonly figures: { readonly root: string; readonly figures: ChainFigures | undefined };
};

/** What the language thread tells the host. */
export type LanguageEvents = {
  /** The models and the problems of every file in which they changed, as of `change`. */
  readonly checked: {
    readonly change: number;
    readonly models: readonly ModelItem[];
    /** Roots of the models whose content changed. */
    readonly changedRoots: readonly string[];
    readonly files: readonly { readonly path: string; readonly problems: readonly ProblemItem[] }[];
  };
};

/** A place at which something is asked. */
export interface DocumentPosition {
  readonly path: string;
  readonly position: Position;
}

/** A fix as the editor offers it. */
export interface ActionItem {
  readonly title: Message;
  /** Code and range of the problem it mends. */
  readonly problem: { readonly code: string; readonly range: PositionRange };
  readonly isPreferred: boolean;
  readonly changes: readonly PathEdits[];
}

/** A text with the range it is about. */
export interface HoverItem {
  readonly range: PositionRange;
  /** Markdown; what comes from files is escaped. */
  readonly markdown: string;
}

/** What can be renamed, or why nothing can. */
export type PreparedRenameItem =
  | { readonly kind: 'name'; readonly range: PositionRange; readonly placeholder: string }
  | { readonly kind: 'refused'; readonly message: Message };

/** The edits of a rename, or why it is not done. */
export type RenameItem =
  | { readonly kind: 'edits'; readonly changes: readonly PathEdits[] }
  | { readonly kind: 'refused'; readonly message: Message };

/** Requests about names. */
export type NavigationRequests = {
  readonly hover: { readonly params: DocumentPosition; readonly result: HoverItem | undefined };
  readonly definition: {
    readonly params: DocumentPosition;
    readonly result: { readonly range: PositionRange; readonly places: readonly FilePlace[] } | undefined;
  };
  readonly references: {
    readonly params: DocumentPosition & { readonly includeDeclaration: boolean };
    readonly result: readonly FilePlace[];
  };
  readonly highlights: {
    readonly params: DocumentPosition;
    readonly result: readonly {
      readonly range: PositionRange;
      readonly kind: 'declaration' | 'reference';
    }[];
  };
  readonly prepareRename: { readonly params: DocumentPosition; readonly result: PreparedRenameItem };
  readonly rename: {
    readonly params: DocumentPosition & { readonly newName: string };
    readonly result: RenameItem;
  };
  /** What commands on the place at the caret are for. */
  readonly target: {
    readonly params: DocumentPosition;
    readonly result:
      | {
          readonly root: string;
          readonly component: string | undefined;
          /** Id. */
          readonly asset: string | undefined;
          readonly interface: string | undefined;
        }
      | undefined;
  };
};

/** Requests for fixes. */
export type FixRequests = {
  readonly actions: {
    readonly params: { readonly path: string; readonly range: PositionRange };
    readonly result: readonly ActionItem[];
  };
  /** The edits of all fixes of a file that are certain. */
  readonly fixAll: { readonly params: { readonly path: string }; readonly result: readonly PathEdits[] };
};

/** A part of a file by its name. */
export interface SymbolItem {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly range: PositionRange;
  readonly selectionRange: PositionRange;
  readonly children: readonly SymbolItem[];
}

/** A node of the model tree. */
export interface ModelTreeItem {
  readonly id: string;
  readonly kind: ModelTreeKind;
  readonly label: string;
  readonly description: string;
  readonly place: FilePlace | undefined;
  readonly problems: ProblemCount | undefined;
  readonly hasChildren: boolean;
  /** Id of an asset. */
  readonly assetId: string | undefined;
}

/** Requests about the parts of files and models. */
export type OutlineRequests = {
  readonly documentSymbols: {
    readonly params: { readonly path: string };
    readonly result: readonly SymbolItem[];
  };
  readonly workspaceSymbols: {
    readonly params: { readonly query: string };
    readonly result: readonly (FilePlace & {
      readonly name: string;
      readonly kind: NamedKind;
      readonly container: string;
    })[];
  };
  readonly links: {
    readonly params: { readonly path: string };
    readonly result: readonly { readonly range: PositionRange; readonly target: string }[];
  };
  readonly folds: {
    readonly params: { readonly path: string };
    readonly result: readonly { readonly range: PositionRange; readonly kind: 'comment' | 'record' }[];
  };
  /** Five numbers a token, as VS Code wants them; types and modifiers as in the legend of `semanticTokens`. */
  readonly semanticTokens: { readonly params: { readonly path: string }; readonly result: Uint32Array };
  readonly modelTree: {
    readonly params: { readonly root: string; readonly parent: string | undefined };
    readonly result: readonly ModelTreeItem[];
  };
};

/** What the host asks the language thread. */
export type LanguageRequests = NavigationRequests & FixRequests & OutlineRequests;
