/** The colours of the theme as a canvas takes them. */
export interface GraphTheme {
  readonly background: string;
  readonly foreground: string;
  readonly muted: string;
  readonly border: string;
  readonly box: string;
  readonly hull: string;
  readonly lit: string;
  readonly warning: string;
  readonly ratings: Readonly<Record<'high' | 'medium' | 'low' | 'none', string>>;
  /** One per facility, in turn. */
  readonly facilities: readonly string[];
  /** From few chains to many. */
  readonly steps: readonly string[];
  readonly font: string;
  readonly isHighContrast: boolean;
}

/** Distinguishable with every kind of colour vision (Okabe and Ito, 2008), for light and for dark backgrounds. */
const FACILITIES = {
  light: [
    '#0072b2',
    '#d55e00',
    '#007a5a',
    '#a8478b',
    '#8a6d00',
    '#2f8fc4',
    '#5b5b5b',
    '#7a3b00',
    '#4b3fa0',
    '#a01f3a',
  ],
  dark: [
    '#56b4e9',
    '#ffa44f',
    '#2fc99a',
    '#e39ac4',
    '#f0e442',
    '#8cc8ff',
    '#c0c0c0',
    '#d9a066',
    '#a9a1ff',
    '#ff8fa3',
  ],
} as const;

/** One hue that gains in contrast with the background. */
const STEPS = {
  light: ['#9ab8cc', '#6f9dbd', '#4381ac', '#1c6398', '#004578'],
  dark: ['#3f5d70', '#4f7c99', '#5f9cc3', '#7fbfe8', '#b5e2ff'],
} as const;

/** Reads the colours of the theme that is on now. */
export function readTheme(): GraphTheme {
  const style = getComputedStyle(document.documentElement);
  const colour = (...names: readonly string[]): string =>
    names.map((name) => style.getPropertyValue(`--vscode-${name}`).trim()).find((value) => value !== '') ??
    '#888888';
  const { classList } = document.body;
  const isDark = classList.contains('vscode-dark') || isContrastDark(classList);
  const isHighContrast = classList.contains('vscode-high-contrast');
  return {
    background: colour('editor-background'),
    foreground: colour('editor-foreground', 'foreground'),
    muted: colour('descriptionForeground', 'foreground'),
    border: isHighContrast ? colour('contrastBorder', 'foreground') : colour('editorLineNumber-foreground'),
    box: isHighContrast
      ? colour('editor-background')
      : colour('editorWidget-background', 'editor-background'),
    hull: colour('editorIndentGuide-background1', 'editorIndentGuide-background', 'panel-border'),
    lit: isHighContrast
      ? colour('contrastActiveBorder', 'focusBorder')
      : colour('charts-blue', 'focusBorder'),
    warning: colour('editorWarning-foreground', 'charts-yellow'),
    ratings: {
      high: colour('charts-red'),
      medium: colour('charts-yellow'),
      low: colour('charts-green'),
      none: colour('editorLineNumber-foreground', 'foreground'),
    },
    facilities: isDark ? FACILITIES.dark : FACILITIES.light,
    steps: isDark ? STEPS.dark : STEPS.light,
    font: style.getPropertyValue('--vscode-font-family').trim() || 'sans-serif',
    isHighContrast,
  };
}

/** Calls back whenever the theme changes. */
export function onThemeChange(callback: () => void): void {
  const observer = new MutationObserver(callback);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
}

/** Whether the user wants as little movement as possible. */
export function isMotionReduced(): boolean {
  return (
    document.body.classList.contains('vscode-reduce-motion') ||
    matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}

function isContrastDark(classList: DOMTokenList): boolean {
  return classList.contains('vscode-high-contrast') && !classList.contains('vscode-high-contrast-light');
}
