import {
  sumOfUsages,
  type Conditioning,
  type Reward,
  type RewardContribution,
  type RewardModel,
  type RewardModelDescription,
  type RewardRequest,
  type ScoringUsage,
  messageOf,
} from '../../core/index.ts';

/** One scorer of a blend. */
export interface BlendPart {
  readonly rewardModel: RewardModel;
  /** Of the scorer's rewards over the responses that the blend was fitted on, so that a response's reward hangs on no other's. */
  readonly mean: number;
  /** Standard deviation of the same rewards, above 0. */
  readonly deviation: number;
  /** What one deviation above the mean adds to the reward. */
  readonly weight: number;
  /** Counts only where the reward reads just this; always where left out. A blank preference counts as none. */
  readonly conditionedOn?: Conditioning;
}

/** How a blend is called, so that what was measured of one isn't said of another. */
export interface BlendName {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

const OWN_BLEND: BlendName = { id: 'blend', name: 'Blend', version: 1 };

/**
 * A weighted sum of standardised scorers: Σ weight × (reward − mean) ÷ deviation.
 *
 * @throws RangeError where there is no part, one comes twice for one conditioning or a number can't be used
 */
export function createBlend(parts: readonly BlendPart[], name: BlendName = OWN_BLEND): RewardModel {
  checkParts(parts);
  const blend: RewardModel = {
    description: describeBlend(parts, name),
    async score(request, signal) {
      const breakdown: RewardContribution[] = [];
      const usages: ScoringUsage[] = [];
      for (const part of partsFor(parts, request)) {
        const reward = await scorePart(part, request, signal);
        breakdown.push(contribute(part, reward));
        if (reward.usage !== undefined) usages.push(reward.usage);
      }
      const reward = sumUp(breakdown, request);
      return usages.length === 0 ? reward : { ...reward, usage: sumOfUsages(usages) };
    },
  };
  if (!parts.every(({ rewardModel }) => rewardModel.scoreAtOnce !== undefined)) return blend;
  const scoreAtOnce = (request: RewardRequest): Reward =>
    sumUp(
      partsFor(parts, request).map((part) => contribute(part, scorePartAtOnce(part, request))),
      request,
    );
  return { ...blend, scoreAtOnce };
}

function partsFor(parts: readonly BlendPart[], request: RewardRequest): readonly BlendPart[] {
  const reads = request.preference.trim() === '' ? 'prompt' : request.conditionedOn;
  const counting = parts.filter(({ conditionedOn }) => (conditionedOn ?? reads) === reads);
  if (counting.length > 0) return counting;
  throw new Error(
    reads === 'prompt'
      ? 'No scorer of this blend works without a preference.'
      : 'No scorer of this blend reads the preference.',
  );
}

async function scorePart(
  { rewardModel }: BlendPart,
  request: RewardRequest,
  signal: AbortSignal,
): Promise<Reward> {
  try {
    return await rewardModel.score(request, signal);
  } catch (error) {
    signal.throwIfAborted();
    throw partFailure(rewardModel, error);
  }
}

function scorePartAtOnce({ rewardModel }: BlendPart, request: RewardRequest): Reward {
  try {
    if (rewardModel.scoreAtOnce === undefined) throw new Error('It can’t score at once.');
    return rewardModel.scoreAtOnce(request);
  } catch (error) {
    throw partFailure(rewardModel, error);
  }
}

function partFailure({ description }: RewardModel, error: unknown): Error {
  const reason = messageOf(error);
  return new Error(`The blend has no reward, because “${description.name}” failed: ${reason}`, {
    cause: error,
  });
}

function contribute(
  { rewardModel, mean, deviation, weight }: BlendPart,
  { value }: Reward,
): RewardContribution {
  const { id, name } = rewardModel.description;
  const distance = (value - mean) / deviation;
  const side = distance < 0 ? 'below' : 'above';
  return {
    id,
    label: name,
    value: weight * distance,
    measured: `It gave ${inFigures(value)}, ${inFigures(Math.abs(distance))} deviations ${side} the usual ${inFigures(mean)}. ${inFigures(weight)} × ${inFigures(distance)} ≈ ${inFigures(weight * distance, '+')}`,
  };
}

/** With a real minus sign. */
function inFigures(value: number, plus = ''): string {
  return `${value < 0 ? '−' : plus}${Math.abs(value).toFixed(2)}`;
}

function sumUp(breakdown: readonly RewardContribution[], { conditionedOn }: RewardRequest): Reward {
  const value = breakdown.reduce((sum, contribution) => sum + contribution.value, 0);
  return { value, breakdown, conditionedOn };
}

function describeBlend(
  parts: readonly BlendPart[],
  { id, name, version }: BlendName,
): RewardModelDescription {
  const names = [...new Set(parts.map(({ rewardModel }) => rewardModel.description.name))];
  return {
    id,
    name,
    version,
    summary: `A weighted sum of standardised scorers: ${names.join(', ')}. It sees what they see, and no more.`,
    settings: Object.fromEntries(parts.flatMap(settingsOf)),
  };
}

function settingsOf({
  rewardModel: { description },
  mean,
  deviation,
  weight,
  conditionedOn,
}: BlendPart): readonly (readonly [string, number | string | boolean])[] {
  const own = Object.entries({ ...description.settings, version: description.version });
  const place = conditionedOn === undefined ? description.id : `${description.id}/${conditionedOn}`;
  return [
    ...own.map(([key, value]) => [`${description.id}.${key}`, value] as const),
    [`${place}.mean`, mean],
    [`${place}.deviation`, deviation],
    [`${place}.weight`, weight],
  ];
}

function checkParts(parts: readonly BlendPart[]): void {
  if (parts.length === 0) throw new RangeError('A blend needs at least one scorer.');
  const places = new Set<string>();
  for (const { rewardModel, mean, deviation, weight, conditionedOn } of parts) {
    const { id, name } = rewardModel.description;
    if (![mean, deviation, weight].every(Number.isFinite) || deviation <= 0) {
      throw new RangeError(
        `“${name}” needs a finite mean and weight and a deviation above 0 to be blended.`,
      );
    }
    const reads: readonly Conditioning[] =
      conditionedOn === undefined ? ['prompt', 'prompt-and-preference'] : [conditionedOn];
    for (const place of reads.map((conditioning) => `${id}/${conditioning}`)) {
      if (places.has(place)) throw new RangeError(`“${name}” is in the blend twice.`);
      places.add(place);
    }
  }
}
