import {
  draftMessages,
  type HiddenStates,
  type Reward,
  type RewardModel,
  type RewardModelDescription,
  type RewardRequest,
  setMarksApart,
} from '../../core/index.ts';
import type { RewardModelEntry } from './known-reward-models.ts';
import { type ScoreHead, scoreState } from './head/score-head.ts';

/** 2: marks in what was said are read as their characters. */
const VERSION = 2;

/** Longest wait for one reward, turn in the line included: a long answer takes minutes on one slow core. */
const DEFAULT_TIMEOUT_SECONDS = 900;

/** What a reward model is made of. */
export interface HeadRewardModelParts {
  readonly hiddenStates: HiddenStates;
  readonly head: ScoreHead;
  readonly entry: RewardModelEntry;
  readonly timeoutSeconds?: number;
}

/**
 * A sequence classifier with one label as a reward model: the chat in the model's own template without a system turn, the
 * backbone's hidden state at the last token, and reward = w · h + b, computed here in 64 bits. Rewards have no unit and
 * compare within one prompt only.
 *
 * @throws Error with a sentence where the parts don't belong together.
 */
export function createHeadRewardModel(parts: HeadRewardModelParts): RewardModel {
  checkBackbone(parts);
  return {
    description: describe(parts),
    score: async (request, signal) => {
      const text = renderRequest(parts, request);
      const state = await readState(parts, text, signal);
      return rewardOf(parts.head, state, request);
    },
  };
}

/** The text that the backbone reads for a request; marks in what was said are set apart. */
export function renderRequest(
  { entry, hiddenStates }: Pick<HeadRewardModelParts, 'entry' | 'hiddenStates'>,
  { prompt, preference, conditionedOn, response }: RewardRequest,
): string {
  const withPreference = conditionedOn === 'prompt-and-preference';
  const [message] = draftMessages(prompt, withPreference ? preference : null);
  const { addsBeginToken, chatTemplate } = hiddenStates.description;
  const begin = addsBeginToken ? '' : (entry.template.beginToken ?? '');
  // A mark in what was said is read as its characters: a turn that it ended would be scored in the place of the answer.
  const chat = {
    user: setMarksApart(message?.content ?? prompt),
    assistant: setMarksApart(response),
  };
  return begin + entry.template.render(chat, chatTemplate);
}

async function readState(
  { hiddenStates, timeoutSeconds = DEFAULT_TIMEOUT_SECONDS }: HeadRewardModelParts,
  text: string,
  signal: AbortSignal,
): Promise<Float32Array> {
  signal.throwIfAborted();
  const timeout = AbortSignal.timeout(timeoutSeconds * 1000);
  try {
    return await hiddenStates.lastHiddenState(text, AbortSignal.any([signal, timeout]));
  } catch (error) {
    signal.throwIfAborted();
    if (!timeout.aborted) throw error;
    throw new Error(
      `The reward model did not answer within ${String(timeoutSeconds)} seconds. Try it again, or choose a smaller model.`,
      { cause: error },
    );
  }
}

function rewardOf(head: ScoreHead, state: Float32Array, request: RewardRequest): Reward {
  const value = state.length === head.weights.length ? scoreState(head, state) + 0 : NaN;
  if (!Number.isFinite(value)) {
    throw new Error(
      'The backbone gave no usable hidden state. Load the reward model again, or choose another GGUF of it.',
    );
  }
  const norm = Math.hypot(...state);
  const measured = `The head weighed the ${String(state.length)} numbers of the last token’s hidden state, a vector ${norm.toFixed(1)} long`;
  return {
    value,
    breakdown: [{ id: 'score-head', label: 'Reward model', value, measured }],
    conditionedOn: request.conditionedOn,
  };
}

function describe({ hiddenStates, head, entry }: HeadRewardModelParts): RewardModelDescription {
  return {
    id: `reward-model-${entry.id}`,
    name: entry.name,
    version: VERSION,
    summary: `A neural network trained on pairs of a better and a worse answer gives one number to the whole chat. ${entry.caution}`,
    settings: {
      backbone: hiddenStates.description.id,
      head: head.source,
      template: entry.template.id,
    },
  };
}

/**
 * Refuses parts that would give rewards, but wrong ones.
 *
 * @throws Error with a sentence that says what to do.
 */
function checkBackbone(parts: {
  readonly hiddenStates: HiddenStates;
  readonly head: ScoreHead;
  readonly entry: RewardModelEntry;
}): void {
  const { description } = parts.hiddenStates;
  const { entry, head } = parts;
  if (description.width !== entry.width || head.weights.length !== entry.width) {
    throw new Error(
      `${entry.name} has hidden states of ${String(entry.width)} numbers; the backbone gives ${String(description.width)} and the head reads ${String(head.weights.length)}. Choose the GGUF and the head of this model.`,
    );
  }
  if (description.addsEndToken) {
    throw new Error(
      `${description.name} asks for a token after each text, so the head would read the wrong place. Choose a GGUF whose tokenizer.ggml.add_eos_token is false.`,
    );
  }
  if (description.addsBeginToken && entry.template.beginToken === null) {
    throw new Error(
      `${description.name} asks for a token before each text, and ${entry.name} was trained without one. Choose a GGUF of this very model.`,
    );
  }
}
