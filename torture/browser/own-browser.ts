import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { ensureBrowser, QUIET_FLAGS } from '../../scripts/setup/browser.mjs';

/** Wide enough for all panes beside each other. */
const FLAGS = [
  '--headless',
  '--remote-debugging-port=0',
  '--no-default-browser-check',
  '--window-size=1400,1000',
];
const PORT_FILE = 'DevToolsActivePort';

/** A browser with a profile of its own on the disk, as a person's, that can be killed and started again. */
export class OwnBrowser {
  readonly #folder: string;
  readonly #path: string;
  #process: ChildProcess | null = null;
  #close: () => Promise<void> = () => Promise.resolve();

  private constructor(path: string, folder: string) {
    this.#path = path;
    this.#folder = folder;
  }

  static async create(): Promise<OwnBrowser> {
    const path = await ensureBrowser();
    return new OwnBrowser(path, await mkdtemp(join(tmpdir(), 'torture-browser-')));
  }

  /** Starts it. @returns its windows, with what was kept before */
  async start(): Promise<BrowserContext> {
    await rm(join(this.#folder, PORT_FILE), { force: true });
    const flags = [...QUIET_FLAGS, ...FLAGS, `--user-data-dir=${this.#folder}`];
    this.#process = spawn(this.#path, flags, { stdio: 'ignore' });
    const address = await addressIn(this.#folder);
    const browser = await chromium.connectOverCDP(address, { timeout: MOST_MILLISECONDS });
    this.#close = () => browser.close();
    const [context] = browser.contexts();
    if (context === undefined) throw new Error('The browser came without a window.');
    return context;
  }

  /** Ends it as a power cut would: at once, whatever it is doing. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (child === null) return;
    this.#process = null;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    await this.#close().catch(() => undefined);
  }

  /** Ends it, and takes its profile away. */
  async remove(): Promise<void> {
    await this.kill();
    // Its helpers may go on writing for a moment.
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

const MOST_MILLISECONDS = 60_000;
const MILLISECONDS_BETWEEN_LOOKS = 50;

/** Where it listens: it writes that into its profile. */
async function addressIn(folder: string): Promise<string> {
  const until = Date.now() + MOST_MILLISECONDS;
  while (Date.now() < until) {
    const text = await readFile(join(folder, PORT_FILE), 'utf8').catch(() => '');
    const [port, path] = text.split('\n');
    if (port !== undefined && path !== undefined) return `ws://127.0.0.1:${port}${path}`;
    await new Promise((resolve) => setTimeout(resolve, MILLISECONDS_BETWEEN_LOOKS));
  }
  throw new Error('The browser did not start.');
}
