import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ModelLoadError, type PolicyDescription } from '../../src/core/index.ts';
import { ask, POLICY_CONTRACT, readAnswer } from '../../src/engines/testing/policy-contract.ts';
import { SCORING_CONTRACT } from '../../src/engines/testing/scoring-contract.ts';
import { createNativePolicy } from './native-policy.ts';
import { hasNodeLlamaCpp, howToInstall, type NodeLlamaCpp } from './node-llama-cpp.ts';
import { loadEmbedded, type NativePolicy, openEmbedded } from './open-embedded.ts';
import { BYTES, CHARACTERS, scriptedSequence } from './testing/scripted-sequence.ts';

const DESCRIPTION: PolicyDescription = {
  ...{ id: 'characters', name: 'Characters', engine: 'llama-cpp', device: 'test' },
  ...{ contextTokens: 40, parallelism: 2, ignoredSettings: [], logProbabilityOf: 'All.' },
};

function policyOf(...sequences: ReturnType<typeof scriptedSequence>[]): NativePolicy {
  const policy = createNativePolicy({
    ...{ model: CHARACTERS, sequences, description: DESCRIPTION },
    prompts: {
      tokensOf: (messages) => [...CHARACTERS.tokenize(messages.at(-1)?.content ?? '', false)],
    },
  });
  return { ...policy, unload: () => Promise.resolve() };
}

describe('the sentence where llama.cpp for Node.js is missing', () => {
  it('names the one command that installs what this machine needs', () => {
    expect(howToInstall('linux', 'x64')).toMatch(
      /npm install --prefix \.node-llama-cpp --omit=optional --ignore-scripts node-llama-cpp@([\d.]+) @node-llama-cpp\/linux-x64@\1$/,
    );
    expect(howToInstall('darwin', 'arm64')).toContain('@node-llama-cpp/mac-arm64-metal@');
  });

  it('names a server where there is nothing for a machine', () => {
    expect(howToInstall('aix', 'ppc64')).toContain('name a model server with --policy');
  });
});

describe('a model in this process', () => {
  const request = { ...ask('Which?'), topLogProbabilities: 2 };

  it('gives its text, why it ended, and each token’s figure with the likeliest', async () => {
    const answer = await readAnswer(policyOf(scriptedSequence('ab')), request);
    expect([answer.text, answer.finishReason]).toEqual(['ab', 'stop']);
    expect(answer.usage).toEqual({ promptTokens: 6, cachedPromptTokens: 0, completionTokens: 3 });
    const [, last] = answer.tokens;
    expect([last?.text, last?.logProbability]).toEqual(['b', -Math.LN2]);
    expect(last?.topLogProbabilities?.map(({ text }) => text)).toEqual(['b', 'z']);
    expect(last?.topLogProbabilities?.[1]?.logProbability).toBeCloseTo(-2 * Math.LN2);
  });

  it('stops at the most tokens', async () => {
    const { text, finishReason } = await readAnswer(
      policyOf(scriptedSequence('a long answer')),
      request,
    );
    expect([text, finishReason]).toEqual(['a lo', 'length']);
  });

  it('answers where most of the prompt has been read', async () => {
    const sequences = [scriptedSequence('a'), scriptedSequence('b')];
    const policy = policyOf(...sequences);
    await Promise.all([readAnswer(policy, ask('One?')), readAnswer(policy, ask('Two?'))]);
    const { usage } = await readAnswer(policy, ask('Two, please?'));
    expect(usage.cachedPromptTokens).toBe(3);
    expect(sequences.map((each) => each.read())).toEqual(['One?', 'Two, please?']);
  });

  it('scores a given text', async () => {
    const scored = await policyOf(scriptedSequence('')).scoreText(
      { messages: request.messages, text: 'hm' },
      new AbortController().signal,
    );
    expect(scored.tokens).toEqual(['h', 'm'].map((text) => ({ text, logProbability: -Math.LN2 })));
  });
});

it('shows a character of several tokens with the last of them', async () => {
  const policy = createNativePolicy({
    ...{ model: BYTES, sequences: [scriptedSequence('a☂', BYTES)], description: DESCRIPTION },
    prompts: { tokensOf: () => [...BYTES.tokenize('?', false)] },
  });
  const { text, tokens } = await readAnswer(policy, ask('?'));
  expect(text).toBe('a☂');
  expect(tokens.map((token) => token.text)).toEqual(['a', '', '', '☂']);
});

describe('loading the embedded model', () => {
  /** A llama.cpp whose model never comes, but for the signal or a failure. */
  function neverLoading(failure: Error | null) {
    let disposed = 0;
    const nodeLlamaCpp: NodeLlamaCpp = {
      getLlama: () =>
        Promise.resolve({
          loadModel: ({ loadSignal }) =>
            new Promise((_resolve, reject) => {
              if (failure !== null) reject(failure);
              loadSignal.addEventListener('abort', () => {
                reject(new Error('aborted'));
              });
            }),
          dispose: () => Promise.resolve(void (disposed += 1)),
        }),
    };
    return { nodeLlamaCpp, disposed: () => disposed };
  }

  it('hears that it is no longer wanted, and lets go of what it has', async () => {
    const { nodeLlamaCpp, disposed } = neverLoading(null);
    const abort = new AbortController();
    const loading = loadEmbedded(nodeLlamaCpp, 1, abort.signal);
    const reason = new Error('not wanted');
    setTimeout(() => {
      abort.abort(reason);
    }, 0);
    await expect(loading).rejects.toBe(reason);
    expect(disposed()).toBe(1);
  });

  it('lets go of what it has where it fails', async () => {
    const { nodeLlamaCpp, disposed } = neverLoading(new Error('no memory'));
    const loading = loadEmbedded(nodeLlamaCpp, 1, new AbortController().signal);
    await expect(loading).rejects.toThrow(ModelLoadError);
    await expect(loading).rejects.toThrow('could not load the embedded model: no memory');
    expect(disposed()).toBe(1);
  });
});

const isThere = hasNodeLlamaCpp();

describe.skipIf(isThere)('the embedded model in this process', () => {
  it.skip(`was not asked: ${howToInstall(process.platform, process.arch)}`, () => undefined);
});

describe.runIf(isThere)('the embedded model in this process', { timeout: 120_000 }, () => {
  let policy: NativePolicy;

  beforeAll(async () => {
    policy = await openEmbedded(4, new AbortController().signal);
  }, 120_000);
  afterAll(() => policy.unload());

  it.each([...POLICY_CONTRACT, ...SCORING_CONTRACT])('$name', async ({ run }) => {
    await run(policy);
  });
});
