import type { RunPlan } from '../../core/index.ts';
import { LINE_HEIGHT, type Box } from '../layout/tree-layout.ts';
import { firstWords } from '../layout/words.ts';
import styles from './nodes.module.css';

export interface RootNoteProps {
  readonly box: Box;
  readonly textSize: number;
  /** Average advance of a letter, in em. */
  readonly letterWidth: number;
  readonly plan: Pick<RunPlan, 'prompt' | 'preference'>;
  readonly readsPreference: boolean;
}

/** The root: the prompt x and, where the arm reads it, the preference z. */
export function RootNote({ box, textSize, letterWidth, plan, readsPreference }: RootNoteProps) {
  const padding = textSize * 0.8;
  const columns = Math.floor((box.width - 3.4 * padding) / (textSize * letterWidth));
  const lines = [
    { symbol: 'x', text: plan.prompt, missing: 'the prompt' },
    ...(readsPreference ? [{ symbol: 'z', text: plan.preference, missing: 'no preference' }] : []),
  ];
  const left = box.x - box.width / 2;
  const top = box.y - box.height / 2;
  return (
    <g>
      <rect
        className={styles.root}
        x={left}
        y={top}
        width={box.width}
        height={box.height}
        rx={textSize * 0.5}
      />
      <text className={styles.noteText} fontSize={textSize}>
        {lines.map(({ symbol, text, missing }, index) => {
          const y = top + textSize * (1.45 + index * LINE_HEIGHT);
          const [words = missing] = firstWords(text, { columns, lines: 1 });
          return (
            <tspan key={symbol}>
              <tspan className={styles.symbol} x={left + padding} y={y}>
                {symbol}
              </tspan>
              <tspan x={left + padding * 2.4} y={y}>
                {words}
              </tspan>
            </tspan>
          );
        })}
      </text>
    </g>
  );
}
