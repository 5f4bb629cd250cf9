import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  MISSING_ABILITIES,
  textScorerOf,
  type LoadedPolicy,
  type ServerSource,
} from '../../core/index.ts';
import { POLICY_CONTRACT, readAnswer, ask } from '../testing/policy-contract.ts';
import { SCORING_CONTRACT } from '../testing/scoring-contract.ts';
import { createOpenaiEngine } from './openai-engine.ts';
import { createModelServers, openServerPolicy } from './open-server.ts';
import { createServerKeys } from './server-keys.ts';
import { createHandClock } from './testing/hand-clock.ts';
import { BARE, LIKE_VLLM, scriptedServer, type ScriptedTraits } from './testing/scripted-server.ts';
import { jsonReply, type WireServer } from './testing/wire-server.ts';

const never = new AbortController().signal;

const WORLD = {
  fetch: (url: string, init: RequestInit) => fetch(url, init),
  pauses: createHandClock(),
  now: () => 0,
  page: null,
};

const noKeys = () => createServerKeys({ read: () => undefined, write: () => undefined });

async function probe({ address }: WireServer, { model }: ScriptedTraits): Promise<ServerSource> {
  const servers = createModelServers(noKeys(), WORLD);
  expect(await servers.listModels(`${address}/models`, never)).toEqual([model]);
  const abilities = await servers.probe(address, model, never);
  return { kind: 'model-server', url: address, model, inFlight: 4, abilities };
}

describe.each([
  ['that can all', LIKE_VLLM],
  ['that can little', BARE],
])('a server %s', (_, traits) => {
  let server: WireServer;
  let source: ServerSource;
  let policy: LoadedPolicy;

  beforeAll(async () => {
    server = await scriptedServer(traits);
    source = await probe(server, traits);
    policy = openServerPolicy(source, () => null, WORLD);
  });
  afterAll(() => server.close());

  const lacks = () => createOpenaiEngine().lacks?.(source) ?? [];
  // Two servers that can't be told the seed can't be asked for the same again.
  const needsSeed = /same for the same seed|serves calls made at once|together what it writes/;

  it.each([...POLICY_CONTRACT, ...SCORING_CONTRACT])('$name', async ({ name, needs, run }) => {
    if (needs !== undefined && lacks().includes(needs)) {
      expect(traits).toBe(BARE);
      if (needs === 'score-text') {
        expect(() => textScorerOf(policy)).toThrow(MISSING_ABILITIES['score-text']);
      }
      return;
    }
    if (!traits.seed && needsSeed.test(name)) return;
    await run(policy);
  });

  it('leaves no request behind', async () => {
    await expect.poll(server.underWay).toBe(0);
  });
});

it('finds out what a server can do', async () => {
  const able = await scriptedServer(LIKE_VLLM);
  const bare = await scriptedServer(BARE);
  const found = {
    able: (await probe(able, LIKE_VLLM)).abilities,
    bare: (await probe(bare, BARE)).abilities,
  };
  await Promise.all([able.close(), bare.close()]);
  expect(found.able).toEqual({
    software: 'vLLM',
    answersAs: 'small/words',
    contextTokens: 2048,
    seed: true,
    topK: 'obeyed',
    presencePenalty: 'obeyed',
    logProbabilities: true,
    likeliestTokens: 5,
    usage: true,
    cachedTokens: false,
    forcedDecoding: 'prompt-logprobs',
  });
  expect(found.bare).toMatchObject({
    software: null,
    seed: false,
    topK: 'refused',
    logProbabilities: false,
    likeliestTokens: 0,
    usage: false,
    forcedDecoding: 'none',
  });
});

it('estimates what a call took where the server doesn’t tell, and says so', async () => {
  const server = await scriptedServer(BARE);
  const policy = openServerPolicy(await probe(server, BARE), () => null, WORLD);
  const { usage, tokens } = await readAnswer(policy, ask('Name a fruit.'));
  await server.close();
  expect(usage).toMatchObject({ isEstimate: true, completionTokens: tokens.length });
  expect(policy.description.ignoredSettings).toEqual(['topK']);
});

it.each([
  ['all that it writes is thoughts', { ...LIKE_VLLM, reasons: true }, 'obeyed', true],
  ['it ignores them', { ...LIKE_VLLM, topK: 'ignored', seed: false }, 'ignored', false],
] as const)('finds out about top k and seeds where %s', async (_, traits, topK, seed) => {
  const server = await scriptedServer(traits);
  const { abilities } = await probe(server, traits);
  await server.close();
  expect(abilities).toMatchObject({ topK, seed });
});

/** As vLLM 0.32 wrote with `top_k: 1`: a comma and a new line were equally likely, and the greedy text has the comma. */
const TIED = [
  ['glow', -0.801, ' sli', -2.676],
  ['\n', -1.656, ',', -1.656],
] as const;

it.each([
  [0, 'obeyed'],
  [0.001, 'ignored'],
])(
  'finds top k obeyed where the drawn token was as likely as any (less by %d)',
  async (less, topK) => {
    const content = TIED.map(([token, logprob, other, figure]) => ({
      ...{ token, logprob: logprob - less },
      top_logprobs: [
        { token, logprob: logprob - less },
        { token: other, logprob: figure },
      ],
    }));
    const tied = { choices: [{ message: { content: 'glow\n' }, logprobs: { content } }] };
    const server = await scriptedServer(LIKE_VLLM, ({ body }) =>
      JSON.stringify(body).includes('"top_k":1') ? jsonReply(tied) : null,
    );
    const { abilities } = await probe(server, LIKE_VLLM);
    await server.close();
    expect(abilities.topK).toBe(topK);
  },
);

it('takes nothing that was written for evidence of nothing', async () => {
  const empty = { choices: [{ message: { content: '' } }], model: 'small/words' };
  const server = await scriptedServer(LIKE_VLLM, ({ path, body }) => {
    const isWhole = !JSON.stringify(body).includes('"stream":true');
    return path === '/v1/chat/completions' && isWhole ? jsonReply(empty) : null;
  });
  const { abilities } = await probe(server, LIKE_VLLM);
  await server.close();
  expect(abilities).toMatchObject({ topK: 'ignored', seed: false, forcedDecoding: 'none' });
});

it('says of a server without what is beside the protocol that it reads no texts', async () => {
  const server = await scriptedServer(LIKE_VLLM, ({ path }) =>
    path === '/tokenize' ? jsonReply({ detail: 'Not Found' }, 404) : null,
  );
  const source = await probe(server, LIKE_VLLM);
  expect(source.abilities.forcedDecoding).toBe('none');
  const abilities = { ...source.abilities, forcedDecoding: 'prompt-logprobs' } as const;
  const policy = openServerPolicy({ ...source, abilities }, () => null, WORLD);
  const alone = textScorerOf(policy).scoreText({ messages: [], text: 'Figs' }, never);
  await expect(alone).rejects.toThrow(/has nothing at \/tokenize \(404\)/);
  await server.close();
});
