import type { NodeProgress } from '../../core/index.ts';
import { discFilledTo, starFilledTo } from '../layout/svg-shapes.ts';
import styles from './node-shape.module.css';

export interface NodeShapeProps {
  readonly status: NodeProgress['status'];
  readonly isWinner: boolean;
  /** From 0 to 1; null while there is no reward. */
  readonly level: number | null;
  /** The reward's colour; null while there is no reward. */
  readonly colour: string | null;
  readonly radius: number;
}

/** The body of a response: a disc, or the winner's star, filled to its reward like a glass. */
export function NodeShape({ status, isWinner, level, colour, radius }: NodeShapeProps) {
  const { outline, filled } = isWinner
    ? starFilledTo(level ?? 0, radius * 1.42)
    : discFilledTo(level ?? 0, radius);
  const look = colour === null ? styles[status] : styles.scored;
  return (
    <>
      <path className={styles.ground} d={outline} />
      {colour === null ? null : <path d={filled} fill={colour} />}
      <path className={`${styles.outline ?? ''} ${look ?? ''}`} d={outline} pathLength={60} />
      {colour === null ? <StateGlyph status={status} size={radius} /> : null}
    </>
  );
}

/** What keeps a state apart without colour or motion. */
function StateGlyph({
  status,
  size,
}: {
  readonly status: NodeProgress['status'];
  readonly size: number;
}) {
  if (status === 'writing') {
    return (
      <g className={styles.glyph}>
        {[-1, 0, 1].map((step) => (
          <circle key={step} cx={step * size * 0.38} r={size * 0.11} />
        ))}
      </g>
    );
  }
  if (status === 'stopped') {
    const side = size * 0.56;
    return <rect className={styles.glyph} x={-side / 2} y={-side / 2} width={side} height={side} />;
  }
  if (status === 'failed') {
    const arm = size * 0.3;
    const cross = `M${String(-arm)},${String(-arm)}L${String(arm)},${String(arm)}M${String(arm)},${String(-arm)}L${String(-arm)},${String(arm)}`;
    return <path className={styles.cross} d={cross} />;
  }
  return null;
}
