import { chromium, type Browser, type Page } from '@playwright/test';
// The declaration of `window.harness`.
import type {} from '../../e2e/engines/harness/harness.ts';
import {
  LLAMA_CPP_GGUF,
  WEBLLM_CHAT_CONFIG,
  WEBLLM_FILES_FOLDER,
  WEBLLM_LIBRARY,
  WEBLLM_SHARDS,
  WEBLLM_TENSOR_CACHE,
  WEBLLM_TOKENIZER,
} from '../../scripts/embedded-model/pinned-files.mjs';
import { ensureBrowser, QUIET_FLAGS } from '../../scripts/setup/browser.mjs';
import type { ModelSource } from '../../src/core/index.ts';
import { ask } from '../../src/engines/testing/policy-contract.ts';
import type { Attack } from '../attack.ts';
import { LIES, serveLies, type Lie, type LyingServer } from './lying-server.ts';

type EngineName = 'llama-cpp' | 'webllm';

/** A file that an engine fetches. */
interface Fetched {
  readonly engine: EngineName;
  readonly file: string;
}

const WEBLLM_FILES = [
  ...[WEBLLM_CHAT_CONFIG, WEBLLM_TENSOR_CACHE.name, WEBLLM_TOKENIZER.name],
  ...WEBLLM_SHARDS.map(({ name }) => name),
].map((name) => `models/${WEBLLM_FILES_FOLDER}${name}`);

const FILES: readonly Fetched[] = [
  { engine: 'llama-cpp', file: `models/${LLAMA_CPP_GGUF.name}` },
  ...[...WEBLLM_FILES, WEBLLM_LIBRARY.path].map((file): Fetched => ({ engine: 'webllm', file })),
];

const SOFTWARE_WEBGPU = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];

/**
 * Each file of the embedded model comes as something else: the load fails in a sentence, and the next one, when the server is
 * honest again, fetches the file anew and writes what the model writes.
 */
export const LYING_DOWNLOADS: Attack = {
  id: 'downloads',
  title: 'downloads that are something else',
  // llama.cpp's file comes first: its four lies.
  tries: { small: 0, whole: FILES.length * LIES.length },
  prepare: async () => {
    const server = await serveLies();
    const executablePath = await ensureBrowser();
    const browser = await chromium.launch({
      args: [...QUIET_FLAGS, ...SOFTWARE_WEBGPU],
      executablePath,
    });
    let told = 0;
    const answers = new Map<EngineName, string>();
    return {
      attempt: async (seed) => {
        const place = (seed - 1) % (FILES.length * LIES.length);
        const fetched = FILES[Math.floor(place / LIES.length)];
        const lie = LIES[place % LIES.length];
        if (fetched === undefined || lie === undefined) return null;
        const { engine, file } = fetched;
        const right = answers.get(engine) ?? (await answerOf(browser, server, engine));
        answers.set(engine, right);
        const loss = await inFreshWindow(browser, server.url, (page) =>
          loadTwice(page, server, { ...fetched, lie, right }),
        );
        told += server.told;
        server.tellTheTruth();
        return loss === null ? null : `${file}, ${lie}: ${loss}`;
      },
      summary: () => `${String(FILES.length)} files, ${String(told)} lies told`,
      close: async () => {
        await browser.close();
        await server.close();
      },
    };
  },
};

interface Download extends Fetched {
  readonly lie: Lie;
  /** What the model answers when it is whole. */
  readonly right: string;
}

/** Once lied to, and once, after a person has come back another day, told the truth. */
async function loadTwice(
  page: Page,
  server: LyingServer,
  { engine, file, lie, right }: Download,
): Promise<string | null> {
  server.lie(file, lie);
  const first = await load(page, engine);
  if (server.told === 0) return 'it was not fetched.';
  if (first === 'loaded') return 'it was used without a word.';
  if (!/^([A-Z]|https?:).*\.$/s.test(first)) return `no sentence: ${first}`;
  server.tellTheTruth();
  await page.reload();
  await page.waitForFunction(() => 'harness' in window);
  const second = await load(page, engine);
  if (second !== 'loaded') return `it was kept: the next load failed too: ${second}`;
  return (await answer(page)) === right ? null : 'it was kept: the answer is another.';
}

function answerOf(browser: Browser, { url }: LyingServer, engine: EngineName): Promise<string> {
  return inFreshWindow(browser, url, async (page) => {
    const loaded = await load(page, engine);
    if (loaded !== 'loaded') throw new Error(`Without a lie: ${loaded}`);
    return answer(page);
  });
}

async function inFreshWindow<Made>(
  browser: Browser,
  url: string,
  work: (page: Page) => Promise<Made>,
): Promise<Made> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(0);
    await page.goto(url);
    await page.waitForFunction(() => 'harness' in window);
    return await work(page);
  } finally {
    await context.close();
  }
}

/** @returns why it did not load, else "loaded" */
async function load(page: Page, engine: EngineName): Promise<string> {
  const source: ModelSource = { kind: 'embedded', engine };
  const outcome = await page.evaluate((one) => window.harness.load(one), source);
  return outcome.loaded ? 'loaded' : outcome.message;
}

async function answer(page: Page): Promise<string> {
  const request = ask('Name a fruit.', { ...ask('').sampling, maxTokens: 6 });
  const outcome = await page.evaluate((one) => window.harness.answer(one), request);
  return outcome.answered ? outcome.text : outcome.message;
}
