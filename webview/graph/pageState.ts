import { LAYOUT_KINDS, type LayoutKind } from '../../src/drawing/layout';
import { COLOUR_MODES, type ColourMode } from '../../src/drawing/nodeColour';
import {
  isArrayOf,
  isBoolean,
  isFiniteNumber,
  isObjectOf,
  isOneOf,
  isOptional,
  isString,
} from '../../src/protocol/guard';

/** What the page keeps between sessions. What is chosen is the host's. */
export interface GraphPageState {
  readonly layout: LayoutKind;
  readonly colourMode: ColourMode;
  readonly onlyChains: boolean;
  readonly hideVirtual: boolean;
  /** Names of collapsed facilities. */
  readonly collapsed: readonly string[];
  /** Undefined: where there is room. */
  readonly legend: boolean | undefined;
  readonly details: boolean | undefined;
  /** Zoom and place of the picture; undefined: all of it in view. */
  readonly view: { readonly k: number; readonly x: number; readonly y: number } | undefined;
  /** Step to which the chosen chain is played; undefined: all of it. */
  readonly step: number | undefined;
}

const INITIAL: GraphPageState = {
  layout: 'layered',
  colourMode: 'worst',
  onlyChains: false,
  hideVirtual: false,
  collapsed: [],
  legend: undefined,
  details: undefined,
  view: undefined,
  step: undefined,
};

const isGraphPageState = isObjectOf<{ [Key in keyof GraphPageState]: GraphPageState[Key] }>({
  layout: isOneOf(LAYOUT_KINDS),
  colourMode: isOneOf(COLOUR_MODES),
  onlyChains: isBoolean,
  hideVirtual: isBoolean,
  collapsed: isArrayOf(isString),
  legend: isOptional(isBoolean),
  details: isOptional(isBoolean),
  view: isOptional(isObjectOf({ k: isFiniteNumber, x: isFiniteNumber, y: isFiniteNumber })),
  step: isOptional(isFiniteNumber),
});

/** What the page was when it was there last; as at first where that is unknown or of another version. */
export function restoredState(stored: unknown): GraphPageState {
  return isGraphPageState(stored) ? stored : INITIAL;
}
