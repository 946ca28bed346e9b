import { cleanName, sentences } from './cleanName';
import type { ForeignSystem } from './foreignSystem';
import type { ImportedModel } from './importedModel';
import type { ImportLog } from './importReport';
import { LinkMapper } from './linkMapper';
import { PartMapper } from './partMapper';

/**
 * What files describe, as one model. Zones become facilities, parts components, links interfaces that their ends
 * share. What is outside the system gets the label EXT, and its links are entries. Names become unique; what refers
 * to something that is not there is reported and left out.
 */
export function mapSystems(systems: readonly ForeignSystem[], log: ImportLog): ImportedModel {
  const [first] = systems;
  const parts = new PartMapper(log);
  // A part that is outside in one file and inside in another is inside: only all parts say what links are entries.
  const known = systems.map((system) => ({ system, drafts: parts.add(system) }));
  const links = new LinkMapper(log);
  for (const { system, drafts } of known) {
    links.add(system, drafts);
  }
  parts.addPlaceholders(first?.file ?? '');
  const interfaces = links.interfaces();
  if (interfaces.length > 0 && interfaces.every(({ entry }) => entry !== true)) {
    log.guessed(
      { file: first?.file ?? '' },
      'Nothing says where outsiders come in, so attacks begin at every interface; mark the real ones with "entry: true".',
    );
  }
  const title = systems.length === 1 ? cleanName(first?.title ?? '') : '';
  const description = systems.length === 1 ? sentences([first?.description]) : undefined;
  return {
    ...(title !== '' && { name: title }),
    ...(description !== undefined && { description }),
    stepRule: 'elevation',
    facilities: parts.facilities(),
    components: parts.components(),
    interfaces,
    vectors: [],
    ratings: links.ratings(),
    filters: [],
  };
}
