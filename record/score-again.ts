import {
  anchorFor,
  bestOf,
  isScorable,
  nextOfEverySplit,
  pool,
  replay,
  rewardRequest,
  type RunHeader,
  type SamplingTree,
  type StoredRun,
} from '../src/core/index.ts';
import {
  type GivenReward,
  isReadAgain,
  type KeptReading,
  keptReading,
  rewardToday,
  type TodaysBlend,
} from './reward-today.ts';
import { underHeader } from './under-header.ts';

/** What scoring a recording again has come to. */
export interface ScoredAgain {
  readonly run: StoredRun;
  /** Responses of which something was read of the model. */
  readonly read: number;
  /** Why the run has to be recorded anew, in words: what would be sampled otherwise by these rewards. Empty where it needn't. */
  readonly obstacles: readonly string[];
}

/** A recording with the rewards that today's blend gives its responses, and the winners by them. */
export async function scoreAgain(
  run: StoredRun,
  today: TodaysBlend,
  signal: AbortSignal,
): Promise<ScoredAgain> {
  const kept = keptReading(run.header.rewardModel, today);
  if (kept === null) {
    return { run, read: 0, obstacles: ['Its preference information is another than today’s'] };
  }
  if (run.events.some((event) => event.type === 'reward-given' && event.otherReward !== null)) {
    return { run, read: 0, obstacles: ['Its responses have a second reward, of the blend before'] };
  }
  const { byNode, read } = await rewardsToday(run, today, kept, signal);
  const events = run.events.map((event) => {
    const given = event.type === 'reward-given' ? byNode.get(nodeKey(event)) : undefined;
    return given === undefined ? event : { ...event, ...given };
  });
  const scored = underHeader({ ...run.header, rewardModel: today.description }, events);
  const tree = replay(scored.header, scored.events);
  return { run: withWinners(scored, tree), read, obstacles: otherChoices(tree) };
}

interface RewardsToday {
  readonly byNode: ReadonlyMap<string, GivenReward>;
  readonly read: number;
}

async function rewardsToday(
  { header, events }: StoredRun,
  today: TodaysBlend,
  kept: KeptReading,
  signal: AbortSignal,
): Promise<RewardsToday> {
  const byNode = new Map<string, GivenReward>();
  // Arms share what they have drawn alike, and its reward with it.
  const byDraw = new Map<string, GivenReward>();
  let read = 0;
  for (const { armId, node, given } of scoredNodes(header, events)) {
    const { startedAt, finishedAt } = node.progress;
    const draw = [node.seed, startedAt, finishedAt].join(' ');
    let again = byDraw.get(draw);
    if (again === undefined) {
      const { plan, policy } = header;
      const request = rewardRequest(node, plan, policy.id, given.reward.conditionedOn);
      again = await rewardToday(request, given, today, kept, signal);
      if (isReadAgain(given, kept)) read += 1;
      byDraw.set(draw, again);
    }
    byNode.set(nodeKey({ armId, nodeId: node.id }), again);
  }
  return { byNode, read };
}

function scoredNodes(header: RunHeader, events: StoredRun['events']) {
  return replay(header, events).arms.flatMap(({ arm, nodes }) =>
    nodes.filter(isScorable).flatMap((node) => {
      const { scoring } = node;
      if (scoring.status !== 'scored') return [];
      const { reward, took } = scoring;
      const given: GivenReward = { reward, ...(took === undefined ? {} : { took }) };
      return [{ armId: arm.id, node, given }];
    }),
  );
}

const nodeKey = ({ armId, nodeId }: { readonly armId: string; readonly nodeId: string }): string =>
  `${armId} ${nodeId}`;

/** A winner is chosen last, so that another one changes nothing that was sampled. */
function withWinners({ header, events }: StoredRun, { arms }: SamplingTree): StoredRun {
  const winners = new Map(arms.map((arm) => [arm.arm.id, bestOf(pool(arm))?.id ?? null]));
  return {
    header,
    events: events.map((event) =>
      event.type === 'winner-chosen'
        ? { ...event, nodeId: winners.get(event.armId) ?? null }
        : event,
    ),
  };
}

/** Where another response than the one refined has the highest reward, and splits whose texts aren't all there. */
function otherChoices(tree: SamplingTree): readonly string[] {
  const anchors = tree.arms.flatMap((arm) =>
    arm.anchors.flatMap((chosen, layer) => {
      const best = chosen === null ? null : anchorFor(arm, layer);
      if (best === null || best.id === chosen) return [];
      return [`${arm.arm.id} would refine ${best.id} and not ${String(chosen)}`];
    }),
  );
  const { plan } = tree.run;
  const lacking = nextOfEverySplit(tree, 'prs', plan.budget);
  return [...anchors, ...lacking.map(({ id }) => `${id} has texts to be sampled`)];
}
