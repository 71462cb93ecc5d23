// A static server as a portal might run it, with a security policy of the portal's own.
import { createServer } from 'node:http';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** Serves a folder and, by path, pages that a test writes itself; gives the address and a way to stop. */
export async function servePortal(folder, policy, pages = {}) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://portal').pathname));
    try {
      const content = pages[path] ?? (await readFile(join(folder, path.endsWith('/') ? `${path}index.html` : path)));
      if (policy) response.setHeader('Content-Security-Policy', policy);
      response.setHeader('Content-Type', TYPES[extname(path)] ?? TYPES['.html']);
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
