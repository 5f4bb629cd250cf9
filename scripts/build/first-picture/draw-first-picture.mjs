// @ts-check
/**
 * `node draw-first-picture.mjs BUNDLE WIDTH PICTURE SPLIT`: draws the page of a first visit outside a browser and prints its HTML.
 * A program of its own, because a page takes the process' globals.
 *
 *   BUNDLE   src/main.tsx, built for Node
 *   WIDTH    of the window, in CSS pixels
 *   PICTURE  how wide the picture is in it
 *   SPLIT    how wide the chart of splits is
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Window } from 'happy-dom';
import { repositoryRoot } from '../../repository-paths.mjs';

const [bundle = '', width = '', pictureWidth = '', splitWidth = ''] = process.argv.slice(2);
const MILLISECONDS_BETWEEN_LOOKS = 50;
const LOOKS_WITHOUT_CHANGE = 6;
const MOST_LOOKS = 400;

const window = new Window({ url: 'http://localhost/', width: Number(width), height: 800 });
const { document } = window;
document.head.innerHTML = '<link rel="preload" as="fetch">';
document.body.innerHTML = '<div id="root"></div>';
layOut();
takeGlobals();

await import(pathToFileURL(bundle).href);
await becomesStill();
process.stdout.write(asFirstPicture());
// The page would go on with what waits for a person.
process.exit(0);

/** Nothing is laid out here: what is measured is as wide as it is told to be. */
function layOut() {
  /** @this {import('happy-dom').Element} */
  window.Element.prototype.getBoundingClientRect = function () {
    const isSplit = this.closest('[role="group"][aria-label="Split"]') !== null;
    return new window.DOMRect(0, 0, Number(isSplit ? splitWidth : pictureWidth), 0);
  };
}

/** Code for a browser finds its window; what comes when a browser is idle doesn't come. */
function takeGlobals() {
  const own = {
    ...{ window, document, navigator: window.navigator, Event: window.Event },
    ...{ requestIdleCallback: () => 0, cancelIdleCallback: () => undefined },
    fetch: fetchPublicFile,
  };
  const lacking = Object.getOwnPropertyNames(window).filter((name) => !(name in globalThis));
  for (const name of new Set([...lacking, ...Object.keys(own)])) {
    const value = Reflect.get(own, name) ?? boundToWindow(Reflect.get(window, name));
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
}

/** @param {unknown} value a class stays as it is */
function boundToWindow(value) {
  return typeof value === 'function' && value.prototype === undefined ? value.bind(window) : value;
}

/** @param {string | URL | Request} address */
async function fetchPublicFile(address) {
  const { pathname } = new URL(String(address), window.location.href);
  const body = await readFile(join(repositoryRoot, 'public', pathname)).catch(() => null);
  return body === null ? new Response(null, { status: 404 }) : new Response(body);
}

/** Until a tree is drawn and nothing changes any more. */
async function becomesStill() {
  let before = '';
  let unchanged = 0;
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    await new Promise((resolve) => {
      setTimeout(resolve, MILLISECONDS_BETWEEN_LOOKS);
    });
    const now = document.getElementById('root')?.innerHTML ?? '';
    unchanged = now === before ? unchanged + 1 : 0;
    const isDrawn = document.querySelector('[data-node]') !== null;
    if (isDrawn && unchanged >= LOOKS_WITHOUT_CHANGE) return;
    before = now;
  }
  throw new Error('The first picture did not become still.');
}

/**
 * What is shown for a moment and can't be used: nothing in it is found by an id, has the focus or is read aloud. Styles are set by
 * the script in index.html, since the policy of the page allows none in HTML.
 */
function asFirstPicture() {
  const page = document.getElementById('root')?.firstElementChild;
  if (page === null || page === undefined) throw new Error('Nothing was drawn.');
  for (const details of page.querySelectorAll('details:not([open])')) {
    // A copy: what is removed while the children are walked would have the next one skipped.
    for (const child of [...details.children]) if (child.tagName !== 'SUMMARY') child.remove();
  }
  for (const element of page.querySelectorAll('*')) {
    for (const name of ['id', 'for', 'data-run-state', 'aria-labelledby', 'aria-controls']) {
      element.removeAttribute(name);
    }
    const style = element.getAttribute('style');
    if (style === null) continue;
    element.setAttribute('data-style', style);
    element.removeAttribute('style');
  }
  page.setAttribute('inert', '');
  page.setAttribute('aria-hidden', 'true');
  page.setAttribute('aria-disabled', 'true');
  return page.outerHTML;
}
