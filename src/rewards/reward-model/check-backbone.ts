import type { HiddenStates } from '../../core/index.ts';
import type { RewardModelEntry } from './entries.ts';
import type { ScoreHead } from './head/score-head.ts';

/**
 * Refuses parts that would give rewards, but wrong ones.
 *
 * @throws Error with a sentence that says what to do.
 */
export function checkBackbone(parts: {
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
