import type { Locator, Page } from 'playwright-core';
import type { ChainSet } from '../../src/chains/chainSet';
import { computeChains } from '../../src/chains/computeChains';
import type { ChainKey } from '../../src/protocol/selectionKey';
import type { TableColumn } from '../../src/threats/tableQuery';
import { modelFrom } from '../support/modelFrom';
import type { NaiveRow } from '../support/naiveTable';
import { untilEqual } from '../support/until';
import { textsOf } from './support';

/** The chains of a folder, as the engine computes them. */
export function chainsOf(folder: string): ChainSet {
  return computeChains(modelFrom(textsOf(folder)).model);
}

/** Chooses the chain of a row. */
export function keyOf({ chain }: NaiveRow): ChainKey {
  return { kind: 'chain', path: chain.path, asset: chain.asset.id, type: chain.type };
}

/** What a row says of its chain: path, asset and type tell it from all others. */
export const IDENTITY = ['Path', 'Asset', 'STRIDE Type'] as const satisfies readonly TableColumn[];

/** What the cells of a row say of its chain. */
export function identityOf({ chain, cells }: NaiveRow): string[] {
  return [chain.path.join(' › '), chain.asset.name, String(cells['STRIDE Type'])];
}

/** The table of an opened page. */
export class Table {
  readonly grid: Locator;
  readonly rows: Locator;

  constructor(readonly page: Page) {
    this.grid = page.locator('.grid');
    this.rows = page.locator('.grid .row');
  }

  /** Waits for the first row. */
  async wait(): Promise<this> {
    await this.page.locator('.grid .row .cell, .grid .row .group-cell').first().waitFor();
    await this.settled();
    return this;
  }

  /** Waits until what was asked for is there. */
  async settled(): Promise<void> {
    await this.page.waitForFunction(
      () =>
        document.querySelector('.grid')?.getAttribute('aria-busy') === 'false' &&
        !document.querySelector('.grid .placeholder'),
    );
  }

  async waitForCount(text: string): Promise<void> {
    await this.page
      .locator('.count')
      .filter({ hasText: new RegExp(`^${text}$`) })
      .waitFor();
    await this.settled();
  }

  /** Cells of the rows that are in the page, by the columns asked for. */
  async cells(columns: readonly TableColumn[]): Promise<string[][]> {
    const names = await this.columns();
    const indices = columns.map((column) => names.indexOf(column));
    return this.rows.evaluateAll(
      (rows, at) =>
        rows
          .filter((row) => !row.classList.contains('group'))
          .map((row) => at.map((index) => row.children[index]?.textContent ?? '')),
      indices,
    );
  }

  /** Full names of the columns. */
  columns(): Promise<string[]> {
    return this.page
      .locator('.header-cell')
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label') ?? cell.textContent ?? ''));
  }

  header(column: TableColumn): Locator {
    return this.page.getByRole('columnheader', { name: column, exact: true });
  }

  /** Waits until the rows are these, and fails with the difference where they never are. */
  async expectIdentities(wanted: readonly string[][]): Promise<void> {
    await untilEqual(() => this.cells(IDENTITY), wanted);
  }

  /** Ticks an item of one of the lists to filter by, or takes the tick away. */
  async tick(list: string, item: string): Promise<void> {
    const button = this.page.locator('.filters summary', {
      hasText: new RegExp(`^${list}( \\(\\d+\\))?$`),
    });
    await button.click();
    await this.page.getByRole('checkbox', { name: item, exact: true }).click();
    await button.click();
  }

  async groupBy(label: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Group by' }).click();
    await this.page.getByRole('option', { name: label }).click();
    await this.page.locator('.row.group').first().waitFor();
    await this.settled();
  }

  /** What the keyboard is on, once the grid has drawn it. */
  active(): Promise<string> {
    return this.grid.evaluate(async (grid) => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const id = grid.getAttribute('aria-activedescendant') ?? '';
      const target = document.getElementById(id);
      return target ? `${target.getAttribute('role')} ${id}` : 'nothing';
    });
  }

  /** Waits until the keyboard is on a row or cell. */
  async expectActive(wanted: string): Promise<void> {
    await untilEqual(() => this.active(), wanted);
  }

  chosen(): Locator {
    return this.page.locator('.grid [aria-selected="true"]');
  }
}
