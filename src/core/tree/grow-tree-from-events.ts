import { isSameResponse, openDrafts } from './find-in-tree.ts';
import type { Arm } from '../plan/arms.ts';
import { planFurtherLayer, planNodes } from '../plan/plan-nodes.ts';
import type { RunHeader } from '../plan/run-plan.ts';
import type { ArmEvent, RunEvent, ScoringEvent } from './run-events.ts';
import { growNode, haltNode, scoringOf } from './grow-node.ts';
import type {
  ArmTree,
  NodeId,
  NodePlace,
  NodeScoring,
  ResponseAddress,
  RunState,
  SamplingTree,
  Scoring,
  TreeNode,
} from './sampling-tree.ts';

/** Folds one event into the tree. Pure; what an event doesn't touch stays the same object. */
export function growTree(tree: SamplingTree, event: RunEvent): SamplingTree {
  switch (event.type) {
    case 'run-started':
    case 'run-finished':
      return { ...tree, state: stateAfter(tree.state, event) };
    case 'run-stopped':
    case 'run-failed':
      return { ...haltWriting(tree, event.at), state: stateAfter(tree.state, event) };
    case 'arms-added':
      return { ...tree, arms: [...tree.arms, ...plantNew(tree, event.arms)] };
    case 'scoring-started':
    case 'scoring-given':
    case 'scoring-failed':
      return { ...tree, scorings: growScorings(tree.scorings, event) };
    case 'vote-cast':
      return { ...tree, votes: [...tree.votes, event.vote] };
    default:
      return {
        ...tree,
        arms: tree.arms.map((arm) =>
          arm.arm.id === event.armId ? growArm(arm, event, tree.run.plan.seed) : arm,
        ),
      };
  }
}

/** Whether a run is under way, and how it ended: the part of the fold that needs no tree. */
export function stateAfter(state: RunState, event: RunEvent): RunState {
  switch (event.type) {
    case 'run-started':
      // A run that goes on after a stop starts again with the nodes it has.
      return { status: 'running' };
    case 'run-finished':
      return { status: 'finished' };
    case 'run-stopped':
      return { status: 'stopped' };
    case 'run-failed':
      return { status: 'failed', message: event.message };
    default:
      return state;
  }
}

/** Folds one event into the arm that it is about. Pure; what an event doesn’t touch stays the same object. */
export function growArm(arm: ArmTree, event: ArmEvent, runSeed: number): ArmTree {
  switch (event.type) {
    case 'arm-started':
      return { ...arm, status: 'running', startedAt: arm.startedAt ?? event.at };
    case 'arm-finished':
      return { ...arm, status: 'finished', finishedAt: event.at };
    case 'anchor-chosen':
      return withAnchor(
        goDeeper(arm, event.layer, runSeed),
        ...([event.layer, event.nodeId, event.rejectedId] as const),
      );
    case 'winner-chosen':
      return { ...arm, winnerId: event.nodeId };
    default:
      return changeNode(arm, event.nodeId, (node) => growNode(node, event));
  }
}

/** The arm once it is known what a layer's texts are written from; as it is where it has no such layer. */
export function withAnchor(
  arm: ArmTree,
  layer: number,
  anchorId: NodeId | null,
  rejectedId: NodeId | null = null,
): ArmTree {
  if (layer >= arm.anchors.length) return arm;
  const anchors = arm.anchors.with(layer, anchorId);
  return { ...arm, anchors, rejected: arm.rejected.with(layer, rejectedId) };
}

/**
 * An adaptive arm with one further layer, for the refinement that its anchor has been chosen for: it takes the place of the last
 * draft that isn't begun, so that the arm has N responses all along, and stands before those that aren't. As it is where it has that layer.
 */
function goDeeper(arm: ArmTree, layer: number, runSeed: number): ArmTree {
  const open = openDrafts(arm).length;
  if (layer !== arm.anchors.length || open === 0) return arm;
  const further = planFurtherLayer(arm.arm, layer, runSeed).map(plantNode);
  return {
    ...arm,
    nodes: [...arm.nodes.slice(0, -open), ...further, ...arm.nodes.slice(-open, -1)],
    anchors: [...arm.anchors, null],
    rejected: [...arm.rejected, null],
  };
}

function changeNode(arm: ArmTree, id: NodeId, change: (node: TreeNode) => TreeNode): ArmTree {
  const position = arm.nodes.findIndex((node) => node.id === id);
  const node = arm.nodes[position];
  return node === undefined ? arm : { ...arm, nodes: arm.nodes.with(position, change(node)) };
}

function haltWriting(tree: SamplingTree, at: number): SamplingTree {
  const halt = (node: TreeNode): TreeNode => haltNode(node, at);
  return { ...tree, arms: tree.arms.map((arm) => ({ ...arm, nodes: arm.nodes.map(halt) })) };
}

/** The whole tree before anything is sampled: every node has its place, none has a text. */
export function plantTree(run: RunHeader): SamplingTree {
  return {
    run,
    state: { status: 'planned' },
    arms: run.plan.arms.map((arm) => plantArm(arm, run.plan.seed)),
    scorings: [],
    votes: [],
  };
}

/** The added arms, without those whose id the run has: an event told twice adds nothing. */
function plantNew(tree: SamplingTree, arms: readonly Arm[]): readonly ArmTree[] {
  const known = new Set(tree.arms.map(({ arm }) => arm.id));
  return arms.filter(({ id }) => !known.has(id)).map((arm) => plantArm(arm, tree.run.plan.seed));
}

/** One arm before anything is sampled. */
export function plantArm(arm: Arm, runSeed: number, plant = plantNode): ArmTree {
  return {
    arm,
    status: 'planned',
    nodes: planNodes(arm, runSeed).map(plant),
    anchors: arm.split.map(() => null),
    rejected: arm.split.map(() => null),
    winnerId: null,
    startedAt: null,
    finishedAt: null,
  };
}

/** One node before anything is sampled. */
export function plantNode(place: NodePlace): TreeNode {
  return {
    ...place,
    endedCalls: [],
    progress: { status: 'planned' },
    scoring: { status: 'unscored' },
  };
}

/** Folds one event into the scorings; what a scorer says of a response again replaces what it said before. */
function growScorings(scorings: readonly Scoring[], event: ScoringEvent): readonly Scoring[] {
  if (event.type === 'scoring-started') {
    const known = scorings.some(({ id }) => id === event.scoring.id);
    return known ? scorings : [...scorings, { ...event.scoring, outcomes: [] }];
  }
  const response = { armId: event.armId, nodeId: event.nodeId };
  return scorings.map((scoring) =>
    scoring.id === event.scoringId ? addOutcome(scoring, response, scoringOf(event)) : scoring,
  );
}

function addOutcome(scoring: Scoring, response: ResponseAddress, outcome: NodeScoring): Scoring {
  const others = scoring.outcomes.filter((each) => !isSameResponse(each.response, response));
  return { ...scoring, outcomes: [...others, { response, scoring: outcome }] };
}
