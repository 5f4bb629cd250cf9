import { memo } from 'react';
import { textOf, type TreeNode } from '../../core/index.ts';
import { RovingMark } from '../../ui/index.ts';
import { svg } from '../layout/svg-shapes.ts';
import { firstWords, lastWords } from '../layout/wrap-words.ts';
import type { PictureMarkProps } from './response-dot.tsx';
import { NOTE_LEADING, NOTE_TEXT, NOTE_TITLE, type PlannedChip } from './plan-lanes.ts';
import styles from './picture.module.css';

export interface FeedbackChipProps extends PictureMarkProps {
  readonly note: PlannedChip;
  /** Average advance of a letter of the prose face, in em. */
  readonly letterWidth: number;
  /** What it is about. */
  readonly title: string;
  /** Whether it is one of several. */
  readonly isNumbered: boolean;
}

const PADDING = 12;

/** A feedback: its first words can be read; while it is written, its last ones. */
export const FeedbackChip = memo(function FeedbackChip(props: FeedbackChipProps) {
  const { node, note, actions } = props;
  const { width, height } = note;
  return (
    <RovingMark
      className={styles.node}
      style={{ transform: svg`translate(${note.left}px,${note.top}px)` }}
      id={node.id}
      group={actions.marks}
      isTabStop={props.isTabStop}
      name={props.label}
      hasTip
      aria-current={props.isSelected ? 'true' : undefined}
      aria-describedby={props.tipId}
      data-state={node.progress.status}
      onPress={actions.select}
      onOpen={actions.open}
    >
      <g data-node={node.id}>
        <rect className={styles.note} width={width} height={height} rx={6} />
        <rect className={styles.frame} x={-4} y={-4} width={width + 8} height={height + 8} rx={9} />
        {note.lines === 0 ? <NoteNumber {...props} /> : <NoteWords {...props} />}
      </g>
    </RovingMark>
  );
});

/** Where there is room for nothing else: words come with the pointer or the focus. */
function NoteNumber({ node, note }: FeedbackChipProps) {
  return (
    <text className={styles.noteTitle} x={note.width / 2} y={17} textAnchor="middle">
      ✎ {node.index + 1}
    </text>
  );
}

function NoteWords({ node, note, title, isNumbered, letterWidth }: FeedbackChipProps) {
  const room = {
    columns: Math.floor((note.width - 2 * PADDING) / (NOTE_TEXT * letterWidth)),
    lines: note.lines,
  };
  const { progress } = node;
  const { status } = progress;
  const words =
    status === 'planned'
      ? firstWords(isNumbered ? PLANNED_OF_SEVERAL : PLANNED, room)
      : status === 'failed'
        ? firstWords(progress.failure.message, room)
        : (status === 'writing' ? lastWords : firstWords)(textOf(node), room);
  return (
    <>
      <text className={styles.noteTitle} x={PADDING} y={18}>
        ✎ {isNumbered ? String(node.index + 1) : title}
        {endingOf(node)}
      </text>
      <text className={status === 'planned' ? styles.notePlanned : styles.noteWords}>
        {words.map((line, index) => (
          <tspan key={index} x={PADDING} y={NOTE_TITLE + 14 + index * NOTE_LEADING}>
            {/* The space is for whoever hears the lines or copies them. */}
            {`${line} `}
          </tspan>
        ))}
      </text>
    </>
  );
}

const PLANNED = 'The anchor gets one critique, and every refinement reads it.';
const PLANNED_OF_SEVERAL = 'A critique for one refinement.';

function endingOf({ progress }: TreeNode): string {
  if (progress.status === 'failed' || progress.status === 'stopped') return `: ${progress.status}`;
  return progress.status === 'finished' && progress.remarks.includes('empty') ? ': empty' : '';
}
