import { memo, useMemo } from 'react';
import {
  ARM_TRAITS,
  type ArmTree,
  findNode,
  type NodeId,
  type ResponseAddress,
  rewardOf,
} from '../../core/index.ts';
import { feedbackTitle, nodeLabel, standingsOf } from '../layout/node-labels.ts';
import type { RewardScale } from '../layout/reward-scale.ts';
import { useNodeActions } from '../use-node-actions.ts';
import { LANE_LABEL_INSET, laneLabel } from './lane-labels.ts';
import { ResponseDot, type PictureMarkProps } from './response-dot.tsx';
import { pictureEdges, type DrawnArm, type PictureEdge } from './picture-edges.ts';
import type { PictureFrame } from './picture-frame.ts';
import { pictureLabels } from './picture-labels.ts';
import { FeedbackChip } from './feedback-chip.tsx';
import { chipBox, placeByReward, xOfReward } from './place-by-reward.ts';
import { type LaneLayer, planLanes } from './plan-lanes.ts';
import styles from './picture.module.css';

export interface ArmPictureProps {
  readonly arm: ArmTree;
  readonly label: string;
  readonly frame: PictureFrame;
  readonly scale: RewardScale | null;
  /** Average advance of a letter of the prose face, in em. */
  readonly letterWidth: number;
  readonly selectedId: NodeId | null;
  /** The node whose tip is open, and the tip's id. */
  readonly tipped: (ResponseAddress & { readonly tipId: string }) | null;
  readonly onSelect: (id: NodeId) => void;
  readonly onOpen: ((id: NodeId) => void) | undefined;
}

/** One arm on the shared axis: its lanes from the drafts down, and what leads from one to the next. */
export function ArmPicture(props: ArmPictureProps) {
  const { arm, label, frame, scale } = props;
  const drawn = useDrawn(arm, frame, scale);
  return (
    <div className={styles.arm}>
      <div className={styles.armHead} style={{ paddingInlineStart: frame.laneLeft }}>
        <h3>{label}</h3>
        <p>{ARM_TRAITS[arm.arm.kind].summary}</p>
      </div>
      <svg
        className={styles.drawing}
        viewBox={`0 0 ${String(frame.width)} ${String(drawn.plan.height)}`}
        width={frame.width}
        height={drawn.plan.height}
        role="group"
        aria-label={`Sampling tree of ${label}`}
        aria-roledescription="tree drawing"
        data-arm={arm.arm.id}
      >
        {drawn.plan.layers.map((layer, index, { length }) => (
          <LaneGround
            key={layer.layer}
            {...{ arm, layer, frame, scale }}
            isLast={index === length - 1}
          />
        ))}
        <Lineage edges={pictureEdges(drawn)} />
        {drawn.plan.layers.map((layer) => (
          <LaneWords key={layer.layer} {...{ arm, layer, frame }} />
        ))}
        <Chip drawn={drawn} />
        <Marks {...props} drawn={drawn} />
        <Labels drawn={drawn} onSelect={props.onSelect} onOpen={props.onOpen} />
      </svg>
    </div>
  );
}

function useDrawn(arm: ArmTree, frame: PictureFrame, scale: RewardScale | null): DrawnArm {
  const plan = useMemo(() => planLanes(arm.nodes, frame), [arm.nodes, frame]);
  const letters = ARM_TRAITS[arm.arm.kind].readsPreference ? 5 : 1;
  return {
    ...{ arm, plan, frame },
    chip: chipBox(plan, frame, letters),
    places: placeByReward(arm, plan, frame, scale),
  };
}

interface LaneGroundProps {
  readonly arm: ArmTree;
  readonly layer: LaneLayer;
  readonly frame: PictureFrame;
  readonly scale: RewardScale | null;
  readonly isLast: boolean;
}

/** A lane with its label; behind refinements their anchor's guide, and the side where they improve on it. */
function LaneGround({ arm, layer, frame, scale, isLast }: LaneGroundProps) {
  const { top, bottom } = layer.lane;
  const width = frame.laneRight - frame.laneLeft;
  const anchor = findNode(arm, arm.anchors[layer.layer] ?? null);
  const reward = anchor === null ? null : rewardOf(anchor);
  return (
    <g>
      <rect
        className={styles.lane}
        x={frame.laneLeft}
        y={top}
        width={width}
        height={bottom - top}
        rx={6}
      />
      {(scale?.ticks ?? []).map((tick) => {
        const x = scale === null ? 0 : xOfReward(tick, scale, frame);
        return <line key={tick} className={styles.grid} x1={x} x2={x} y1={top} y2={bottom} />;
      })}
      {reward === null || scale === null ? null : (
        <Guide x={xOfReward(reward, scale, frame)} {...{ layer, frame, isLast }} />
      )}
    </g>
  );
}

interface GuideProps extends Pick<LaneGroundProps, 'layer' | 'frame' | 'isLast'> {
  readonly x: number;
}

const GUIDE_WORDS = 'its anchor’s reward';

function Guide({ x, layer, frame, isLast }: GuideProps) {
  const { top, bottom } = layer.lane;
  const isLeft = x - frame.laneLeft > 150;
  return (
    <g aria-hidden="true">
      <path
        className={styles.improving}
        d={`M${String(x)},${String(top)}H${String(frame.laneRight)}V${String(bottom)}H${String(x)}Z`}
      />
      <line
        className={styles.guide}
        x1={x}
        x2={x}
        y1={top - 10}
        y2={isLast ? bottom + 14 : bottom}
      />
      {isLast ? (
        <text
          className={styles.guideWords}
          x={isLeft ? x - 5 : x + 5}
          y={bottom + 13}
          textAnchor={isLeft ? 'end' : 'start'}
        >
          {GUIDE_WORDS}
        </text>
      ) : null}
    </g>
  );
}

