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
   * @param opens whether something was opened over what was there, which Back closes; else it is no step for Back
   */
  readonly write: (address: PageAddress, opens: boolean) => void;
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

/** The address bar of a window. */
export function createAddressBar(page: Window): AddressBar {
  const read = (): PageAddress => parseAddress(page.location.hash);
  let waiting: (PageAddress & { readonly opens: boolean }) | null = null;
  let due: number | undefined;
  let left = AT_ONCE;
  const flush = (): void => {
    if (left === 0 || waiting?.path !== pathOf(page.location.hash)) return;
    const { opens } = waiting;
    const hash = formatAddress(waiting);
    waiting = null;
    if (hash === page.location.hash) return;
    try {
      if (opens) page.history.pushState(OPENED, '', hash);
      else page.history.replaceState(page.history.state, '', hash);
    } catch {
      // Too long, or too often, for this browser: what is set up is kept in the browser too.
      return;
    }
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
    write: (address, opens) => {
      // What was opened on a page that has been left is opened nowhere else.
      const wasToOpen = waiting?.path === address.path && waiting.opens;
      waiting = { ...address, opens: opens || wasToOpen };
      // Changing the address takes a browser milliseconds: what has changed on the page is seen first.
      page.clearTimeout(due);
      due = page.setTimeout(flush);
    },
    onTurn: (listener) => onTurn(page, listener),
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
