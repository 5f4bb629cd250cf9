import { memo } from 'react';
import { textOf, type TreeNode } from '../../core/index.ts';
import { LINE_HEIGHT, type Box } from '../layout/tree-layout.ts';
import { firstWords, lastWords } from '../layout/words.ts';
import type { NodeActions } from './node-actions.ts';
import { NodeButton } from './NodeButton.tsx';
import type { Detail } from './use-pan-zoom.ts';
import styles from './nodes.module.css';

export interface FeedbackNoteProps {
  readonly node: TreeNode;
  readonly box: Box;
  readonly textSize: number;
  readonly detail: Detail;
  /** Average advance of a letter, in em. */
  readonly letterWidth: number;
  readonly elementId: string;
  readonly label: string;
  /** Name of the response it criticises; null before that is chosen. */
  readonly anchorName: string | null;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  readonly actions: NodeActions;
}

/** The feedback: a note in the tree whose first words can be read; while it is written, its last ones. */
export const FeedbackNote = memo(function FeedbackNote(props: FeedbackNoteProps) {
  const { node, box, letterWidth, anchorName } = props;
  const { progress } = node;
  // Zoomed in, the same note holds more words in smaller letters.
  const textSize = props.textSize * (props.detail === 'words' ? ZOOMED_SIZE : 1);
  const padding = textSize * 0.8;
  const room = {
    columns: Math.floor((box.width - 2 * padding) / (textSize * letterWidth)),
    lines: Math.floor(box.height / (textSize * LINE_HEIGHT) - 1.5),
  };
  const fitted = progress.status === 'writing' ? lastWords : firstWords;
  const text =
    progress.status === 'planned' ? PLANNED : textOf(node).replaceAll(/\s+/g, ' ').trim();
  const left = -box.width / 2;
  const top = -box.height / 2;
  const firstLine = top + textSize * 1.5;
  return (
    <NodeButton {...props} x={box.x} y={box.y}>
      <rect
        className={`${styles.note ?? ''} ${styles[progress.status] ?? ''}`}
        x={left}
        y={top}
        width={box.width}
        height={box.height}
        rx={textSize * 0.5}
      />
      <rect
        className={styles.frame}
        x={left - 4}
        y={top - 4}
        width={box.width + 8}
        height={box.height + 8}
        rx={textSize * 0.7}
      />
      <text className={styles.noteText} fontSize={textSize}>
        <tspan className={styles.noteTitle} x={left + padding} y={firstLine}>
          {titleOf(node, anchorName)}
        </tspan>
        {fitted(text, room).map((line, index) => (
          <tspan
            key={index}
            className={progress.status === 'planned' ? styles.word : undefined}
            x={left + padding}
            y={firstLine + (index + 1) * textSize * LINE_HEIGHT}
          >
            {line}
          </tspan>
        ))}
      </text>
    </NodeButton>
  );
});

const ZOOMED_SIZE = 0.45;

const PLANNED = 'The best response so far gets one critique, and every refinement reads it.';

function titleOf(node: TreeNode, anchorName: string | null): string {
  const subject = anchorName === null ? 'Feedback on the best' : `Feedback on ${anchorName}`;
  const { progress } = node;
  if (progress.status === 'failed' || progress.status === 'stopped') {
    return `✎ ${subject}: ${progress.status}`;
  }
  const isEmpty = progress.status === 'finished' && progress.remarks.includes('empty');
  return `✎ ${subject}${isEmpty ? ': empty' : ''}`;
}
