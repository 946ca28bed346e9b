import { type DiagnosticCode, DIAGNOSTICS, isDiagnosticCode } from '../formats/diagnosticCodes';
import { schemaDocs, schemaKeys, schemaShape } from '../formats/yaml/schemaDocs';
import type { YamlPath } from '../formats/yaml/yamlPathAt';
import type { Offer } from './completionItem';
import { escapeMarkdown } from './markdown';

/** The keys of the map at a path, with what the schema says about them. */
export function keyOffers(path: YamlPath): Offer[] {
  return schemaKeys(path).map((key) =>
    isDiagnosticCode(key) && path.at(-1) === 'severity'
      ? codeOffer(key)
      : { label: key, kind: 'key', ...docsOf([...path, key]) },
  );
}

/** The words that can stand at a path, where the schema allows only some. */
export function wordOffers(path: YamlPath): Offer[] {
  const words = schemaShape(path) === 'boolean' ? ['true', 'false'] : (schemaDocs(path)?.words ?? []);
  return words.map((label) => {
    // A STRIDE letter says little, its name is the title of the key in a rating.
    const title = schemaDocs(['ratings', '', '', label])?.title;
    return { label, kind: 'value', ...(title !== undefined && { detail: title }) };
  });
}

/** A diagnostic code with the level it has where nothing is set. */
export function codeOffer(code: DiagnosticCode): Offer {
  return { label: code, kind: 'code', detail: DIAGNOSTICS[code] };
}

function docsOf(path: YamlPath): Pick<Offer, 'detail' | 'documentation'> {
  const docs = schemaDocs(path);
  return {
    ...(docs?.title !== undefined && { detail: docs.title }),
    ...(docs?.description !== undefined && { documentation: escapeMarkdown(docs.description) }),
  };
}
