// @ts-check
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/**
 * A model server behind the page's own origin, so that neither CORS nor a key is anybody's matter who uses the page.
 *
 * @typedef {object} PolicyServer
 * @property {string} address what its paths begin with, for example "http://host:8000/v1"
 * @property {string | undefined} key what it asks for; it is sent to the server, and never to the page
 */

/** Where it stands below the page. */
const FOLDER = '/policy';

/**
 * What is asked below the page's `/policy/v1` is asked of `http://host:8000/v1`, and nothing else of that server is reached but
 * vLLM's `/tokenize`, which stands beside it. Vite passes it on, by http-proxy-3.
 *
 * @param {PolicyServer} server
 * @returns {import('vite').Plugin}
 */
export function policyServer(server) {
  // A pattern: Vite takes a plain beginning for whatever begins so, another word too.
  const proxy = { [`^${FOLDER}/`]: proxyTo(server) };
  const prefix = prefixOf(server);
  return {
    name: 'policy-server',
    config: () => ({ preview: { proxy }, server: { proxy } }),
    transformIndexHtml: () => [metaOf(prefix)],
    configureServer: ({ middlewares }) => {
      middlewares.use(prefixOnly(prefix));
    },
    configurePreviewServer: ({ middlewares, config }) => {
      middlewares.use(prefixOnly(prefix));
      middlewares.use(namesServer(prefix, config));
    },
  };
}

/** @param {PolicyServer} server */
function prefixOf({ address }) {
  return FOLDER + new URL(address).pathname.replace(/\/$/, '');
}

/**
 * @param {PolicyServer} server
 * @returns {import('vite').ProxyOptions}
 */
function proxyTo({ address, key }) {
  return {
    target: new URL(address).origin,
    changeOrigin: true,
    rewrite: (path) => path.slice(FOLDER.length),
    configure: (proxy) => {
      proxy.on('proxyReq', (request) => {
        // Who asks is the page's server, not the page.
        for (const name of ['authorization', 'cookie', 'origin', 'referer']) {
          request.removeHeader(name);
        }
        if (key !== undefined) request.setHeader('authorization', `Bearer ${key}`);
      });
      proxy.on('proxyRes', ({ headers }) => {
        delete headers['set-cookie'];
      });
      // Before Vite's own, which tells the page the words of the failure.
      proxy.prependListener('error', (_error, _request, response) => {
        if (!('writeHead' in response) || response.headersSent) return;
        const message = 'The server that the page was started with can’t be reached.';
        response.writeHead(502, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify({ error: { message } }));
      });
    },
  };
}

/**
 * Lets the page ask below the prefix, and answers for everything else in the folder.
 *
 * @param {string} prefix
 * @returns {import('vite').Connect.NextHandleFunction}
 */
function prefixOnly(prefix) {
  return (request, response, next) => {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    if (path !== FOLDER && !path.startsWith(`${FOLDER}/`)) return next();
    if (!isFromPage(request)) {
      return refuse(response, 403, 'Only the page itself may ask this server.');
    }
    const method = request.method ?? '';
    if (!isPlain(path) || !isAsked(prefix, method, path)) {
      return refuse(response, 404, 'Only what the page asks of its model server is passed on.');
    }
    return next();
  };
}

/**
 * @param {string} prefix
 * @param {string} method
 * @param {string} path
 */
function isAsked(prefix, method, path) {
  const isBeside = prefix.endsWith('/v1') && path === prefix.replace(/v1$/, 'tokenize');
  if (isBeside) return method === 'POST';
  return path.startsWith(`${prefix}/`) && ['GET', 'POST'].includes(method);
}

/**
 * Whether a path is what it looks like: no step upwards, however it is written.
 *
 * @param {string} path
 */
function isPlain(path) {
  return /^[\w/.-]+$/.test(path) && !path.includes('..') && !path.includes('//');
}

/**
 * Other pages in the same browser can send requests too, and a key would answer them.
 *
 * @param {import('vite').Connect.IncomingMessage} request
 */
function isFromPage({ headers }) {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin, host } = headers;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} message
 */
function refuse(response, status, message) {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ error: { message } }));
}

/** @param {string} prefix */
function metaOf(prefix) {
  // Relative to the page, as all its addresses.
  const attrs = { name: 'policy-server', content: `.${prefix}` };
  return { tag: 'meta', attrs, injectTo: /** @type {const} */ ('head') };
}

/**
 * The built page with the server's place in it.
 *
 * @param {string} prefix
 * @param {import('vite').ResolvedConfig} config
 * @returns {import('vite').Connect.NextHandleFunction}
 */
function namesServer(prefix, { root, build, preview }) {
  const page = join(resolve(root, build.outDir), 'index.html');
  const { name, content } = metaOf(prefix).attrs;
  return (request, response, next) => {
    const path = (request.url ?? '').split('?', 1)[0];
    if (path !== '/' && path !== '/index.html') return next();
    readFile(page, 'utf8').then((html) => {
      response.writeHead(200, {
        ...preview.headers,
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-cache',
      });
      response.end(html.replace('</head>', `<meta name="${name}" content="${content}" /></head>`));
    }, next);
  };
}
