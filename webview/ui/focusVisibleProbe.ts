/**
 * The toolkit finds out with an inline style whether the browser knows `:focus-visible`. The content security policy
 * forbids inline styles, so the first style element that is made is another one that has a constructed sheet. Has to be
 * imported before the toolkit.
 */
const own = document as { createElement?: unknown };

own.createElement = (tag: string, options?: ElementCreationOptions): HTMLElement => {
  if (tag !== 'style') {
    return Document.prototype.createElement.call(document, tag, options);
  }
  delete own.createElement;
  return Object.assign(document.createElement('template'), { sheet: new CSSStyleSheet() });
};
