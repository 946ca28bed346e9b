import type { SettingsRecord } from '../formats/settings';
import { byPriority } from '../model/modelFile';
import type { Origins, Place } from '../model/origins';

/** Where a setting of a model is written. */
export function settingPlace(origins: Origins, setting: keyof SettingsRecord): Place | undefined {
  return first(
    byPriority(origins.files).map(({ file, settings }) => ({ file, range: settings[setting]?.range })),
  );
}

/**
 * Where a finding about a whole model stands: its name, else a setting, else its first component, which are lines that a
 * comment can stand above.
 */
export function modelPlace(origins: Origins, setting: keyof SettingsRecord): Place | undefined {
  const files = byPriority(origins.files);
  return (
    first(files.map(({ file, name }) => ({ file, range: name?.range }))) ??
    settingPlace(origins, setting) ??
    first(files.map(({ file, components }) => ({ file, range: components[0]?.name.range })))
  );
}

function first(places: readonly { file: string; range: Place['range'] | undefined }[]): Place | undefined {
  return places.flatMap(({ file, range }) => (range ? [{ file, range }] : []))[0];
}
