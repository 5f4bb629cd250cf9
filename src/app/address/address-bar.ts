import type { HistoryEntry } from './history-place.ts';

/**
 * What the page is at, as its address tells: `#/path?word=text&word=text`. All of it stands after "#", which a browser sends to no
 * server.
 */
export interface PageAddress {
  /** "/", "/run/abc". */
  readonly path: string;
  readonly words: ReadonlyMap<string, string>;
}

/** The address, to be read, followed and kept up to date. */
export interface AddressBar {
  readonly read: () => PageAddress;
  /**
   * Puts these words under the path in a moment, where the page is still there.
   *
   * @param entry 'opened' where something was opened over what was there, which Back closes; 'step' where Back takes it back, and
   *   with it the steps that follow within a second, as those of one drag do; else it is nothing for Back
   */
  readonly write: (address: PageAddress, entry: HistoryEntry) => void;
  /**
   * Tells of Back, Forward, and an address typed by hand.
   *
   * @param listener `isOpened` says whether something was opened where it leads
   * @returns what ends it
   */
  readonly onTurn: (listener: (address: PageAddress, isOpened: boolean) => void) => () => void;
}

/** Reads what stands after "#". Never throws. */
export function parseAddress(hash: string): PageAddress {
  const [, ...query] = hash.split('?');
  return { path: pathOf(hash), words: new Map(new URLSearchParams(query.join('?'))) };
}

/** The path alone, without reading the words after it. */
export function pathOf(hash: string): string {
  const [path = ''] = hash.replace(/^#?\/?/, '').split('?', 1);
  return `/${path}`;
}

/** "#/run/abc?x=Why%3F". Letters that may stand as they are do, so that it can be read. */
export function formatAddress({ path, words }: PageAddress): string {
  const query = new URLSearchParams([...words]).toString();
  const readable = query.replaceAll('%2F', '/').replaceAll('%2C', ',').replaceAll('%3A', ':');
  return readable === '' ? `#${path}` : `#${path}?${readable}`;
}

/** Browsers refuse more than 100 changes of the address in half a minute: so many are made at once, then the rest one by one. */
const AT_ONCE = 60;
const MILLISECONDS_BETWEEN_WRITES = 800;

/** Steps that follow each other within this are one to Back. */
const MILLISECONDS_OF_ONE_STEP = 1_000;

/** The address bar of a window. */
export function createAddressBar(page: Window): AddressBar {
  const read = (): PageAddress => parseAddress(page.location.hash);
  let waiting: (PageAddress & { readonly entry: HistoryEntry }) | null = null;
  const steps = joinSteps(page);
  let due: number | undefined;
  let left = AT_ONCE;
  const flush = (): void => {
    if (left === 0 || waiting?.path !== pathOf(page.location.hash)) return;
    const { entry } = waiting;
    const hash = formatAddress(waiting);
    waiting = null;
    if (hash === page.location.hash) return;
    if (!put(page, hash, entry)) return;
    left -= 1;
    if (left === AT_ONCE - 1) page.setTimeout(refill, MILLISECONDS_BETWEEN_WRITES);
  };
  const refill = (): void => {
    left += 1;
    if (left < AT_ONCE) page.setTimeout(refill, MILLISECONDS_BETWEEN_WRITES);
    flush();
  };
  return {
    read,
    write: (address, entry) => {
      const written = entry === 'step' && steps.join() ? 'same' : entry;
      // What was opened on a page that has been left is opened nowhere else.
      const before = waiting?.path === address.path ? waiting.entry : written;
      waiting = { ...address, entry: written === 'same' || before === OPENED ? before : written };
      // Changing the address takes a browser milliseconds: what has changed on the page is seen first.
      page.clearTimeout(due);
      due = page.setTimeout(flush);
    },
    onTurn: (listener) =>
      onTurn(page, (address, isOpened) => {
        steps.end();
        listener(address, isOpened);
      }),
  };
}

/** @returns whether the browser has taken it */
function put({ history }: Window, hash: string, entry: HistoryEntry): boolean {
  try {
    if (entry === 'same') history.replaceState(history.state, '', hash);
    else history.pushState(entry === OPENED ? OPENED : history.state, '', hash);
    return true;
  } catch {
    // Too long, or too often, for this browser: what is set up is kept in the browser too.
    return false;
  }
}

/** Makes one of steps that follow each other. `join` says whether there is one that the next belongs to. */
function joinSteps(page: Window): { readonly join: () => boolean; readonly end: () => void } {
  let last: number | undefined;
  const end = (): void => {
    page.clearTimeout(last);
    last = undefined;
  };
  return {
    end,
    join: () => {
      const isNext = last !== undefined;
      page.clearTimeout(last);
      last = page.setTimeout(end, MILLISECONDS_OF_ONE_STEP);
      return isNext;
    },
  };
}

/** Of an entry of the history that something was opened in. */
const OPENED = 'opened';

function onTurn(page: Window, listener: Parameters<AddressBar['onTurn']>[0]): () => void {
  const turn = (): void => {
    listener(parseAddress(page.location.hash), page.history.state === OPENED);
  };
  page.addEventListener('popstate', turn);
  return () => {
    page.removeEventListener('popstate', turn);
  };
}
