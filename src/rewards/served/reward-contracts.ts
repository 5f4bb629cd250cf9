import * as z from 'zod/mini';

/** A response as a server is asked about it. */
export interface AskedResponse {
  /** x, and z where the reward is conditioned on it. */
  readonly asked: string;
  readonly prompt: string;
  /** Empty where the reward isn't conditioned on it. */
  readonly preference: string;
  readonly response: string;
}

/** How one kind of server is asked, and answers. */
export interface RewardContract {
  readonly name: string;
  readonly body: (response: AskedResponse) => unknown;
  /** The reward of a reply; null where it is no such reply. */
  readonly reward: (reply: unknown) => number | null;
}

/** A reader for replies of one shape. */
function reading<Reply>(
  schema: z.ZodMiniType<Reply>,
  rewardsOf: (reply: Reply) => readonly (number | undefined)[],
): RewardContract['reward'] {
  return (reply) => {
    const { success, data } = z.safeParse(schema, reply);
    const rewards = success ? rewardsOf(data) : [];
    return rewards.length === 1 ? (rewards[0] ?? null) : null;
  };
}

/** A chat that the server writes in the model's own template. The logit itself is wanted, not what a sigmoid makes of it. */
function chat({ asked, response }: AskedResponse): unknown {
  const messages = [
    { role: 'user', content: asked },
    { role: 'assistant', content: response },
  ];
  return { messages, use_activation: false };
}

const pair = z.object({ reward: z.number() });
const label = z.object({ score: z.number() });

/** By the last part of an address's path. */
const BY_PATH: Readonly<Record<string, RewardContract>> = {
  classify: {
    name: 'vLLM /classify',
    body: chat,
    reward: reading(
      z.object({ data: z.array(z.object({ probs: z.array(z.number()) })) }),
      (reply) =>
        // The last class is the good one, where there are two.
        reply.data.map(({ probs }) => probs.at(-1)),
    ),
  },
  pooling: {
    name: 'vLLM /pooling',
    body: chat,
    reward: reading(
      z.object({
        data: z.array(
          z.object({ data: z.union([z.array(z.number()), z.array(z.array(z.number()))]) }),
        ),
      }),
      (reply) => reply.data.map(({ data }) => data.flat().at(-1)),
    ),
  },
  score: {
    name: 'vLLM /score',
    body: ({ asked, response }) => ({
      queries: [asked],
      documents: [response],
      use_activation: false,
    }),
    reward: reading(z.object({ data: z.array(label) }), ({ data }) =>
      data.map(({ score }) => score),
    ),
  },
  predict: {
    name: 'TEI /predict',
    body: ({ asked, response }) => ({
      inputs: [[asked, response]],
      raw_scores: true,
      truncate: true,
    }),
    reward: reading(z.array(z.array(label)), (reply) =>
      // Of several classes, the likeliest comes first: which of them is the reward isn't told.
      reply.map((classes) => (classes.length === 1 ? classes[0]?.score : undefined)),
    ),
  },
};

/** What a lab wraps its own model in: a list, of one response so far, and as long a list of rewards. */
const PLAIN: RewardContract = {
  name: 'plain JSON',
  body: ({ prompt, preference, response }) => [{ prompt, preference, response }],
  reward: reading(z.array(pair), (reply) => reply.map(({ reward }) => reward)),
};

/** The contract that an address names. */
export function contractOf(address: string): RewardContract {
  const path = new URL(address).pathname.split('/').filter((part) => part !== '');
  const last = path.at(-1) ?? '';
  return (Object.hasOwn(BY_PATH, last) ? BY_PATH[last] : undefined) ?? PLAIN;
}
