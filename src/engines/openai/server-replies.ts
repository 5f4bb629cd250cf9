import * as z from 'zod/mini';

// What servers of the OpenAI protocol answer, as much of it as is read here. Each server leaves out, or nulls, what it likes:
// what isn't told is null or absent, and what is told wrongly makes the reply no reply.

const MOST_MODELS = 5_000;

/** Servers round: minus zero, and a positive trifle, occur. */
const logProbabilitySchema = z.pipe(
  z.number(),
  z.transform((nats: number) => Math.min(0, nats)),
);

const countSchema = z.int().check(z.minimum(0));

/** A value that some servers send as null, and some not at all. */
function maybe<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.optional(z.nullable(schema));
}

const likelySchema = z.object({ token: z.string(), logprob: logProbabilitySchema });

const tokenSchema = z.object({
  token: z.string(),
  logprob: logProbabilitySchema,
  bytes: maybe(z.array(z.int().check(z.minimum(0), z.maximum(255)))),
  top_logprobs: maybe(z.array(likelySchema)),
});

export type ToldToken = z.infer<typeof tokenSchema>;

const usageSchema = z.object({
  prompt_tokens: countSchema,
  completion_tokens: z.optional(countSchema),
  prompt_tokens_details: maybe(z.object({ cached_tokens: maybe(countSchema) })),
});

export type ToldUsage = z.infer<typeof usageSchema>;

const choiceSchema = z.object({
  index: z.optional(countSchema),
  delta: z.object({
    content: maybe(z.string()),
    reasoning_content: maybe(z.string()),
    reasoning: maybe(z.string()),
  }),
  logprobs: maybe(z.object({ content: maybe(z.array(tokenSchema)) })),
  finish_reason: maybe(z.string()),
});

/** One event of a streamed answer. */
export const chunkSchema = z.object({
  model: maybe(z.string()),
  choices: z.array(choiceSchema),
  usage: maybe(usageSchema),
});

export type AnswerChunk = z.infer<typeof chunkSchema>;

/** vLLM's, for each token of a prompt: by the token's id, null for the first. */
const promptLogprobsSchema = maybe(
  z.array(
    z.nullable(
      z.record(
        z.string(),
        z.object({ logprob: logProbabilitySchema, decoded_token: maybe(z.string()) }),
      ),
    ),
  ),
);

export type PromptLogprobs = z.infer<typeof promptLogprobsSchema>;

/** An answer that came in one piece, as the probe asks for it and a given text is read with it. */
export const completionSchema = z.object({
  model: maybe(z.string()),
  choices: z.array(
    z.object({
      message: z.object({
        content: maybe(z.string()),
        reasoning_content: maybe(z.string()),
        reasoning: maybe(z.string()),
      }),
      logprobs: maybe(z.object({ content: maybe(z.array(tokenSchema)) })),
    }),
  ),
  usage: maybe(usageSchema),
  prompt_logprobs: promptLogprobsSchema,
});

export type Completion = z.infer<typeof completionSchema>;

/** What follows a prompt of tokens. */
export const promptCompletionSchema = z.object({
  choices: z.array(z.object({ prompt_logprobs: promptLogprobsSchema })),
  usage: maybe(usageSchema),
});

/** vLLM's: a text, or a chat, in tokens. */
export const idsSchema = z.object({ tokens: z.array(countSchema) });

export const modelsSchema = z.object({
  data: z
    .array(
      z.object({
        id: z.string().check(z.minLength(1), z.maxLength(500)),
        owned_by: maybe(z.string()),
        max_model_len: maybe(countSchema),
      }),
    )
    .check(z.maxLength(MOST_MODELS)),
});

/** What llama.cpp's server says of itself. */
export const propsSchema = z.object({
  default_generation_settings: z.object({ n_ctx: countSchema }),
});

/** llama.cpp's: a chat as the model reads it. */
export const templateSchema = z.object({ prompt: z.string() });

/** llama.cpp's: a text in tokens, the bytes of one that is part of a character. */
export const tokensSchema = z.object({
  tokens: z.array(
    z.object({ id: countSchema, piece: z.union([z.string(), z.array(countSchema)]) }),
  ),
});

/** llama.cpp's answer to tokens: what it drew, with its log-probability before any sampling. */
export const drawnSchema = z.object({
  completion_probabilities: maybe(
    z.array(z.object({ id: countSchema, logprob: logProbabilitySchema })),
  ),
});

const faultSchema = z.object({
  message: maybe(z.string()),
  type: maybe(z.string()),
  code: maybe(z.union([z.string(), z.number()])),
  n_prompt_tokens: maybe(countSchema),
  n_ctx: maybe(countSchema),
});

export type Fault = z.infer<typeof faultSchema>;

/** What went wrong: in an `error` mostly, by itself in older vLLM, as a sentence in Ollama. */
const failureSchema = z.union([
  z.object({ error: z.union([z.string(), faultSchema]) }),
  z.object({ message: z.string() }),
  z.object({ detail: z.string() }),
]);

/** What a server says went wrong; null where it says nothing that is understood. */
export function faultIn(reply: unknown): Fault | null {
  const { success, data } = z.safeParse(failureSchema, reply);
  if (!success) return null;
  if ('message' in data) return data;
  if ('detail' in data) return { message: data.detail };
  return typeof data.error === 'string' ? { message: data.error } : data.error;
}
