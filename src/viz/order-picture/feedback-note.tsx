import { memo } from 'react';
import { type Arm, textOf, type TreeNode } from '../../core/index.ts';
import { nodeLabel, type NodeStanding } from '../layout/node-labels.ts';
import { LINE_HEIGHT, type Note } from './place-by-order.ts';
import { firstWords, lastWords } from '../layout/wrap-words.ts';
import type { NodeActions } from '../use-node-actions.ts';
import { NodeButton } from './node-button.tsx';
import type { Detail } from './pan-zoom.ts';
import styles from './tree-scene.module.css';

export interface FeedbackNoteProps extends NodeStanding {
  readonly node: TreeNode;
  readonly note: Note;
  readonly detail: Detail;
  /** Average advance of a letter, in em. */
  readonly letterWidth: number;
  readonly arm: Arm;
  /** What it is about. */
  readonly title: string;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  readonly actions: NodeActions;
}

/** The feedback: a note in the tree whose first words can be read; while it is written, its last ones. */
export const FeedbackNote = memo(function FeedbackNote(props: FeedbackNoteProps) {
  const { node, note } = props;
  const { width, height, textSize } = note;
  const look = `${styles.note ?? ''} ${styles[node.progress.status] ?? ''}`;
  const [left, top, round] = [-width / 2, -height / 2, textSize * 0.5];
  return (
    <NodeButton {...props} label={nodeLabel(props, node, props)} x={note.x} y={note.y}>
      <rect className={look} x={left} y={top} width={width} height={height} rx={round} />
      <rect
        className={styles.frame}
        x={left - 4}
        y={top - 4}
        width={width + 8}
        height={height + 8}
        rx={round + 3}
      />
      <NoteWords {...props} />
    </NodeButton>
  );
});

function NoteWords({ node, note, title, letterWidth, detail }: FeedbackNoteProps) {
  const { status } = node.progress;
  // Zoomed in, the same note holds more words in smaller letters.
  const size = note.textSize * (detail === 'words' ? ZOOMED_SIZE : 1);
  const padding = size * 0.8;
  const room = {
    columns: Math.floor((note.width - 2 * padding) / (size * letterWidth)),
    lines: Math.floor(note.height / (size * LINE_HEIGHT) - 1.5),
  };
  const lines =
    status === 'writing' ? lastWords(textOf(node), room) : firstWords(textOf(node), room);
  const x = padding - note.width / 2;
  const y = size * 1.5 - note.height / 2;
  return (
    <text className={styles.noteText} fontSize={size}>
      <tspan className={styles.noteTitle} x={x} y={y}>
        {titleOf(node, note.isInCell ? String(node.index + 1) : title)}
      </tspan>
      {(status === 'planned'
        ? firstWords(note.isInCell ? PLANNED_IN_CELL : PLANNED, room)
        : lines
      ).map((line, index) => (
        <tspan
          key={index}
          className={status === 'planned' ? styles.word : undefined}
          x={x}
          y={y + (index + 1) * size * LINE_HEIGHT}
        >
          {line}
        </tspan>
      ))}
    </text>
  );
}

const ZOOMED_SIZE = 0.45;

const PLANNED = 'The anchor gets one critique, and every refinement reads it.';
const PLANNED_IN_CELL = 'A critique for the one below.';

/** @param subject what it is about; in a cell, where that has no room, its number. */
function titleOf(node: TreeNode, subject: string): string {
  const { progress } = node;
  if (progress.status === 'failed' || progress.status === 'stopped') {
    return `✎ ${subject}: ${progress.status}`;
  }
  const isEmpty = progress.status === 'finished' && progress.remarks.includes('empty');
  return `✎ ${subject}${isEmpty ? ': empty' : ''}`;
}
