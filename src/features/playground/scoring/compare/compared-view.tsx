import type { SamplingTree } from '../../../../core/index.ts';
import type { SelectedNode } from '../../selected-node.ts';
import type { PairOfScorings } from './pair-of-scorings.ts';
import type { ScoredPair } from './paired-scores.ts';
import { Note } from '../../../../ui/index.ts';
import styles from './compare.module.css';

/** What each view of two scorers is given. */
export interface ComparedViewProps extends PairOfScorings {
  readonly tree: SamplingTree;
  readonly onSelect: (node: SelectedNode) => void;
}

/** Opens the response that a chart names by its id. */
export function opener(
  pairs: readonly ScoredPair[],
  onSelect: (node: SelectedNode) => void,
): (id: string) => void {
  return (id) => {
    const pair = pairs.find((each) => each.id === id);
    if (pair !== undefined) onSelect({ armId: pair.armId, nodeId: pair.nodeId });
  };
}

export interface SentencesProps {
  /** The finding first, then what qualifies it. */
  readonly lines: readonly string[];
}

/** What a view found, in words. */
export function Sentences({ lines }: SentencesProps) {
  const [finding, ...notes] = lines;
  return (
    <>
      <p className={styles.finding}>{finding}</p>
      {notes.map((line) => (
        <Note key={line}>{line}</Note>
      ))}
    </>
  );
}
