import type { ChainFigure, ChainFigures } from '../chains/chainFigures';
import type { CvssVersion } from '../cvss/version';
import type { StrideType } from '../formats/stride';
import type { CompletionItem } from '../language/completionItem';
import type { ChosenMetric, GuideStep } from '../language/cvssGuide';
import type { RatableRelation } from '../language/ratableRelations';
import type { VectorChoices } from '../language/vectorChoices';
import type { Severity } from '../formats/finding';
import type { FileContent } from '../workspace/workspaceModels';
import type { FilePlace, PathEdits, PositionRange } from './places';
import type { SelectionKey } from './selectionKey';
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

/** Which fix is meant: of one version of a model, a problem and one of its fixes, both by position. */
export interface ActionKey {
  readonly path: string;
  readonly version: number;
  readonly problem: number;
  readonly fix: number;
}

/** A fix as the editor offers it; its edits are made when it is chosen. */
export interface ActionItem {
  readonly key: ActionKey;
  readonly title: Message;
  /** Code and range of the problem it mends. */
  readonly problem: { readonly code: string; readonly range: PositionRange };
  readonly isPreferred: boolean;
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
          /** The one thing that the caret is on. */
          readonly key: SelectionKey | undefined;
        }
      | undefined;
  };
  /** Where something is declared; a chain is declared nowhere. */
  readonly declaration: {
    readonly params: { readonly root: string; readonly key: SelectionKey };
    readonly result: FilePlace | undefined;
  };
};

/** Requests for fixes. */
export type FixRequests = {
  /** Fixes of the problems in a range; of very many problems, those of the first. */
  readonly actions: {
    readonly params: { readonly path: string; readonly range: PositionRange };
    readonly result: readonly ActionItem[];
  };
  /** The edits of a fix; undefined where the model has changed since it was offered. */
  readonly actionEdits: { readonly params: ActionKey; readonly result: readonly PathEdits[] | undefined };
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

/** Requests about ratings. */
export type RatingRequests = {
  readonly relations: {
    readonly params: { readonly root: string };
    readonly result: readonly RatableRelation[];
  };
  /** The next metric of a guided pick, or the vector it has led to. */
  readonly guide: {
    readonly params: { readonly version: CvssVersion; readonly chosen: readonly ChosenMetric[] };
    readonly result:
      | { readonly kind: 'step'; readonly step: GuideStep; readonly count: number }
      | { readonly kind: 'vector'; readonly vector: string };
  };
  readonly vectorChoices: {
    readonly params: { readonly text: string };
    readonly result: VectorChoices | undefined;
  };
  /** The vector at a place, and the root of its model. */
  readonly vectorAt: {
    readonly params: DocumentPosition;
    readonly result:
      | {
          readonly root: string;
          readonly text: string;
          readonly range: PositionRange;
          readonly name: string | undefined;
        }
      | undefined;
  };
  readonly rate: {
    readonly params: {
      readonly root: string;
      readonly component: string;
      readonly interface: string;
      readonly type: StrideType;
      readonly text: string;
    };
    readonly result: readonly PathEdits[];
  };
  readonly editCell: {
    /** `before` is the vector that must still stand there; otherwise nothing is edited. */
    readonly params: DocumentPosition & { readonly before: string; readonly text: string };
    readonly result: readonly PathEdits[];
  };
  readonly nameVector: {
    /** As for `editCell`. */
    readonly params: DocumentPosition & { readonly before: string; readonly name: string };
    readonly result: readonly PathEdits[];
  };
  /** Named vectors of a model. */
  readonly vectors: {
    readonly params: { readonly root: string };
    readonly result: readonly { readonly name: string; readonly text: string; readonly score: number }[];
  };
};

/** A score behind a vector. */
export interface InlayHintItem {
  readonly position: Position;
  readonly label: string;
  readonly severity: string;
}

/** What stands above a component, an asset or an entry point. */
export interface CodeLensItem {
  readonly range: PositionRange;
  readonly target: { readonly kind: 'component' | 'asset' | 'entry'; readonly name: string };
  readonly figure: ChainFigure | undefined;
}

/** What can be written at a place, and the range it replaces. */
export interface CompletionList {
  readonly range: PositionRange;
  readonly items: readonly CompletionItem[];
}

/** Requests about what is shown between the lines, and about texts of new files. */
export type AnnotationRequests = {
  readonly completion: {
    readonly params: DocumentPosition;
    readonly result: CompletionList | undefined;
  };
  readonly inlayHints: {
    readonly params: { readonly path: string; readonly range: PositionRange };
    readonly result: readonly InlayHintItem[];
  };
  readonly codeLenses: {
    readonly params: { readonly path: string };
    readonly result: { readonly root: string; readonly lenses: readonly CodeLensItem[] } | undefined;
  };
};

/** What the host asks the language thread. */
export type LanguageRequests = NavigationRequests &
  FixRequests &
  OutlineRequests &
  RatingRequests &
  AnnotationRequests;
