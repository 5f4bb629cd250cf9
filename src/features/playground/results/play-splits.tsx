import { useDeferredValue, useMemo } from 'react';
import {
  armLabel,
  type ArmTree,
  isAdaptive,
  namedSplits,
  nextOfEverySplit,
  type NextArms,
  type SamplingTree,
  type Split,
  upToInTrees,
} from '../../../core/index.ts';
import { createSplitsOfRun } from '../../../runs/index.ts';
import { Note } from '../../../ui/index.ts';
import { SplitPanel, type SplitPanelProps } from './split-panel.tsx';

export interface PlaySplitsProps extends Pick<
  SplitPanelProps,
  'missing' | 'busy' | 'isTold' | 'canPlay' | 'canSample' | 'onPlay' | 'onRun' | 'onStop'
> {
  /** The run, by its own scorer's rewards. */
  readonly tree: SamplingTree;
  /** Those of it that are shown. */
  readonly arms: readonly ArmTree[];
  /** Refinement layers that a split may have. */
  readonly mostLayers: number;
  /** A split with another number of drafts, of the same budget and as many layers. */
  readonly withDrafts: (split: Split, drafts: number) => Split;
  readonly onExtend: (next: NextArms) => void;
}

/** Reads every split of the run on screen, to be played and sampled; of an arm that has none because it decides as it goes, that. */
export function PlaySplits(props: PlaySplitsProps) {
  const { tree, arms, mostLayers, withDrafts, onPlay, onExtend } = props;
  const adaptive = arms.find(({ arm }) => isAdaptive(arm))?.arm;
  const splitsOf = useMemo(() => createSplitsOfRun(), []);
  // Of many texts reading takes long: while a run is sampled it waits until what has come is drawn.
  const drawn = useDeferredValue(tree);
  const splits = splitsOf(drawn.run.id === tree.run.id ? drawn : tree, arms);
  const why = adaptive && (
    <Note>
      {armLabel(adaptive)} has no split: each response is drawn to be a draft or a refinement.
    </Note>
  );
  if (splits === null) return why;
  const { kind, budget, shown } = splits;
  return (
    <>
      <SplitPanel
        {...props}
        splits={splits}
        upTo={upToInTrees(arms)}
        named={namedSplits(budget, mostLayers)}
        onDrafts={(drafts) => {
          onPlay(withDrafts(shown, drafts));
        }}
        onSampleMissing={() => {
          const wanted = arms.map(({ arm }) => arm);
          onExtend(() => wanted);
        }}
        onSampleEvery={() => {
          onExtend((latest) => nextOfEverySplit(latest, kind, budget));
        }}
      />
      {why}
    </>
  );
}
