import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pageHtml } from '../../src/extension/views/pageHtml';
import { isRpcMessage } from '../../src/protocol/rpc';
import { PAGES, type PageName } from '../../src/protocol/viewProtocol';
import { BrowserHost } from './browserHost';

/** The themes of VS Code whose colours are recorded in `themes/`. */
export const THEMES = ['light', 'dark', 'contrast', 'contrast-light'] as const;

export type Theme = (typeof THEMES)[number];

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
};

/** The body's attributes as VS Code sets them. */
const BODIES: Readonly<Record<Theme, string>> = {
  light: 'class="vscode-light" data-vscode-theme-kind="vscode-light"',
  dark: 'class="vscode-dark" data-vscode-theme-kind="vscode-dark"',
  contrast: 'class="vscode-high-contrast" data-vscode-theme-kind="vscode-high-contrast"',
  'contrast-light':
    'class="vscode-high-contrast-light vscode-high-contrast" data-vscode-theme-kind="vscode-high-contrast-light"',
};

/** Pages in an ordinary browser. */
export interface WebviewServer {
  readonly address: string;
  readonly host: BrowserHost;
  close(): Promise<void>;
}

/**
 * Serves the built pages with a real engine behind them, on the loopback interface. `/graph`, `/chains` and `/summary`
 * take `?theme=`.
 * @param texts of the model's files, by name
 * @param port 0 for a free one
 */
export async function startWebviewServer(
  texts: Readonly<Record<string, string>>,
  port = 0,
): Promise<WebviewServer> {
  const streams = new Set<ServerResponse>();
  const send = (stream: ServerResponse, state: unknown): void => {
    stream.write(`data: ${JSON.stringify({ kind: 'notification', method: 'state', params: state })}\n\n`);
  };
  const host = new BrowserHost(texts, (state) => streams.forEach((stream) => send(stream, state)));
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/rpc' && request.method === 'POST') {
      void answer(host, request, response);
    } else if (url.pathname === '/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(': open\n\n');
      streams.add(response);
      response.on('close', () => streams.delete(response));
    } else {
      serve(url, response);
    }
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    host,
    close: () =>
      new Promise((resolve) => {
        streams.forEach((stream) => stream.end());
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function serve(url: URL, response: ServerResponse): void {
  const name = url.pathname.slice(1);
  const wanted = url.searchParams.get('theme') as Theme;
  const theme = THEMES.includes(wanted) ? wanted : 'light';
  if (name === '') {
    reply(response, 200, 'text/html; charset=utf-8', overview(theme));
  } else if ((PAGES as readonly string[]).includes(name)) {
    const html = pageHtml(name as PageName, {
      base: '/files',
      cspSource: "'self'",
      connect: "'self'",
      extraStyle: `/themes/${theme}.css`,
    });
    reply(response, 200, 'text/html; charset=utf-8', html.replace('<body', `<body ${BODIES[theme]}`));
  } else {
    const [folder, file = ''] = name.split('/');
    const base = folder === 'files' ? 'dist/webview' : 'scripts/webview/themes';
    const found = path.join(base, path.basename(file));
    if (existsSync(found)) {
      reply(response, 200, TYPES[path.extname(found)] ?? 'text/plain', readFileSync(found));
    } else {
      reply(response, 404, 'text/plain', 'There is no such file');
    }
  }
}

function overview(theme: Theme): string {
  return `<!DOCTYPE html><html lang="en"><head><title>TMG pages</title><style>body{margin:0;display:grid;grid-template:60vh 40vh/1fr 1fr}
iframe{border:1px solid #8888;width:100%;height:100%;box-sizing:border-box}iframe:last-child{grid-column:1/3}</style></head><body>
<iframe src="/graph?theme=${theme}" title="Graph"></iframe><iframe src="/summary?theme=${theme}" title="Summary"></iframe>
<iframe src="/chains?theme=${theme}" title="Chains"></iframe></body></html>`;
}

async function answer(host: BrowserHost, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  const message: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  if (!isRpcMessage(message) || message.kind !== 'request') {
    reply(response, 400, 'text/plain', 'Not a request');
    return;
  }
  try {
    const result = await host.answer(message.method, message.params);
    reply(response, 200, 'application/json', JSON.stringify({ kind: 'result', id: message.id, result }));
  } catch (error) {
    const failure = { message: error instanceof Error ? error.message : String(error) };
    reply(response, 200, 'application/json', JSON.stringify({ kind: 'failure', id: message.id, failure }));
  }
}

function reply(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}
