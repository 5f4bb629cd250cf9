import type { ArmTree } from '../../../core/index.ts';
import { stageSentence } from './stage-sentence.ts';

export interface StageProps {
  readonly arms: readonly ArmTree[];
}

/** How far the method has got. */
export function Stage({ arms }: StageProps) {
  return stageSentence(arms);
}
