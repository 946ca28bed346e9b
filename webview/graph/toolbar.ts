import { COLOUR_MODES, type ColourMode } from '../../src/drawing/nodeColour';
import { LAYOUT_KINDS, type LayoutKind } from '../../src/drawing/layout';
import type { ViewState } from '../../src/protocol/viewProtocol';
import { element } from '../dom';
import { checklist } from '../ui/checklist';
import { foldable } from '../ui/foldable';
import { button, checkbox, dropdown, textField } from '../ui/controls';
import type { GraphPageState } from './pageState';

/** What the toolbar makes the page do. */
export interface ToolbarEvents {
  readonly onState: (change: Partial<GraphPageState>) => void;
  readonly onModel: (root: string) => void;
  readonly onSearch: (text: string) => void;
  /** Goes to the next node that was found. */
  readonly onNextFound: () => void;
  readonly onZoom: (factor: number) => void;
  readonly onFit: () => void;
  readonly onArrange: () => void;
  readonly onTravel: (by: -1 | 1) => void;
  readonly onClear: () => void;
  readonly onFollow: (follow: boolean) => void;
  readonly onTable: () => void;
  readonly onSave: (format: 'svg' | 'png') => void;
}

/** Which panes are beside the graph now. */
export interface ShownPanes {
  readonly legend: boolean;
  readonly details: boolean;
}

/** The toolbar above the graph. */
export interface Toolbar {
  readonly element: HTMLElement;
  update(state: ViewState, shown: ShownPanes, page: GraphPageState, facilities: readonly string[]): void;
  setFound(text: string): void;
  focusSearch(): void;
}

const LAYOUT_LABELS: Readonly<Record<LayoutKind, string>> = {
  layered: 'By distance',
  facility: 'By facility',
  force: 'By forces',
};
const COLOUR_LABELS: Readonly<Record<ColourMode, string>> = {
  worst: 'Worst P',
  facility: 'Facility',
  chains: 'Number of chains',
};

/** As wide as this, all options have room beside each other. */
const WIDE_PX = 1240;

/** Makes the toolbar. */
export function toolbar(events: ToolbarEvents, page: GraphPageState): Toolbar {
  const models = dropdown<string>('Model', [], '', events.onModel);
  const layout = dropdown(
    'Layout',
    LAYOUT_KINDS.map((value) => ({ value, label: LAYOUT_LABELS[value] })),
    page.layout,
    (value) => events.onState({ layout: value, view: undefined }),
  );
  const colours = dropdown(
    'Colour by',
    COLOUR_MODES.map((value) => ({ value, label: COLOUR_LABELS[value] })),
    page.colourMode,
    (colourMode) => events.onState({ colourMode }),
  );
  const search = textField('Find a node', { placeholder: 'Find a node' }, events.onSearch);
  search.element.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') {
      events.onNextFound();
    }
  });
  const found = element('span', { class: 'found', role: 'status' });
  const onlyChains = checkbox('Only on chains', page.onlyChains, (value) =>
    events.onState({ onlyChains: value }),
  );
  const hideVirtual = checkbox('Hide Virtual', page.hideVirtual, (value) =>
    events.onState({ hideVirtual: value }),
  );
  const collapsed = checklist('Collapse', (names) => events.onState({ collapsed: names }));
  const follow = button('Follow the cursor in the text', () => events.onFollow(!isFollowed), {
    icon: 'target',
  });
  const details = button('Details', () => events.onState({ details: !shown.details }), {
    icon: 'layout-sidebar-right',
  });
  const legend = button('Legend', () => events.onState({ legend: !shown.legend }), { icon: 'symbol-color' });
  const back = button('Go back', () => events.onTravel(-1), { icon: 'arrow-left' });
  const forward = button('Go forward', () => events.onTravel(1), { icon: 'arrow-right' });
  const clear = button('Clear selection', events.onClear, { icon: 'close' });
  let isFollowed = true;
  let shown: ShownPanes = { legend: true, details: true };
  const options = element(
    'div',
    { class: 'view-options' },
    layout.element,
    colours.element,
    onlyChains.element,
    hideVirtual.element,
    collapsed.element,
  );
  const popover = foldable('View', options);
  const bar = element(
    'div',
    { class: 'toolbar', role: 'toolbar', 'aria-label': 'Graph' },
    models.element,
    search.element,
    found,
    popover.element,
    element('span', { class: 'spacer' }),
    ...[
      back,
      forward,
      clear,
      button('Zoom in', () => events.onZoom(1.4), { icon: 'zoom-in' }),
      button('Zoom out', () => events.onZoom(1 / 1.4), { icon: 'zoom-out' }),
      button('Show all', events.onFit, { icon: 'screen-full' }),
      button('Arrange anew', events.onArrange, { icon: 'refresh' }),
      follow,
      legend,
      details,
      button('Show the chain table', events.onTable, { icon: 'table' }),
      button('Save as SVG', () => events.onSave('svg'), { icon: 'save-as' }),
      button('Save as PNG', () => events.onSave('png'), { icon: 'device-camera' }),
    ].map(({ element: made }) => made),
  );
  new ResizeObserver(() => popover.setFolded(bar.clientWidth < WIDE_PX)).observe(bar);
  return {
    element: bar,
    update: (state, panes, newest, facilities) => {
      shown = panes;
      isFollowed = state.followCursor;
      models.setOptions(
        state.models.map(({ root, name }) => ({ value: root, label: name })),
        state.root ?? '',
      );
      models.element.hidden = state.models.length < 2;
      layout.setValue(newest.layout);
      colours.setValue(newest.colourMode);
      onlyChains.setChecked(newest.onlyChains);
      hideVirtual.setChecked(newest.hideVirtual);
      collapsed.setItems(
        facilities.map((name) => ({ value: name, label: name })),
        newest.collapsed,
      );
      back.setEnabled(state.canGoBack);
      forward.setEnabled(state.canGoForward);
      clear.setEnabled(state.selection !== undefined);
      follow.setPressed(state.followCursor);
      legend.setPressed(panes.legend);
      details.setPressed(panes.details);
    },
    setFound: (text) => {
      found.textContent = text;
    },
    focusSearch: () => search.focus(),
  };
}
