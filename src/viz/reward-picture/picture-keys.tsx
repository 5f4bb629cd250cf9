import { type ArmTree, isAdaptive, otherAnchors } from '../../core/index.ts';
import { isFurtherLeft, type RewardDomain, viridisAt } from '../layout/reward-scale.ts';
import { type LegendKey, onNode, REWARD_GRADIENT, seenKeys } from '../marks/legend-keys.tsx';
import { NodeShape } from '../marks/node-shape.tsx';
import { Brackets, FurtherLeft } from './response-dot.tsx';
import styles from './picture-legend.module.css';
import picture from './picture.module.css';

export interface PictureKeysProps {
  /** The arms on screen: marks that only some runs have are explained where there are any. */
  readonly arms: readonly ArmTree[];
  /** Of the axis. */
  readonly domain: RewardDomain | null;
}

/** What each mark of the picture means, and its colour. */
export function PictureKeys({ arms, domain }: PictureKeysProps) {
  return (
    <>
      <div className={styles.colour} style={{ background: REWARD_GRADIENT }} />
      <p>
        Further right is a higher reward; colour repeats it and says nothing else. An edge leads
        from what was read to what was written.
      </p>
      <ul>
        {keysFor(arms, domain).map(({ name, mark }) => (
          <li key={name}>
            <svg width={32} height={28} viewBox="-16 -14 32 28" aria-hidden="true">
              {mark}
            </svg>
            {name}
          </li>
        ))}
      </ul>
    </>
  );
}

const RADIUS = 7.5;
const SCORED = {
  status: 'finished',
  isWinner: false,
  level: 1,
  colour: viridisAt(0.6),
  radius: RADIUS,
} as const;
const UNSCORED = { isWinner: false, level: 1, colour: null, radius: RADIUS } as const;

const ANCHOR = (
  <>
    <NodeShape {...SCORED} />
    <circle className={picture.anchorRing} r={RADIUS + 4} />
  </>
);

const KEYS: readonly LegendKey[] = [
  { name: 'planned', mark: <NodeShape {...UNSCORED} status="planned" /> },
  { name: 'being written', mark: <NodeShape {...UNSCORED} status="writing" /> },
  { name: 'written, waits for its reward', mark: <NodeShape {...UNSCORED} status="finished" /> },
  { name: 'at its reward', mark: <NodeShape {...SCORED} /> },
  {
    name: 'anchor: the best so far, refined next',
    isSeenIn: ({ arm }) => !isAdaptive(arm),
    mark: ANCHOR,
  },
  {
    name: 'anchor where an arm decides as it goes: refined, the best so far or not',
    isSeenIn: ({ arm }) => isAdaptive(arm),
    mark: ANCHOR,
  },
  { name: 'winner: the best of all', mark: <NodeShape {...SCORED} isWinner /> },
  {
    name: 'the anchor’s reward; right of it is better than the anchor',
    mark: (
      <>
        <path className={picture.improving} d="M0-12H14V12H0Z" />
        <line className={picture.guide} y1={-12} y2={12} />
      </>
    ),
  },
  {
    name: 'dashed: what feedback holds the anchor against',
    isSeenIn: ({ rejected }) => rejected.some((id) => id !== null),
    mark: <path className={picture.rejected} d="M-12-8C-12,6 12,-6 12,8" fill="none" />,
  },
  {
    name: 'would have been refined by these rewards',
    isSeenIn: (arm) => otherAnchors(arm).length > 0,
    mark: (
      <>
        <NodeShape {...SCORED} />
        <circle className={picture.otherAnchorRing} r={RADIUS + 4} />
      </>
    ),
  },
  {
    name: 'outside the budget N',
    isSeenIn: onNode(({ inBudget, kind }) => kind !== 'feedback' && !inBudget),
    mark: (
      <>
        <NodeShape {...SCORED} radius={5} />
        <Brackets radius={4} />
      </>
    ),
  },
  {
    name: 'failed',
    isSeenIn: onNode(({ progress }) => progress.status === 'failed'),
    mark: <NodeShape {...UNSCORED} status="failed" />,
  },
  {
    name: 'stopped',
    isSeenIn: onNode(({ progress }) => progress.status === 'stopped'),
    mark: <NodeShape {...UNSCORED} status="stopped" />,
  },
];

const FURTHER_LEFT: LegendKey = {
  name: 'its reward lies further left than the axis shows',
  mark: (
    <>
      <NodeShape {...SCORED} colour={viridisAt(0)} />
      <FurtherLeft radius={RADIUS} />
    </>
  ),
};

function keysFor(arms: readonly ArmTree[], domain: RewardDomain | null): readonly LegendKey[] {
  const keys = seenKeys(KEYS, arms);
  const isOff = arms.some(({ nodes }) => nodes.some((node) => isFurtherLeft(node, domain)));
  return isOff ? [...keys, FURTHER_LEFT] : keys;
}
