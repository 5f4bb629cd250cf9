import {
  type ChatMessage,
  DEFAULT_SAMPLING,
  draftMessages,
  type Policy,
  type SampledToken,
  type TextScorer,
} from '../../src/core/index.ts';
import { createModelServers, createServerKeys } from '../../src/engines/openai/open-server.ts';
import { plainTable } from '../overhead/plain-table.ts';
import { differenceOf, partingOf, type Parting } from './compare-tokens.ts';
import type { Options } from './options.mjs';

const PREFERENCE = 'Answer in three short sentences, in plain words.';
const PROMPTS = [
  'What are the benefits of walking every day?',
  'Why are there tides?',
  'How do I keep bread fresh?',
  'What is an echo?',
  'Why do cats purr?',
  'How does a kettle boil water?',
  'What is a good way to learn a new language?',
  'Why is the sky blue?',
];

const never = new AbortController().signal;

interface Compared {
  readonly prompt: string;
  readonly parting: Parting | null;
  /** Tokens of both answers. */
  readonly lengths: readonly [number, number];
  /** The first answer as both read it. */
  readonly read: readonly [readonly SampledToken[], readonly SampledToken[]];
}

/** Asks two servers alike, and prints where their answers part and how far their figures are from each other. */
export async function measureAndReport({ addresses, tokens }: Options): Promise<void> {
  const [one, other] = [await opened(addresses[0]), await opened(addresses[1])];
  const compared: Compared[] = [];
  for (const prompt of PROMPTS) {
    const messages = draftMessages(prompt, PREFERENCE);
    const [mine, theirs] = [
      await greedy(one, messages, tokens),
      await greedy(other, messages, tokens),
    ];
    const text = mine.map((token) => token.text).join('');
    const read = [await reading(one, messages, text), await reading(other, messages, text)];
    compared.push({
      prompt,
      parting: partingOf(mine, theirs),
      lengths: [mine.length, theirs.length],
      read: [read[0] ?? [], read[1] ?? []],
    });
  }
  report(compared);
}

type ReadingPolicy = Policy & TextScorer;

async function opened(address: string): Promise<ReadingPolicy> {
  const servers = createModelServers(
    createServerKeys({ read: () => undefined, write: () => undefined }),
  );
  const [model = ''] = await servers.listModels(address, never);
  const abilities = await servers.probe(address, model, never);
  console.log(`${address}, ${model}: ${JSON.stringify(abilities)}`);
  const policy = servers.open({
    ...{ kind: 'model-server', url: address, model, inFlight: 1, abilities },
  });
  const { scoreText } = policy;
  if (scoreText === undefined) throw new Error(`${address} can’t read a given text.`);
  return { ...policy, scoreText };
}

async function greedy(
  policy: Policy,
  messages: readonly ChatMessage[],
  maxTokens: number,
): Promise<readonly SampledToken[]> {
  const sampling = { ...DEFAULT_SAMPLING, temperature: 0, presencePenalty: 0, maxTokens };
  const asked = { messages, sampling, seed: 1, topLogProbabilities: 5 };
  const tokens: SampledToken[] = [];
  for await (const chunk of policy.generate(asked, never)) {
    if (chunk.type === 'text-added') tokens.push(...chunk.tokens);
  }
  return tokens;
}

async function reading(
  scorer: TextScorer,
  messages: readonly ChatMessage[],
  text: string,
): Promise<readonly SampledToken[]> {
  return (await scorer.scoreText({ messages, text }, never)).tokens;
}

function report(compared: readonly Compared[]): void {
  const rows = compared.map(({ prompt, parting, lengths }) => [
    prompt,
    ...lengths.map(String),
    ...(parting === null
      ? ['same', '', '', '', '']
      : [
          String(parting.place + 1),
          ...[parting.one, parting.other].map((text) => JSON.stringify(text)),
          ...parting.gaps.map((gap) => gap?.toFixed(3) ?? 'not told'),
        ]),
  ]);
  const head = ['prompt', 'tokens', 'other’s', 'parts at', 'one', 'other', 'gap', 'other’s gap'];
  console.log(plainTable([head, ...rows]));
  for (const { prompt, read } of compared) console.log(`  ${prompt}: ${inWords([read])}`);
  console.log(`  all given texts: ${inWords(compared.map(({ read }) => read))}`);
}

function inWords(pairs: Parameters<typeof differenceOf>[0]): string {
  const { tokens, mean, most } = differenceOf(pairs);
  return `${String(tokens)} tokens, mean difference ${mean.toFixed(4)} nats, most ${most.toFixed(4)}`;
}
