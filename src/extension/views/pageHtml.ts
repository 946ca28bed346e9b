import { randomBytes } from 'node:crypto';
import type { PageName } from '../../protocol/viewProtocol';

const TITLES: Readonly<Record<PageName, string>> = {
  graph: 'Threat Modeling Graph',
  chains: 'Attack Chains',
  summary: 'Summary of Attack Chains',
};

/** Where a page's files are, and what may be reached. */
export interface PageSource {
  /** Base of the files in `dist/webview`, without a slash at the end. */
  readonly base: string;
  /** The source of styles and fonts for the content security policy. */
  readonly cspSource: string;
  /** What the page may connect to; nothing in VS Code. */
  readonly connect?: string;
  /** A further style sheet. */
  readonly extraStyle?: string;
}

/** The HTML of a page: nothing but its own script, style sheets and icons may be loaded. */
export function pageHtml(page: PageName, { base, cspSource, connect, extraStyle }: PageSource): string {
  const nonce = randomBytes(24).toString('base64url');
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    `font-src ${cspSource}`,
    "base-uri 'none'",
    "form-action 'none'",
    ...(connect === undefined ? [] : [`connect-src ${connect}`]),
  ].join('; ');
  const styles = [
    `${base}/icons.css`,
    `${base}/${page}.css`,
    ...(extraStyle === undefined ? [] : [extraStyle]),
  ];
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TITLES[page]}</title>
${styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('\n')}
</head>
<body>
<main>
<h1 class="visually-hidden">${TITLES[page]}</h1>
<div id="${page}" class="page"></div>
</main>
<script nonce="${nonce}" src="${base}/${page}.js"></script>
</body>
</html>
`;
}
