import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { ChatMessage } from '../../../src/core/index.ts';
// The declaration of `window.harness`.
import type {} from '../harness/harness.ts';

interface Text {
  readonly id: string;
  readonly messages: readonly ChatMessage[];
  readonly text: string;
}

/** What tools/parity/score-texts.py computed, in PyTorch. */
interface Reference {
  readonly tolerances: Readonly<Record<'llama-cpp' | 'webllm', Tolerance>>;
  readonly texts: readonly {
    readonly id: string;
    readonly promptTokens: number;
    readonly tokens: readonly string[];
    readonly expected: readonly number[];
  }[];
}

/** Nats between a token's two figures: at most, and in the mean over all tokens. */
interface Tolerance {
  readonly token: number;
  readonly mean: number;
}

function read(name: string): string {
  return readFileSync(join(import.meta.dirname, name), 'utf8');
}

const TEXTS = JSON.parse(read('texts.json')) as readonly Text[];
const REFERENCE = JSON.parse(read('forced-decoding.json')) as Reference;

/** Scores the texts with the loaded engine and holds each token to its reference. */
export async function expectParity(
  page: Page,
  engine: 'llama-cpp' | 'webllm',
  ids: readonly string[] = TEXTS.map(({ id }) => id),
): Promise<void> {
  const differences: number[] = [];
  let seconds = 0;
  let tokens = 0;
  for (const id of ids) {
    const { messages, text } = find(TEXTS, id);
    const reference = find(REFERENCE.texts, id);
    const scored = await page.evaluate((one) => window.harness.scoreText(one), { messages, text });
    if (!scored.scored) throw new Error(`${id}: ${scored.message}`);
    expect(scored.usage.promptTokens, `${id}: prompt`).toBe(reference.promptTokens);
    expect(
      scored.tokens.map((token) => token.text),
      id,
    ).toEqual(reference.tokens);
    const off = scored.tokens.flatMap(({ logProbability }, place) =>
      logProbability === null
        ? []
        : [Math.abs(logProbability - (reference.expected[place] ?? NaN))],
    );
    const unknown = scored.tokens.length - off.length;
    console.log(
      `${id}: ${String(off.length)} tokens, ${String(unknown)} unknown, ${scored.seconds.toFixed(1)} s, ` +
        `at most ${Math.max(...off).toFixed(3)}, mean ${mean(off).toFixed(3)} nats off`,
    );
    expect(unknown, `${id}: tokens without a figure`).toBe(0);
    differences.push(...off);
    seconds += scored.seconds;
    tokens += scored.tokens.length;
  }
  console.log(
    `${engine}: ${String(tokens)} tokens in ${seconds.toFixed(1)} s, at most ${Math.max(...differences).toFixed(3)}, ` +
      `mean ${mean(differences).toFixed(4)} nats off`,
  );
  const tolerance = REFERENCE.tolerances[engine];
  expect(Math.max(...differences)).toBeLessThan(tolerance.token);
  expect(mean(differences)).toBeLessThan(tolerance.mean);
}

function find<One extends { readonly id: string }>(list: readonly One[], id: string): One {
  const found = list.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no text “${id}”.`);
  return found;
}

function mean(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
}
