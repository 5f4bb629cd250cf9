// @ts-check
import { createHash } from 'node:crypto';

/**
 * What the built page may do, whatever a model, a file or an address brings it to.
 *
 * - Scripts: the page's own files and the one in index.html, by its hash. WebAssembly is compiled; nothing is evaluated.
 * - Workers: the page's own files; llama.cpp's threads are begun from the same file as the worker.
 * - Addresses: weights come from wherever a person says, by http on their own network.
 *
 * @param {string} html the page, with its inline scripts
 */
function contentSecurityPolicy(html) {
  const directives = [
    "default-src 'none'",
    ['script-src', "'self'", "'wasm-unsafe-eval'", ...inlineScriptHashes(html)].join(' '),
    "worker-src 'self' blob:",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self' blob: data: https: http:",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return directives.join('; ');
}

/**
 * The headers of everything that is served of the built page.
 *
 * @param {string} html
 */
export function securityHeaders(html) {
  return {
    // A page that frames this one is told so by a header only: a meta element is not asked.
    'Content-Security-Policy': `${contentSecurityPolicy(html)}; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  };
}

/**
 * Writes the policy into the built page, for hosts that send no headers of ours.
 *
 * @returns {import('vite').Plugin}
 */
export function policyInPage() {
  return {
    name: 'policy-in-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => [
        {
          tag: 'meta',
          attrs: {
            'http-equiv': 'Content-Security-Policy',
            content: contentSecurityPolicy(html),
          },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}

/** @param {string} html */
function inlineScriptHashes(html) {
  return Array.from(html.matchAll(/<script>([^]*?)<\/script>/g), ([, script = '']) => {
    const hash = createHash('sha256').update(script).digest('base64');
    return `'sha256-${hash}'`;
  });
}
