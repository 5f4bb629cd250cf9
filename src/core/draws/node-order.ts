import { ARM_TRAITS } from '../plan/arms.ts';
import { draftMessages, feedbackMessages, refinementMessages } from '../plan/prompt-templates.ts';
import type { RunPlan } from '../plan/run-plan.ts';
import { greedy, type ChatMessage, type SamplingSettings } from '../policy.ts';
import { feedbackReadBy, findNode, isFinished, textOf } from '../tree/find-in-tree.ts';
import type { ArmTree, NodeFailure, NodePlace } from '../tree/sampling-tree.ts';

/** What the policy is asked for a node, beside the node's own seed. */
export interface NodeOrder {
  readonly messages: readonly ChatMessage[];
  readonly sampling: SamplingSettings;
  /** Text that a refinement should differ from; null for the other kinds. */
  readonly anchorText: string | null;
}

/** Why a layer has no texts where no response before it has a reward. */
export const NO_ANCHOR: NodeFailure = {
  kind: 'no-anchor',
  message: 'No response before this layer has a reward, so there was nothing to refine.',
};

/**
 * What is asked for a node, from the texts that its arm has so far: x or x and z for a draft; x, z and the layer's anchor for
 * a feedback, and the response it is held against where there is one; those and the feedback for a refinement. A feedback that failed or is empty leaves its refinement to the
 * anchor alone. Null while the layer's anchor isn't chosen.
 */
export function nodeOrder(arm: ArmTree, place: NodePlace, plan: RunPlan): NodeOrder | null {
  const { prompt, preference, prompts, sampling } = plan;
  if (place.kind === 'draft') {
    const { readsPreference } = ARM_TRAITS[arm.arm.kind];
    return {
      messages: draftMessages(prompt, readsPreference ? preference : null),
      sampling: place.greedy ? greedy(sampling) : sampling,
      anchorText: null,
    };
  }
  const anchor = findNode(arm, arm.anchors[place.layer] ?? null);
  if (anchor === null || !isFinished(anchor)) return null;
  const anchorText = anchor.progress.text;
  if (place.kind === 'feedback') {
    const rejected = findNode(arm, arm.rejected[place.layer] ?? null);
    const against = rejected && textOf(rejected);
    return {
      messages: feedbackMessages(prompt, preference, anchorText, prompts, against),
      sampling: { ...sampling, maxTokens: plan.feedbackMaxTokens },
      anchorText: null,
    };
  }
  const feedback = feedbackReadBy(arm, place)?.progress.text ?? null;
  const reflection = { anchor: anchorText, feedback };
  return {
    messages: refinementMessages(prompt, preference, reflection, prompts),
    sampling,
    anchorText,
  };
}
