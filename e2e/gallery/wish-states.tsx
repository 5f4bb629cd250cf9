import { freeScorer } from '../../src/rewards/index.ts';
import { scoreForWish } from '../../src/features/playground/wish/score-for-wish.ts';
import { WishPane } from '../../src/features/playground/wish/wish-pane.tsx';
import type { SamplingTree } from '../../src/core/index.ts';
import type { GalleryState } from './gallery-state.ts';
import { recordRuns } from './recorded-runs.ts';

const { finished } = await recordRuns();
const ignore = (): void => undefined;
const never = new AbortController().signal;

async function wished(
  name: string,
  of: SamplingTree,
  preference: string,
  width = 640,
): Promise<GalleryState> {
  const scored = await scoreForWish(of, preference, {}, never);
  const wish = { ...scored, before: of.arms, after: scored.read(of.arms) };
  const draw = () => <WishPane {...{ wish, onBack: ignore, onSample: ignore }} canSample />;
  return { name: `Another preference: ${name}`, width, draw };
}

const { description: rewardModel } = await freeScorer({});
const long = `Write ${'with great care and '.repeat(20)}at length.`;

/** A run scored for another preference than it was sampled for. */
export const WISH_STATES: readonly GalleryState[] = [
  await wished('another scorer', finished, 'Be funny, with emoji.'),
  await wished(
    'the same scorer',
    { ...finished, run: { ...finished.run, rewardModel } },
    'Poetic.',
  ),
  await wished('long, narrow', finished, long, 390),
];
