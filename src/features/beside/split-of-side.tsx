import { useMemo } from 'react';
import { type SamplingTree, type Split } from '../../core/index.ts';
import { createSplitsOfRun, splitShown } from '../../runs/index.ts';
import { Note, SelectField } from '../../ui/index.ts';
import type { Side } from './beside-arms.ts';

export interface SplitOfSideProps {
  readonly side: Side;
  /** At the split that is shown. */
  readonly tree: SamplingTree;
  /** As it was sampled. */
  readonly whole: SamplingTree;
  /** Texts that the split shown lacks. */
  readonly missing: number;
  readonly onSplit: (split: Split) => void;
}

/** At which of the splits that were sampled a run is shown, and that the one shown lacks something. */
export function SplitOfSide({ side, tree, whole, missing, onSplit }: SplitOfSideProps) {
  const splits = useMemo(() => offeredSplits(whole, tree), [whole, tree]);
  const shown = splits[0];
  if (shown === undefined) return null;
  return (
    <>
      {splits.length > 1 && (
        <SelectField
          label={`Split of ${side}`}
          value={shown.join('/')}
          options={splits.map((split) => ({ value: split.join('/'), label: split.join('/') }))}
          onChange={(value) => {
            onSplit(value.split('/').map(Number));
          }}
        />
      )}
      {missing > 0 && (
        <Note role="status">
          {missing === 1 ? 'One text' : `${String(missing)} texts`} of this split{' '}
          {missing === 1 ? 'was' : 'were'} never sampled: they stand as planned, and an arm without
          them has no winner. Choose another split, or open the run and sample them.
        </Note>
      )}
    </>
  );
}

/** The one that is shown first, then the run's own and those of the shown budget that were sampled; none where no arm has a split. */
function offeredSplits(whole: SamplingTree, tree: SamplingTree): readonly Split[] {
  const read = createSplitsOfRun()(whole, tree.arms);
  if (read === null) return [];
  const own = splitShown(tree.run.plan.arms, whole.arms);
  const sampled = read.splits
    .filter(({ missing }) => missing === 0)
    .map(({ drafts }) => [drafts, read.budget - drafts]);
  const all = [read.shown, ...(own === null ? [] : [own]), ...sampled].map((split) =>
    split.join('/'),
  );
  return [...new Set(all)].map((split) => split.split('/').map(Number));
}
