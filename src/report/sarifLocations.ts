import type { ArtifactLocation, Location, PhysicalLocation } from 'sarif';
import type { Place } from '../model/origins';
import { isWithin, joinPath, relativePath } from '../workspace/paths';
import type { Snapshot } from '../workspace/snapshot';
import { SourceLocator } from '../workspace/sourceLocator';
import { SOURCE_ROOT, sarifMessage } from './sarifLog';

/** Translates places of a model to locations. */
export class SarifLocations {
  private readonly locator: SourceLocator;

  /** @param sourceRoot absolute path of the folder that addresses are relative to; files elsewhere have whole ones */
  constructor(
    private readonly snapshot: Pick<Snapshot, 'records' | 'root'>,
    private readonly sourceRoot: string,
  ) {
    this.locator = new SourceLocator(snapshot);
  }

  physical(place: Place): PhysicalLocation {
    const start = this.locator.start(place);
    const end = this.locator.end(place);
    return {
      artifactLocation: this.artifact(place.file),
      region: {
        startLine: start.line,
        startColumn: start.column,
        endLine: end.line,
        endColumn: end.column,
      },
    };
  }

  /** @param id by which a message can refer to it */
  location(place: Place | undefined, text: string, id?: number): Location {
    return {
      ...(id !== undefined && { id }),
      ...(place && { physicalLocation: this.physical(place) }),
      message: sarifMessage(text),
    };
  }

  private artifact(file: string): ArtifactLocation {
    return artifactLocation(joinPath(this.snapshot.root, file), this.sourceRoot);
  }
}

/** The address of a file or folder, by its absolute path. */
export function artifactLocation(path: string, sourceRoot: string): ArtifactLocation {
  return isWithin(path, sourceRoot)
    ? { uri: uriPath(relativePath(sourceRoot, path)), uriBaseId: SOURCE_ROOT }
    : { uri: `file://${path.startsWith('/') ? '' : '/'}${uriPath(path)}` };
}

function uriPath(path: string): string {
  // Half a surrogate pair has no encoding.
  return path
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')))
    .join('/');
}
