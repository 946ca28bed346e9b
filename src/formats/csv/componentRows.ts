import { ASSET_RATINGS, type AssetRatingName } from '../assetRatings';
import type { AssetRecord, ComponentRecord } from '../records';
import { readLabelledName } from './labelledName';
import type { Row } from './row';
import { readStrideTypes } from './strideTypesCell';
import type { Column } from './tables';

const RATING_COLUMNS = {
  security: 'Rating: Security',
  operation: 'Rating: Operation',
  tech: 'Rating: Tech',
  compliance: 'Rating: Compliance',
} as const satisfies Record<AssetRatingName, Column>;

/** A row of the table of assets. Without an asset it only places the component in its facility. */
export function readAssetRow(row: Row): ComponentRecord | undefined {
  const name = row.text('Component');
  if (!name) {
    row.missing('Component');
    return undefined;
  }
  const facility = row.text('Facility');
  const asset = readAsset(row);
  const description = asset ? undefined : row.text('Description');
  return {
    name,
    ...(facility && { facility }),
    labels: [],
    interfaces: [],
    assets: asset ? [asset] : [],
    ...(description && { description }),
    range: row.range,
  };
}

function readAsset(row: Row): AssetRecord | undefined {
  const name = row.text('Asset');
  if (!name) {
    const stray = (['Id', ...Object.values(RATING_COLUMNS), 'STRIDE Types'] as const).flatMap(
      (column) => row.cell(column) ?? [],
    )[0];
    if (stray) {
      row.report(
        'wrong-type',
        stray.range,
        'This belongs to an asset, but the row names none; fill in "Asset", or clear this cell.',
      );
    }
    return undefined;
  }
  const id = row.text('Id');
  const description = row.text('Description');
  return {
    name,
    ...(id && { id }),
    ratings: readAssetRatings(row),
    stride: readStrideTypes(row),
    ...(description && { description }),
    range: row.range,
  };
}

function readAssetRatings(row: Row): AssetRecord['ratings'] {
  const ratings: { -readonly [Name in AssetRatingName]?: AssetRecord['ratings'][Name] } = {};
  for (const name of ASSET_RATINGS) {
    const cell = row.cell(RATING_COLUMNS[name]);
    const value =
      cell && /^\d+([.,]\d+)?$/.test(cell.value) ? Number(cell.value.replace(',', '.')) : Number.NaN;
    if (value >= 0 && value <= 5 && cell) {
      ratings[name] = { value, range: cell.range };
    } else if (cell) {
      row.wrongType(cell, RATING_COLUMNS[name], 'a number from 0 to 5');
    }
  }
  return ratings;
}

/** A row of the table of interfaces: a component with labels and some of its interfaces. */
export function readInterfaceRow(row: Row): ComponentRecord | undefined {
  const cell = row.cell('Component');
  const interfaces = row.list('Interface');
  if (!cell || interfaces.length === 0) {
    row.missing(...row.emptyOf('Component', 'Interface'));
    return undefined;
  }
  const description = row.text('Description');
  return {
    ...readLabelledName(cell),
    interfaces,
    assets: [],
    ...(description && { description }),
    range: row.range,
  };
}
