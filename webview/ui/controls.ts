import './focusVisibleProbe';
import {
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeCheckbox,
  vsCodeDropdown,
  vsCodeOption,
} from '@vscode/webview-ui-toolkit';
import { element as make, setAttribute } from '../dom';

provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeCheckbox(), vsCodeDropdown(), vsCodeOption());

/** A control of the toolkit; the rest of the page knows no more of it than this. */
type ToolkitElement = HTMLElement & { value: string; checked: boolean; disabled: boolean };

/** A push button. */
export interface Button {
  readonly element: HTMLElement;
  setEnabled(enabled: boolean): void;
  /** For a button that stays down. */
  setPressed(pressed: boolean): void;
  setLabel(label: string): void;
}

/** @param icon name of a codicon; then the label is only read out and shown as a tooltip */
export function button(
  label: string,
  onClick: () => void,
  { icon, primary = false }: { readonly icon?: string; readonly primary?: boolean } = {},
): Button {
  const element = document.createElement('vscode-button') as ToolkitElement;
  const setLabel = (text: string): void => {
    if (icon === undefined) {
      element.textContent = text;
    } else {
      setAttribute(element, 'aria-label', text);
      element.title = text;
    }
  };
  if (icon === undefined) {
    setAttribute(element, 'appearance', primary ? 'primary' : 'secondary');
  } else {
    setAttribute(element, 'appearance', 'icon');
    const image = document.createElement('span');
    image.className = `codicon codicon-${icon}`;
    image.setAttribute('aria-hidden', 'true');
    element.append(image);
  }
  setLabel(label);
  element.addEventListener('click', onClick);
  return {
    element,
    setEnabled: (enabled) => {
      element.disabled = !enabled;
    },
    setPressed: (pressed) => setAttribute(element, 'aria-pressed', String(pressed)),
    setLabel,
  };
}

/** A box to tick. */
export interface Checkbox {
  readonly element: HTMLElement;
  setChecked(checked: boolean): void;
}

/** @param onChange gets whether it is ticked now */
export function checkbox(label: string, checked: boolean, onChange: (checked: boolean) => void): Checkbox {
  const element = document.createElement('vscode-checkbox') as ToolkitElement;
  element.textContent = label;
  element.checked = checked;
  let known = checked;
  element.addEventListener('change', () => {
    if (element.checked !== known) {
      known = element.checked;
      onChange(known);
    }
  });
  return {
    element,
    setChecked: (value) => {
      known = value;
      element.checked = value;
    },
  };
}

/** A line to type into. */
export interface TextField {
  readonly element: HTMLElement;
  readonly value: string;
  setValue(value: string): void;
  focus(): void;
}

/**
 * A native field: that of the toolkit forgets its label as soon as it is on the page.
 * @param onInput gets the text at every keystroke
 */
export function textField(
  label: string,
  { placeholder = '', value = '' }: { readonly placeholder?: string; readonly value?: string },
  onInput: (text: string) => void,
): TextField {
  const element = make('input', {
    type: 'text',
    class: 'text-field',
    'aria-label': label,
    title: label,
    placeholder,
    spellcheck: 'false',
    autocomplete: 'off',
  });
  element.value = value;
  element.addEventListener('input', () => onInput(element.value));
  return {
    element,
    get value() {
      return element.value;
    },
    setValue: (text) => {
      element.value = text;
    },
    focus: () => element.focus(),
  };
}

/** An item of a dropdown. */
export interface Option<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
}

/** A choice of one of several. */
export interface Dropdown<Value extends string = string> {
  readonly element: HTMLElement;
  setOptions(options: readonly Option<Value>[], value: Value): void;
  setValue(value: Value): void;
}

/** @param onChange gets what the user chose; not called for what is set by program */
export function dropdown<Value extends string>(
  label: string,
  options: readonly Option<Value>[],
  value: Value,
  onChange: (value: Value) => void,
): Dropdown<Value> {
  const element = document.createElement('vscode-dropdown') as ToolkitElement;
  setAttribute(element, 'aria-label', label);
  element.title = label;
  let known = '';
  const setValue = (next: Value): void => {
    known = next;
    element.value = next;
  };
  const setOptions = (items: readonly Option<Value>[], next: Value): void => {
    element.replaceChildren(
      ...items.map((item) => {
        const option = document.createElement('vscode-option') as ToolkitElement;
        setAttribute(option, 'value', item.value);
        option.textContent = item.label;
        return option;
      }),
    );
    // The toolkit takes in its options a moment later.
    setValue(next);
    queueMicrotask(() => setValue(next));
  };
  element.addEventListener('change', () => {
    if (element.value !== known) {
      known = element.value;
      onChange(known as Value);
    }
  });
  setOptions(options, value);
  return { element, setOptions, setValue };
}

/** Turns while something is under way. Not the toolkit's, which is an alert and always called "Loading". */
export function progressRing(label: string): HTMLElement {
  return make('span', {
    class: 'progress-ring codicon codicon-loading codicon-modifier-spin',
    role: 'img',
    'aria-label': label,
  });
}
