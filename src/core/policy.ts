import type { ServerFacts } from './server-abilities.ts';
import type { ThoughtMarks } from './thoughts.ts';

/** The policy π: the language model that writes drafts, feedback and refinements. */
export interface Policy extends Partial<TextScorer> {
  readonly description: PolicyDescription;
  /**
   * Samples one continuation of `request.messages`.
   *
   * Yields any number of `text-added` chunks and then exactly one `generation-finished`.
   * The same request (seed included) gives the same text on the same engine and device.
   *
   * @throws PolicyError where the engine fails. After `engine-lost` the next call starts on a fresh engine.
   * @throws the signal's reason (an `AbortError` unless the caller chose another) when it is aborted.
   */
  generate(request: GenerationRequest, signal: AbortSignal): AsyncIterable<GenerationChunk>;
}

/** Reads how probable a given text is to a policy, by forced decoding. */
export interface TextScorer {
  /**
   * The log-probability of each token of `request.text` as the assistant's answer to `request.messages`, under the
   * model's own distribution, before any sampling setting. Nothing is drawn, so the same request gives the same figures.
   *
   * @throws PolicyError where the engine fails, `context-overflow` where messages and text don't fit.
   * @throws the signal's reason when it is aborted.
   */
  scoreText(request: ScoreTextRequest, signal: AbortSignal): Promise<ScoredText>;
}

/** A given text to be read, token by token, as if the policy were writing it. */
export interface ScoreTextRequest {
  /** What the text answers, in the model's chat template. Empty: the assistant's turn opens the chat, which gives p(y). */
  readonly messages: readonly ChatMessage[];
  /** Not empty. */
  readonly text: string;
}

/** The tokens of a given text, in order; joined they spell it. */
export interface ScoredText {
  /** The text's tokens in order: joined, their texts are the text. The end of the turn is not among them. */
  readonly tokens: readonly SampledToken[];
  readonly usage: TokenUsage;
}

/** What a run keeps, and the page says, about the policy that wrote it. */
export interface PolicyDescription {
  /** Stable id of the model, as the catalogue lists it. */
  readonly id: string;
  /** Name for people, for example "SmolLM2-135M-Instruct". */
  readonly name: string;
  /** The engine that it ran on; of a new run, one of `ENGINE_NAMES`. */
  readonly engine: string;
  /** What it runs on, for example "WebGPU: NVIDIA Ampere" or "CPU: WebAssembly, 1 thread". */
  readonly device: string;
  /** Prompt and response together, in tokens. */
  readonly contextTokens: number;
  /** How many generations may run at once with a gain in speed; 1 means one after another. */
  readonly parallelism: number;
  /** Settings that the engine has no parameter for; the page says that they were not used. */
  readonly ignoredSettings: readonly SamplingSetting[];
  /** Which distribution the reported log-probabilities are of, in one sentence; null where there are none. */
  readonly logProbabilityOf: string | null;
  /** Tokens that the model can choose among; null where the engine doesn't say, absent in runs kept before it was asked. */
  readonly vocabularyTokens?: number | null;
  /** Whether chats are written in a template that came with the model; absent in runs kept before it was asked. */
  readonly chatTemplate?: ChatTemplateOrigin;
  /** What the model puts around its thoughts; absent where it is not known to think, and in runs kept before it was asked. */
  readonly thoughtMarks?: ThoughtMarks;
  /** The server that it runs on; absent where it runs in the browser. */
  readonly server?: ServerFacts;
}

/** `own`: it came with the model. `chatml-assumed`: the model’s file brings none, and ChatML was taken. */
export const CHAT_TEMPLATE_ORIGINS = ['own', 'chatml-assumed'] as const;

export type ChatTemplateOrigin = (typeof CHAT_TEMPLATE_ORIGINS)[number];

/** Engines that write new runs, each a folder of `src/engines`. A kept run may name one that this version has no more. */
export const ENGINE_NAMES = ['webllm', 'llama-cpp', 'openai'] as const;

