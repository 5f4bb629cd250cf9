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
  /** Responses that one request asks about at most. */
  readonly most: number;
  readonly body: (responses: readonly AskedResponse[]) => unknown;
  /** The rewards of a reply, in the order in which they were asked for; null where it is no such reply. */
  readonly rewards: (reply: unknown) => readonly number[] | null;
}

const MOST_AT_ONCE = 32;

/** A reader for replies of one shape. */
function reading<Reply>(
  schema: z.ZodMiniType<Reply>,
  rewardsOf: (reply: Reply) => readonly (number | undefined)[],
): RewardContract['rewards'] {
  return (reply) => {
    const { success, data } = z.safeParse(schema, reply);
    if (!success) return null;
    const rewards = rewardsOf(data);
    return rewards.every((reward) => reward !== undefined) ? rewards : null;
  };
}

/** A chat that the server writes in the model's own template. The logit itself is wanted, not what a sigmoid makes of it. */
function chat([one]: readonly AskedResponse[]): unknown {
  const messages = [
    { role: 'user', content: one?.asked ?? '' },
    { role: 'assistant', content: one?.response ?? '' },
  ];
  return { messages, use_activation: false };
}

const pair = z.object({ reward: z.number() });
const label = z.object({ score: z.number() });

/** By the last part of an address's path. */
const BY_PATH: Readonly<Record<string, RewardContract>> = {
  classify: {
    name: 'vLLM /classify',
    most: 1,
    body: chat,
    rewards: reading(
      z.object({ data: z.array(z.object({ probs: z.array(z.number()) })) }),
      (reply) =>
        // The last class is the good one, where there are two.
        reply.data.map(({ probs }) => probs.at(-1)),
    ),
  },
  pooling: {
    name: 'vLLM /pooling',
    most: 1,
    body: chat,
    rewards: reading(
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
    most: MOST_AT_ONCE,
    body: (responses) => ({
      queries: responses.map(({ asked }) => asked),
      documents: responses.map(({ response }) => response),
      use_activation: false,
    }),
    rewards: reading(z.object({ data: z.array(label) }), ({ data }) =>
      data.map(({ score }) => score),
    ),
  },
  predict: {
    name: 'TEI /predict',
    most: MOST_AT_ONCE,
    body: (responses) => ({
      inputs: responses.map(({ asked, response }) => [asked, response]),
      raw_scores: true,
      truncate: true,
    }),
    rewards: reading(z.array(z.array(label)), (reply) => reply.map(([first]) => first?.score)),
  },
};

/** What a lab wraps its own model in: a response, or a list of them, as JSON. */
const PLAIN: RewardContract = {
  name: 'plain JSON',
  most: MOST_AT_ONCE,
  body: (responses) =>
    responses.map(({ prompt, preference, response }) => ({ prompt, preference, response })),
  rewards: reading(z.array(pair), (reply) => reply.map(({ reward }) => reward)),
};

/** The contract that an address names. */
export function contractOf(address: string): RewardContract {
  const path = new URL(address).pathname.split('/').filter((part) => part !== '');
  return BY_PATH[path.at(-1) ?? ''] ?? PLAIN;
}
