import type { Arm } from '../plan/arms.ts';
import type { RunHeader } from '../plan/run-plan.ts';
import type { ArmEvent, RunEvent, ScoringEvent } from './run-events.ts';
import { type AddEndedCall, growNode, haltNode, type NodeEvent, scoringOf } from './grow-node.ts';
import { growArm, plantArm, plantTree, stateAfter } from './grow-tree-from-events.ts';
import type {
  ArmTree,
  EndedCall,
  NodeId,
  RunState,
  SamplingTree,
  ScoringHeader,
  ScoringOutcome,
  TreeNode,
  Vote,
} from './sampling-tree.ts';

/** The tree that a run's events tell, whatever state they left it in. */
export function replay(run: RunHeader, events: Iterable<RunEvent>): SamplingTree {
  const tree = new GrowingTree(run);
  for (const event of events) tree.add(event);
  return tree.grown();
}

/**
 * A tree that grows in place: a whole log in time linear in its length, where `growTree` copies what it changes with each event.
 * The rules are the same functions, and a test holds the two to one another.
 */
export class GrowingTree {
  readonly #run: RunHeader;
  #state: RunState;
  readonly #arms: Map<string, GrowingArm>;
  readonly #scorings = new Map<string, GrowingScoring>();
  readonly #votes: Vote[] = [];

  constructor(run: RunHeader) {
    const { state, arms } = plantTree(run);
    this.#run = run;
    this.#state = state;
    this.#arms = new Map(arms.map((arm) => [arm.arm.id, new GrowingArm(arm, run.plan.seed)]));
  }

  get state(): RunState {
    return this.#state;
  }

  get arms(): Iterable<GrowingArm> {
    return this.#arms.values();
  }

  /** Null where the run has no such arm. */
  arm(armId: string): GrowingArm | null {
    return this.#arms.get(armId) ?? null;
  }

  hasScoring(scoringId: string): boolean {
    return this.#scorings.has(scoringId);
  }

  add(event: RunEvent): void {
    this.#state = stateAfter(this.#state, event);
    switch (event.type) {
      case 'run-started':
      case 'run-finished':
        return;
      case 'run-stopped':
      case 'run-failed':
        for (const arm of this.#arms.values()) arm.halt(event.at);
        return;
      case 'arms-added':
        for (const arm of event.arms) this.#plant(arm);
        return;
      case 'scoring-started':
      case 'scoring-given':
      case 'scoring-failed':
        this.#addToScorings(event);
        return;
      case 'vote-cast':
        this.#votes.push(event.vote);
        return;
      default:
        this.#arms.get(event.armId)?.add(event);
    }
  }

  /** The tree as it is. Nothing may be added afterwards: it is not copied. */
  grown(): SamplingTree {
    return {
      run: this.#run,
      state: this.#state,
      arms: [...this.#arms.values()].map(({ tree }) => tree),
      scorings: [...this.#scorings.values()].map(({ header, outcomes }) => ({
        ...header,
        outcomes: [...outcomes.values()],
      })),
      votes: this.#votes,
    };
  }

  /** An arm that the run has stays as it is. */
  #plant(arm: Arm): void {
    if (this.#arms.has(arm.id)) return;
    const { seed } = this.#run.plan;
    this.#arms.set(arm.id, new GrowingArm(plantArm(arm, seed), seed));
  }

  #addToScorings(event: ScoringEvent): void {
    if (event.type === 'scoring-started') {
      const { scoring: header } = event;
      if (!this.#scorings.has(header.id)) {
        this.#scorings.set(header.id, { header, outcomes: new Map() });
      }
      return;
    }
    const outcomes = this.#scorings.get(event.scoringId)?.outcomes;
    const { armId, nodeId } = event;
    const address = JSON.stringify([armId, nodeId]);
    // What a scorer says of a response again replaces what it said before, and stands last.
    outcomes?.delete(address);
    outcomes?.set(address, { response: { armId, nodeId }, scoring: scoringOf(event) });
  }
}

interface GrowingScoring {
  readonly header: ScoringHeader;
  /** By response. */
  readonly outcomes: Map<string, ScoringOutcome>;
}

/** One arm of a growing tree. */
export class GrowingArm {
  #tree: ArmTree;
  #nodes: TreeNode[];
  #places: ReadonlyMap<NodeId, number>;
  readonly #runSeed: number;
  readonly #endedCalls = new Map<NodeId, EndedCall[]>();
  /** Nodes that are being written. */
  readonly #writing = new Set<NodeId>();

  constructor(planted: ArmTree, runSeed: number) {
    this.#nodes = [...planted.nodes];
    this.#tree = { ...planted, nodes: this.#nodes };
    this.#places = placesOf(planted);
    this.#runSeed = runSeed;
  }

  /** The arm as it is now; its nodes change with what is added. */
  get tree(): ArmTree {
    return this.#tree;
  }

  /** Null where the arm has no such node. */
  node(nodeId: NodeId): TreeNode | null {
    const place = this.#places.get(nodeId);
    return place === undefined ? null : (this.#nodes[place] ?? null);
  }

  /** When the last of the calls under way began; null where none is. Milliseconds since the epoch. */
  get latestStart(): number | null {
    let latest: number | null = null;
    for (const nodeId of this.#writing) {
      const progress = this.node(nodeId)?.progress;
      if (progress?.status === 'writing') latest = Math.max(latest ?? 0, progress.startedAt);
    }
    return latest;
  }

  add(event: ArmEvent): void {
    switch (event.type) {
      case 'arm-started':
      case 'arm-finished':
      case 'anchor-chosen':
      case 'winner-chosen':
        this.#takeOver(growArm(this.#tree, event, this.#runSeed));
        return;
      default:
        this.#addToNode(event);
    }
  }

  halt(at: number): void {
    for (const nodeId of this.#writing) {
      this.#change(nodeId, (node) => haltNode(node, at, this.#addEndedCall(nodeId)));
    }
    this.#writing.clear();
  }

  /** An adaptive arm comes to have other nodes where it goes deeper. */
  #takeOver(tree: ArmTree): void {
    this.#tree = tree;
    if (tree.nodes === this.#nodes) return;
    this.#nodes = [...tree.nodes];
    this.#tree = { ...tree, nodes: this.#nodes };
    this.#places = placesOf(tree);
  }

  #addToNode(event: NodeEvent): void {
    const { nodeId } = event;
    this.#change(nodeId, (node) => growNode(node, event, this.#addEndedCall(nodeId)));
    if (this.node(nodeId)?.progress.status === 'writing') this.#writing.add(nodeId);
    else this.#writing.delete(nodeId);
  }

  #change(nodeId: NodeId, change: (node: TreeNode) => TreeNode): void {
    const place = this.#places.get(nodeId);
    const node = place === undefined ? undefined : this.#nodes[place];
    if (place !== undefined && node !== undefined) this.#nodes[place] = change(node);
  }

  /** A node that was begun again and again has one list of its calls, and not one for each. */
  #addEndedCall(nodeId: NodeId): AddEndedCall {
    return (_, call) => {
      const calls = this.#endedCalls.get(nodeId) ?? [];
      this.#endedCalls.set(nodeId, calls);
      calls.push(call);
      return calls;
    };
  }
}

function placesOf({ nodes }: ArmTree): ReadonlyMap<NodeId, number> {
  return new Map(nodes.map(({ id }, place) => [id, place]));
}