/** One answer that is to be written. */
export interface GenerationRequest {
  readonly messages: readonly ChatMessage[];
  readonly sampling: SamplingSettings;
  /** An integer in [0, 2^31). */
  readonly seed: number;
  /** How many of the likeliest tokens to report beside each token drawn, at most 20; none where left out. */
  readonly topLogProbabilities?: number;
}

/** What a policy tells while it writes: texts as they come, and once, last, that it has finished. */
export type GenerationChunk =
  | { readonly type: 'text-added'; readonly text: string; readonly tokens: readonly SampledToken[] }
  | {
      readonly type: 'generation-finished';
      readonly finishReason: FinishReason;
      readonly usage: TokenUsage;
    };

/**
 * `stop`: the model ended its answer. `length`: it was cut off at max tokens or at the end of the context. `unknown`: a server ended
 * it, and gave no reason or one of its own.
 */
export type FinishReason = 'stop' | 'length' | 'unknown';

/** One token that was written or read. Log-probabilities are natural, in nats, at most 0. */
export interface SampledToken {
  /** The token's own text; may be empty or a lone replacement character inside a multi-byte character. */
  readonly text: string;
  /** Natural log-probability, at most 0; null where the engine reports none. */
  readonly logProbability: number | null;
  /** The likeliest tokens at this place, the likeliest first; absent where they weren't asked for or aren't known. */
  readonly topLogProbabilities?: readonly TokenProbability[];
}

/** A token that could have come, with its natural log-probability, at most 0. */
export interface TokenProbability {
  readonly text: string;
  readonly logProbability: number;
}

/** Tokens of one call. `cachedPromptTokens` of the prompt's were not prefilled again; null where the engine doesn't say. */
export interface TokenUsage {
  readonly promptTokens: number;
  readonly cachedPromptTokens: number | null;
  readonly completionTokens: number;
  /** Present where the engine tells none of it: the figures are estimates. */
  readonly isEstimate?: true;
}

/**
 * - `engine-lost`: the device, worker or process is gone; a fresh one is started by the next call.
 * - `context-overflow`: prompt and response don't fit into the model's context.
 * - `engine-failed`: anything else that the engine reported.
 */
export type PolicyErrorKind = 'engine-lost' | 'context-overflow' | 'engine-failed';

/** A failure of one generation, its message a sentence for people. */
export class PolicyError extends Error {
  readonly kind: PolicyErrorKind;

  constructor(kind: PolicyErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PolicyError';
    this.kind = kind;
  }
}

/** One turn of a chat as a policy receives it. */
export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/**
 * How a policy draws tokens. The paper's settings are the default, but for the length of a response
 * (Ye & Ng 2024, section 4: temperature 0.8, top_p 1, top_k 50, presence penalty 1.2, at most 2048 new tokens).
 */
export interface SamplingSettings {
  /** 0 is greedy decoding, and so is anything below a millionth. */
  readonly temperature: number;
  /** Nucleus mass in (0, 1]; 1 keeps every token. */
  readonly topP: number;
  /** Number of most likely tokens kept; 0 keeps all. */
  readonly topK: number;
  /** Subtracted from the logit of a token that has already been written. */
  readonly presencePenalty: number;
  /** Most new tokens in one response. */
  readonly maxTokens: number;
}

/** One of the settings, by its name. */
export type SamplingSetting = keyof SamplingSettings;

export const PAPER_SAMPLING: SamplingSettings = {
  temperature: 0.8,
  topP: 1,
  topK: 50,
  presencePenalty: 1.2,
  maxTokens: 2048,
};

/** The paper's settings with responses short enough for a model in the browser. */
export const DEFAULT_SAMPLING: SamplingSettings = { ...PAPER_SAMPLING, maxTokens: 160 };

/** Temperatures below it are 0: a logit that is divided by one may be no number any more. */
const LEAST_TEMPERATURE = 1e-6;

/** Whether every draw is the most likely token. */
export function isGreedy({ temperature }: Pick<SamplingSettings, 'temperature'>): boolean {
  return temperature < LEAST_TEMPERATURE;
}

/** The same settings with every draw replaced by the most likely token. */
export function greedy(sampling: SamplingSettings): SamplingSettings {
  return { ...sampling, temperature: 0 };
}
