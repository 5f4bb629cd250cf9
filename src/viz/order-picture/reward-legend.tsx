import { type ArmTree, isAdaptive, otherAnchors, repeatsAnchor } from '../../core/index.ts';
import { formatReward } from '../../ui/index.ts';
import { inkOn, type RewardDomain, rewardScale, viridisAt } from '../layout/reward-scale.ts';
import { NODE_RADIUS } from './place-by-order.ts';
import { type LegendKey, onNode, REWARD_GRADIENT, seenKeys } from '../marks/legend-keys.tsx';
import { NodeShape } from '../marks/node-shape.tsx';
import { GainTick, isCutOff, OutsideBrackets, RemarkSign } from './node-signs.tsx';
import nodeStyles from './tree-scene.module.css';
import styles from './reward-legend.module.css';

export interface RewardLegendProps {
  /** The arms on screen: marks that only some runs have are explained where there are any. */
  readonly arms: readonly ArmTree[];
  /** The domain of all arms on screen; null before the first reward. */
  readonly domain: RewardDomain | null;
}

/** What colour, level and marks mean. */
export function RewardLegend({ arms, domain }: RewardLegendProps) {
  return (
    <div className={styles.legend} role="group" aria-label="Legend">
      <div className={styles.reward}>
        <div className={styles.gradient} style={{ background: REWARD_GRADIENT }}>
          <span style={{ color: inkOn(viridisAt(0)) }}>low reward</span>
          <span style={{ color: inkOn(viridisAt(1)) }}>high reward</span>
        </div>
        {domain === null ? (
          <p className={styles.waiting}>No reward yet.</p>
        ) : (
          <Ticks domain={domain} />
        )}
      </div>
      <ul className={styles.keys}>
        {seenKeys(KEYS, arms).map(({ name, mark }) => (
          <li key={name}>
            <svg className={styles.key} viewBox="-27 -31 54 56" aria-hidden="true">
              {mark}
            </svg>
            {name}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** More figures than these would run into each other. */
const MOST_TICKS = 5;

function Ticks({ domain }: { readonly domain: RewardDomain }) {
  const scale = rewardScale(domain);
  const step = Math.ceil(scale.ticks.length / MOST_TICKS);
  return (
    <div className={styles.ticks}>
      {scale.ticks
        .filter((_, place) => place % step === 0)
        .map((tick) => (
          <span key={tick} style={{ insetInlineStart: `${String(scale.level(tick) * 100)}%` }}>
            {formatReward(tick)}
          </span>
        ))}
    </div>
  );
}

const SCORED = {
  status: 'finished',
  isWinner: false,
  level: 0.6,
  colour: viridisAt(0.6),
  radius: NODE_RADIUS,
} as const;
const UNSCORED = { isWinner: false, level: null, colour: null, radius: NODE_RADIUS } as const;

const ANCHOR = (
  <>
    <NodeShape {...SCORED} />
    <circle className={nodeStyles.anchorRing} r={20} />
  </>
);

const KEYS: readonly LegendKey[] = [
  { name: 'planned', mark: <NodeShape {...UNSCORED} status="planned" /> },
  { name: 'being written', mark: <NodeShape {...UNSCORED} status="writing" /> },
  { name: 'not scored', mark: <NodeShape {...UNSCORED} status="finished" /> },
  { name: 'scored: fuller is better', mark: <NodeShape {...SCORED} /> },
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
  {
    name: 'dashed: what feedback holds the anchor against',
    isSeenIn: ({ rejected }) => rejected.some((id) => id !== null),
    mark: <path className={nodeStyles.rejected} d="M-12-8C-12,6 12,-6 12,8" fill="none" />,
  },
  {
    name: 'would have been refined by these rewards',
    isSeenIn: (arm) => otherAnchors(arm).length > 0,
    mark: (
      <>
        <NodeShape {...SCORED} />
        <circle className={nodeStyles.otherAnchorRing} r={20} />
      </>
    ),
  },
  { name: 'winner', mark: <NodeShape {...SCORED} level={1} colour={viridisAt(1)} isWinner /> },
  {
    name: 'improves on its anchor, by so much',
    mark: (
      <>
        <NodeShape {...SCORED} />
        <GainTick gain={0} showsNumber={false} />
      </>
    ),
  },
  {
    name: 'outside the budget N',
    isSeenIn: onNode(({ inBudget, kind }) => kind !== 'feedback' && !inBudget),
    mark: (
      <>
        <NodeShape {...SCORED} radius={13} />
        <OutsideBrackets />
      </>
    ),
  },
  {
    name: 'cut off at the token limit',
    isSeenIn: onNode(isCutOff),
    mark: (
      <g transform="translate(0,-3) scale(2.4)">
        <RemarkSign sign="//" />
      </g>
    ),
  },
  {
    name: 'repeats its anchor',
    isSeenIn: onNode(repeatsAnchor),
    mark: (
      <g transform="translate(0,-3) scale(2.4)">
        <RemarkSign sign="=" />
      </g>
    ),
  },
  {
    name: 'failed',
    isSeenIn: onNode(({ progress }) => progress.status === 'failed'),
    mark: <NodeShape {...UNSCORED} status="failed" />,
  },
];
