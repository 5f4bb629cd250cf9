import {
  messageOf,
  type HiddenStates,
  type LoadProgress,
  type RewardModel,
} from '../../../core/index.ts';
import { MADE_UP_MODEL } from '../known-reward-models.ts';
import { createHeadRewardModel } from '../head-reward-model.ts';
import { makeUpHead } from '../head/score-head.ts';

/** What the self-test is run on. */
export interface SelfTestParts {
  /** Loads the embedded model as a backbone; it is unloaded at the end. */
  readonly loadEmbedded: (
    onProgress: (progress: LoadProgress) => void,
    signal: AbortSignal,
  ) => Promise<HiddenStates>;
  /** The reward model that is in use, so that it is tried as well; null where there is none. */
  readonly rewardModel: RewardModel | null;
}

export type SelfTestProgress =
  | { readonly type: 'loading'; readonly progress: LoadProgress }
  | {
      readonly type: 'chat-scored';
      readonly chat: ChatCheck;
      readonly scored: number;
      readonly of: number;
    };

export interface SelfTestResult {
  /** Whether every check is ok. */
  readonly passed: boolean;
  /** Most that one reward may differ from the reference. */
  readonly tolerance: number;
  /** Root of the mean squared difference over all chats; null where one could not be scored. */
  readonly deviation: number | null;
  /** Most that `deviation` may be: rounding moves each reward a little, a mistake moves them all. */
  readonly meanTolerance: number;
  /** The made-up head's rewards on the embedded backbone against PyTorch's on the same file. */
  readonly chats: readonly ChatCheck[];
  /** A good and a bad answer, scored by the made-up head and, where there is one, by the reward model in use. */
  readonly pairs: readonly PairCheck[];
}

export interface ChatCheck {
  readonly id: string;
  readonly prompt: string;
  readonly response: string;
  readonly expected: number;
  /** Null where it could not be scored. */
  readonly got: number | null;
  readonly ok: boolean;
  /** Why it could not be scored, in a sentence; null where it could. */
  readonly problem: string | null;
}

export interface PairCheck {
  /** Name of the reward model. */
  readonly model: string;
  readonly good: number | null;
  readonly bad: number | null;
  /** Whether the two differ. Which one is higher says something about a trained model only. */
  readonly ok: boolean;
  readonly problem: string | null;
}

/** Clear enough that every trained reward model gives the first one more. */
export const SELF_TEST_PAIR = {
  prompt: 'How many legs does a spider have?',
  good: 'A spider has eight legs.',
  bad: 'Go away, I don’t care about your stupid question.',
} as const;

/**
 * Shows in this browser that rewards come out as they should: the embedded model's backbone with a made-up head against
 * figures computed with PyTorch from the same file, and that a good and a bad answer get different rewards.
 *
 * @throws ModelLoadError where the embedded model can't be loaded.
 * @throws the signal's reason when it is aborted.
 */
export async function runSelfTest(
  { loadEmbedded, rewardModel }: SelfTestParts,
  onProgress: (progress: SelfTestProgress) => void,
  signal: AbortSignal,
): Promise<SelfTestResult> {
  const { tolerance, meanTolerance, chats: expected } = await fetchReference();
  const hiddenStates = await loadEmbedded((progress) => {
    onProgress({ type: 'loading', progress });
  }, signal);
  try {
    const head = makeUpHead(MADE_UP_MODEL.width);
    const madeUp = createHeadRewardModel({ hiddenStates, head, entry: MADE_UP_MODEL });
    const chats: ChatCheck[] = [];
    for (const chat of expected) {
      const check = await checkChat(madeUp, chat, tolerance, signal);
      chats.push(check);
      onProgress({ type: 'chat-scored', chat: check, scored: chats.length, of: expected.length });
    }
    const pairs = [await checkPair(madeUp, signal)];
    if (rewardModel !== null) pairs.push(await checkPair(rewardModel, signal));
    const deviation = deviationOf(chats);
    const near = deviation !== null && deviation <= meanTolerance;
    const passed = near && [...chats, ...pairs].every(({ ok }) => ok);
    return { passed, tolerance, deviation, meanTolerance, chats, pairs };
  } finally {
    await hiddenStates.unload();
  }
}

async function checkChat(
  model: RewardModel,
  { id, prompt, preference, response, expected }: ReferenceChat,
  tolerance: number,
  signal: AbortSignal,
): Promise<ChatCheck> {
  const conditionedOn = preference === '' ? 'prompt' : 'prompt-and-preference';
  const base = { id, prompt, response, expected };
  try {
    const { value: got } = await model.score(
      { prompt, preference, conditionedOn, response },
      signal,
    );
    return { ...base, got, ok: Math.abs(got - expected) <= tolerance, problem: null };
  } catch (error) {
    signal.throwIfAborted();
    return { ...base, got: null, ok: false, problem: messageOf(error) };
  }
}

function deviationOf(chats: readonly ChatCheck[]): number | null {
  const squares = chats.map(({ got, expected }) => (got === null ? null : (got - expected) ** 2));
  if (squares.includes(null)) return null;
  return Math.sqrt(squares.reduce<number>((sum, one) => sum + (one ?? 0), 0) / squares.length);
}

async function checkPair(model: RewardModel, signal: AbortSignal): Promise<PairCheck> {
  const { prompt, good, bad } = SELF_TEST_PAIR;
  const { name } = model.description;
  const score = async (response: string): Promise<number> => {
    const request = { prompt, preference: '', conditionedOn: 'prompt', response } as const;
    return (await model.score(request, signal)).value;
  };
  try {
    const rewards = { good: await score(good), bad: await score(bad) };
    return { model: name, ...rewards, ok: rewards.good !== rewards.bad, problem: null };
  } catch (error) {
    signal.throwIfAborted();
    return { model: name, good: null, bad: null, ok: false, problem: messageOf(error) };
  }
}

/** One chat with its reward from PyTorch, as tools/parity/reward-model.py computed it. */
export interface ReferenceChat {
  readonly id: string;
  readonly prompt: string;
  /** Empty: the chat is scored against the prompt alone. */
  readonly preference: string;
  readonly response: string;
  readonly expected: number;
}

export interface Reference {
  /** Most that one reward may be off. */
  readonly tolerance: number;
  /** Most that the root of the mean squared difference may be. */
  readonly meanTolerance: number;
  readonly chats: readonly ReferenceChat[];
}

/** Fetches chats and figures; chunks of their own, not in the page's first load. */
export async function fetchReference(): Promise<Reference> {
  const [chats, reference] = await Promise.all([
    import('./chats.json'),
    import('./reference.json'),
  ]);
  const { tolerance, meanTolerance, rewards } = reference.default;
  const joined = chats.default.map((chat) => {
    const reward = rewards.find(({ id }) => id === chat.id);
    if (reward === undefined) throw new Error(`The reference has no reward for ${chat.id}.`);
    return { ...chat, expected: reward.expected };
  });
  return { tolerance, meanTolerance, chats: joined };
}