function LaneWords({ arm, layer, frame }: Omit<LaneGroundProps, 'scale' | 'isLast'>) {
  const { title, source, trouble } = laneLabel(arm, layer);
  const { top, labelAbove, labelRow } = layer.lane;
  if (frame.laneLabels !== 'beside') {
    const y = frame.laneLabels === 'above' ? labelAbove : labelRow + 4;
    return (
      <text className={styles.laneLabel} x={frame.laneLeft + LANE_LABEL_INSET} y={y}>
        <tspan className={styles.strong}>{title}</tspan>
        <tspan> · {source}</tspan>
        {trouble === '' ? null : <tspan className={styles.trouble}> · {trouble}</tspan>}
      </text>
    );
  }
  const x = frame.laneLeft - 12;
  return (
    <text className={styles.laneLabel} textAnchor="end">
      <tspan className={styles.strong} x={x} y={top + 24}>
        {title}
      </tspan>
      <tspan x={x} y={top + 40}>
        {source}
      </tspan>
      <tspan className={styles.trouble} x={x} y={top + 56}>
        {trouble}
      </tspan>
    </text>
  );
}

function Lineage({ edges }: { readonly edges: readonly PictureEdge[] }) {
  return (
    <g aria-hidden="true">
      {/* A way that leads elsewhere is another line, which fades in where its end has gone. */}
      {edges.map(({ id, path, weight }) => (
        <Edge key={`${id} ${path}`} path={path} weight={weight} />
      ))}
    </g>
  );
}

/** Compared by its parts: edges are made anew with every event, and few of them differ. */
const Edge = memo(function Edge({ path, weight }: Pick<PictureEdge, 'path' | 'weight'>) {
  return <path className={`${styles.edge ?? ''} ${styles[weight] ?? ''}`} d={path} />;
});

function Chip({ drawn: { arm, chip, plan } }: { readonly drawn: DrawnArm }) {
  const knots = plan.layers.filter(({ joint }) => joint?.notes.length === 0);
  return (
    <g>
      <rect
        className={styles.chip}
        x={chip.left}
        y={chip.top}
        width={chip.width}
        height={chip.height}
        rx={5}
      />
      <text
        className={styles.chipWords}
        x={chip.left + chip.width / 2}
        y={chip.top + chip.height - 6}
        textAnchor="middle"
      >
        {ARM_TRAITS[arm.arm.kind].readsPreference ? 'x + z' : 'x'}
      </text>
      {knots.map(({ layer, joint }) => (
        <circle key={layer} className={styles.knot} cx={joint?.x} cy={joint?.top} r={4} />
      ))}
    </g>
  );
}

function Marks({ drawn, ...props }: ArmPictureProps & { readonly drawn: DrawnArm }) {
  const { arm, selectedId, tipped, onSelect, onOpen } = props;
  const { actions, tabStopId } = useNodeActions({ arm, selectedId, onSelect, onOpen });
  const standings = standingsOf(arm);
  return arm.nodes.map((node) => {
    const standing = standings.get(node.id);
    if (standing === undefined) return null;
    const isTipped = tipped?.armId === arm.arm.id && tipped.nodeId === node.id;
    const common = {
      ...{ node, actions },
      label: nodeLabel(arm, node, standing),
      isSelected: node.id === selectedId,
      isTabStop: node.id === tabStopId,
      tipId: isTipped ? tipped.tipId : undefined,
    };
    const place = drawn.places.get(node.id);
    if (place === undefined) {
      return <Note key={node.id} {...{ ...common, drawn }} letterWidth={props.letterWidth} />;
    }
    const { x, y } = place;
    const { radius } = props.frame;
    const shape = { x, y, radius, scale: props.scale };
    return <ResponseDot key={node.id} {...common} {...standing} {...shape} />;
  });
}

interface NoteProps extends PictureMarkProps {
  readonly drawn: DrawnArm;
  readonly letterWidth: number;
}

function Note({ drawn: { arm, plan }, ...common }: NoteProps) {
  const { node } = common;
  const notes = plan.layers.find(({ layer }) => layer === node.layer)?.joint?.notes ?? [];
  const note = notes.find(({ id }) => id === node.id);
  if (note === undefined) return null;
  const title = feedbackTitle(arm, node);
  return <FeedbackChip {...common} {...{ note, title }} isNumbered={notes.length > 1} />;
}

type LabelsProps = Pick<ArmPictureProps, 'onSelect' | 'onOpen'> & { readonly drawn: DrawnArm };

/** What anchor and winner are called beside them: their buttons' names say the same, and a press on the words is one on them. */
function Labels({ drawn: { arm, plan, frame, places }, onSelect, onOpen }: LabelsProps) {
  return pictureLabels(arm, plan, frame, places).map(({ id, strong, soft, left, y }) => (
    <text
      key={id}
      className={styles.label}
      x={left}
      y={y + 4}
      aria-hidden="true"
      onClick={() => {
        onSelect(id);
      }}
      onDoubleClick={() => {
        onOpen?.(id);
      }}
    >
      <tspan className={styles.strong}>{strong}</tspan>
      <tspan>{soft}</tspan>
    </text>
  ));
}
