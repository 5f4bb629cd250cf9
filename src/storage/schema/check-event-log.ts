import {
  type Arm,
  type ArmEvent,
  type DurableEvent,
  type NodeId,
  type NodePlace,
  planNodes,
  type RunHeader,
  type StoredRun,
} from '../../core/index.ts';
import {
  type AfterwardsEvent,
  checkAfterwards,
  checkRewards,
  isAfterwards,
} from './check-scorings-and-votes.ts';
import { describeValue, type FieldPath, type Problem, problemAt } from './describe-problem.ts';
import { contentOf } from './run-as-stored.ts';

type DurableArmEvent = Extract<DurableEvent, ArmEvent>;
type DurableNodeEvent = Exclude<
  DurableArmEvent,
  { type: `arm-${string}` | 'anchor-chosen' | 'winner-chosen' }
>;

/** How far the log has got with one arm. */
interface ArmLog {
  readonly arm: Arm;
  readonly places: ReadonlyMap<NodeId, NodePlace>;
  readonly started: Set<NodeId>;
  readonly finished: Set<NodeId>;
  readonly rewards: Map<NodeId, number>;
}

/**
 * What the types can't say of a log: its events are about the plan's arms and nodes, each node is started, finished and
 * scored in that order, breakdowns sum to their rewards, anchors lie before the layer that refines them, winners win.
 */
export function checkLog({ header, events }: StoredRun): Problem | null {
  const arms = new Map(header.plan.arms.map((arm) => [arm.id, startLog(arm, header)]));
  const scorings = new Set<string>();
  for (const [position, event] of events.entries()) {
    const path = ['events', position];
    const problem = isAfterwards(event)
      ? checkAfterwards(event, path, { scorings, finishedIn: (armId) => arms.get(armId) ?? null })
      : checkEvent(event, path, header, arms);
    if (problem !== null) return problem;
  }
  return null;
}

function startLog(arm: Arm, { plan }: RunHeader): ArmLog {
  const places = new Map(planNodes(arm, plan.seed).map((place) => [place.id, place]));
  return { arm, places, started: new Set(), finished: new Set(), rewards: new Map() };
}

function checkEvent(
  event: Exclude<DurableEvent, AfterwardsEvent>,
  path: FieldPath,
  header: RunHeader,
  arms: ReadonlyMap<string, ArmLog>,
): Problem | null {
  switch (event.type) {
    case 'run-started':
      return sameHeader(event.run, header)
        ? null
        : problemAt([...path, 'run'], 'the same as the field "run"', 'different');
    case 'run-finished':
    case 'run-stopped':
    case 'run-failed':
      return null;
    default: {
      const log = arms.get(event.armId);
      return log === undefined
        ? problemAt(
            [...path, 'armId'],
            "the id of one of the plan's arms",
            describeValue(event.armId),
          )
        : checkArmEvent(event, path, log);
    }
  }
}

function checkArmEvent(event: DurableArmEvent, path: FieldPath, log: ArmLog): Problem | null {
  switch (event.type) {
    case 'arm-started':
    case 'arm-finished':
      return null;
    case 'winner-chosen':
      return event.nodeId === null || isBest(event.nodeId, log)
        ? null
        : problemAt(
            [...path, 'nodeId'],
            'the response with the highest reward so far',
            describeValue(event.nodeId),
          );
    default: {
      const place = log.places.get(event.nodeId);
      if (place === undefined) {
        const expected = "the id of one of the plan's nodes in this arm";
        return problemAt([...path, 'nodeId'], expected, describeValue(event.nodeId));
      }
      return event.type === 'anchor-chosen'
        ? checkAnchor(event.layer, place, path, log)
        : checkNodeEvent(event, place, path, log);
    }
  }
}

function isBest(nodeId: NodeId, { rewards, places }: ArmLog): boolean {
  const reward = rewards.get(nodeId);
  if (reward === undefined || places.get(nodeId)?.inBudget !== true) return false;
  return [...rewards].every(([id, other]) => other <= reward || places.get(id)?.inBudget !== true);
}

function checkAnchor(
  layer: number,
  anchor: NodePlace,
  path: FieldPath,
  log: ArmLog,
): Problem | null {
  if (layer >= log.arm.split.length) {
    return problemAt([...path, 'layer'], 'a layer that this arm has', describeValue(layer));
  }
  return anchor.layer < layer && log.rewards.has(anchor.id)
    ? null
    : problemAt(
        [...path, 'nodeId'],
        'a scored response of an earlier layer',
        describeValue(anchor.id),
      );
}

function checkNodeEvent(
  event: DurableNodeEvent,
  place: NodePlace,
  path: FieldPath,
  log: ArmLog,
): Problem | null {
  if (event.type === 'reward-given' || event.type === 'reward-failed') {
    return checkScoring(event, place, path, log);
  }
  if (!event.type.startsWith(place.kind)) {
    const expected = `about a ${place.kind}, since "${place.id}" is one,`;
    return problemAt([...path, 'type'], expected, describeValue(event.type));
  }
  if (event.type.endsWith('-started')) log.started.add(place.id);
  if (!event.type.endsWith('-finished')) return null;
  if (!log.started.has(place.id)) {
    return problemAt(
      [...path, 'nodeId'],
      'a node that was started before',
      describeValue(place.id),
    );
  }
  log.finished.add(place.id);
  return null;
}

function checkScoring(
  event: Extract<DurableNodeEvent, { type: `reward-${string}` }>,
  place: NodePlace,
  path: FieldPath,
  log: ArmLog,
): Problem | null {
  if (place.kind === 'feedback' || !log.finished.has(place.id)) {
    const expected = 'a response that was finished before';
    return problemAt([...path, 'nodeId'], expected, describeValue(place.id));
  }
  if (event.type === 'reward-failed') return null;
  log.rewards.set(place.id, event.reward.value);
  return checkRewards(event, path);
}

function sameHeader(one: RunHeader, other: RunHeader): boolean {
  const content = (header: RunHeader): string => contentOf({ header, events: [] });
  return one.id === other.id && content(one) === content(other);
}
