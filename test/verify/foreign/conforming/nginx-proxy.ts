import { type IncomingMessage, type ServerResponse, request as sendRequest } from 'node:http';
import { overHttp, type TinyServer } from '../../../support/tiny-server.ts';

const reasons = {
  400: '400 Bad Request',
  414: '414 Request-URI Too Large',
  502: '502 Bad Gateway',
} as const;

export interface NginxOptions {
  /** The URL of the server behind the proxy. */
  readonly upstream: string;
  /** The size of `large_client_header_buffers`: the longest request line and header line, in bytes. */
  readonly lineLimit?: number;
}

/**
 * Forwards requests as nginx with `proxy_pass` to an origin. It answers in HTML itself if a path contains `%00`, leaves
 * the root or has a broken escape, if a line of the request is too long, or if the upstream server does not answer.
 */
export function startNginx({ upstream, lineLimit = 8192 }: NginxOptions): Promise<TinyServer> {
  const { hostname, port } = new URL(upstream);
  return overHttp((request, response) => {
    const refusal = refusalOf(request, lineLimit);
    if (refusal !== null) return page(response, refusal.status, refusal.line);
    const { method, url: path, headers: given } = request;
    const headers = { ...given, host: `${hostname}:${port}`, connection: 'close' };
    const onward = sendRequest({ hostname, port, method, headers, path, agent: false }, (reply) => {
      response.writeHead(reply.statusCode ?? 502, reply.statusMessage, [
        'Server',
        'nginx/1.27.3',
        ...endToEnd(reply.rawHeaders),
      ]);
      reply.pipe(response);
    });
    onward.once('error', () => page(response, 502));
    request.pipe(onward);
  });
}

/** Why a request does not reach the upstream server; null if it does. */
function refusalOf(
  { method, url = '', rawHeaders }: IncomingMessage,
  lineLimit: number,
): { readonly status: 400 | 414; readonly line?: string } | null {
  const requestLine = `${method} ${url} HTTP/1.1\r\n`;
  if (requestLine.length > lineLimit) return { status: 414 } as const;
  const lines = rawHeaders.map((text, index) => `${text}: ${rawHeaders[index + 1]}\r\n`);
  if (lines.some((line, index) => index % 2 === 0 && line.length > lineLimit)) {
    return { status: 400, line: 'Request Header Or Cookie Too Large' } as const;
  }
  const [path = ''] = url.split('?');
  const isBroken = /%(?![\da-f]{2})/i.test(path) || /%00/.test(path);
  return isBroken || leavesRoot(path) ? ({ status: 400 } as const) : null;
}

/** Whether the decoded path goes above its root. */
function leavesRoot(path: string): boolean {
  const decoded = path.replace(/%2e/gi, '.').replace(/%2f/gi, '/');
  let depth = 0;
  for (const segment of decoded.split('/').filter((part) => part !== '' && part !== '.')) {
    depth += segment === '..' ? -1 : 1;
    if (depth < 0) return true;
  }
  return false;
}

function page(response: ServerResponse, status: keyof typeof reasons, line?: string): void {
  const title = reasons[status];
  const heading =
    line === undefined ? `<h1>${title}</h1>` : `<h1>400 Bad Request</h1></center>\r\n<center>${line}`;
  const html = [
    '<html>',
    `<head><title>${line === undefined ? title : `400 ${line}`}</title></head>`,
    '<body>',
    `<center>${heading}</center>`,
    '<hr><center>nginx/1.27.3</center>',
    '</body>',
    '</html>',
    '',
  ].join('\r\n');
  response.writeHead(status, title.slice(4), {
    Server: 'nginx/1.27.3',
    'Content-Type': 'text/html',
    'Content-Length': html.length,
    Connection: status === 502 ? 'keep-alive' : 'close',
  });
  response.end(html);
}

/** The headers of the upstream server, without those that nginx sets itself. */
function endToEnd(rawHeaders: readonly string[]): string[] {
  const own = ['connection', 'keep-alive', 'server', 'transfer-encoding'];
  return rawHeaders.filter((_, index) => {
    const name = rawHeaders[index - (index % 2)] ?? '';
    return !own.includes(name.toLowerCase());
  });
}
