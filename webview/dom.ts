/** What an element is made with: attributes and properties; `undefined` and `false` leave one out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

type Child = Node | string | undefined;

/** Makes an element. Strings become text, never markup, so names from files cannot do harm. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    setAttribute(made, name, value);
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** Sets an attribute; `true` sets it empty, `false` and `undefined` remove it. */
export function setAttribute(target: Element, name: string, value: Attributes[string]): void {
  if (value === undefined || value === false) {
    target.removeAttribute(name);
  } else {
    target.setAttribute(name, value === true ? '' : String(value));
  }
}

/** The element with an id. @throws Error if the page has none */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) {
    throw new Error(`The page has no element ${id}`);
  }
  return found;
}
