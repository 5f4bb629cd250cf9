import { chatml, type ChatTemplate, llama3, qwen3 } from './chat-templates.ts';

/** A reward model that the page knows how to run. */
export interface RewardModelEntry {
  readonly id: string;
  /** Name for people. */
  readonly name: string;
  readonly template: ChatTemplate;
  readonly licence: { readonly name: string; readonly restricted: boolean };
  /** Numbers in its backbone's hidden state. */
  readonly width: number;
  /** The reward model's repository on the model hub and the file there that holds the head; null for a made-up one. */
  readonly head: { readonly repository: string; readonly file: string } | null;
  /** Bytes of the published weights in 16 bits, about; a quantised GGUF takes a third to a half of that. */
  readonly publishedBytes: number | null;
  /** What others measured, and what the figure means, in plain sentences; null where nobody did. */
  readonly published: PublishedAccuracy | null;
  /** What a person must know before they trust it. */
  readonly caution: string;
}

/** What a reward model’s authors measured. */
export interface PublishedAccuracy {
  /** Right pairs on RewardBench (first version), in per cent. */
  readonly rewardBench: number;
  /** Score on the part of RewardBench 2 that asks for precise instruction following, in per cent; null where not known. */
  readonly preciseInstructionFollowing: number | null;
  readonly meaning: string;
  readonly source: string;
}

const SOURCE =
  'Published by its authors (Liu et al. 2025, arXiv 2507.01352, and their own run of RewardBench 2); not measured here.';

/** What to do about the backbone: no GGUF of these models is known for sure, so none is named. */
export const BACKBONE_ADVICE =
  'Give a GGUF of this very reward model, by address or from disk: one of the base model has other weights and would give meaningless rewards. The published figures are the whole model’s; the fewer bits the GGUF has, the further its rewards lie from them.';

const SMALLEST_CAUTION =
  'It tells good answers from bad ones, but hardly whether an answer keeps to an exact instruction: 40 of 100 on precise instruction following, where guessing among four gives 25. A preference is such an instruction: where the preference decides, check its choices against another scorer.';

const PREFERENCE_CAUTION =
  'RewardBench doesn’t ask whether an answer fits a preference. The smallest model of this family does badly at precise instruction following, and a preference is such an instruction: where the preference decides, check its choices against another scorer.';

/** The published reward models that the page can run. */
export const REWARD_MODELS: readonly RewardModelEntry[] = [
  {
    id: 'skywork-reward-v2-qwen3-0.6b',
    name: 'Skywork-Reward-V2-Qwen3-0.6B',
    template: qwen3,
    licence: { name: 'Apache-2.0', restricted: false },
    width: 1024,
    head: { repository: 'Skywork/Skywork-Reward-V2-Qwen3-0.6B', file: 'model.safetensors' },
    publishedBytes: 1.2e9,
    published: {
      rewardBench: 85.2,
      preciseInstructionFollowing: 40,
      meaning: meaningOf(85.2),
      source: SOURCE,
    },
    caution: SMALLEST_CAUTION,
  },
  {
    id: 'skywork-reward-v2-qwen3-1.7b',
    name: 'Skywork-Reward-V2-Qwen3-1.7B',
    template: qwen3,
    licence: { name: 'Apache-2.0', restricted: false },
    width: 2048,
    head: { repository: 'Skywork/Skywork-Reward-V2-Qwen3-1.7B', file: 'model.safetensors' },
    publishedBytes: 3.4e9,
    published: {
      rewardBench: 90.3,
      preciseInstructionFollowing: null,
      meaning: meaningOf(90.3),
      source: SOURCE,
    },
    caution: PREFERENCE_CAUTION,
  },
  {
    id: 'skywork-reward-v2-llama-3.2-1b',
    name: 'Skywork-Reward-V2-Llama-3.2-1B',
    template: llama3,
    licence: { name: 'Llama 3.2 Community', restricted: true },
    width: 2048,
    head: { repository: 'Skywork/Skywork-Reward-V2-Llama-3.2-1B', file: 'model.safetensors' },
    publishedBytes: 2.5e9,
    published: {
      rewardBench: 89.9,
      preciseInstructionFollowing: null,
      meaning: meaningOf(89.9),
      source: SOURCE,
    },
    caution: PREFERENCE_CAUTION,
  },
];

/** The embedded model's backbone with a head that was never trained: it shows that the path is right, and judges nothing. */
export const MADE_UP_MODEL: RewardModelEntry = {
  id: 'made-up-head',
  name: 'SmolLM2-135M with a made-up head',
  template: chatml,
  licence: { name: 'Apache-2.0', restricted: false },
  width: 576,
  head: null,
  publishedBytes: null,
  published: null,
  caution:
    'Its head is a row of drawn numbers. Its rewards mean nothing; they only show that the computation is right.',
};

function meaningOf(rewardBench: number): string {
  return `Of 100 pairs of a better and a worse answer in RewardBench, it gave the better one the higher reward in about ${String(Math.round(rewardBench))}; guessing gives 50. The pairs are about chat, safety and reasoning, not about preferences.`;
}
