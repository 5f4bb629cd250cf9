import type { SampledToken } from '../../core/index.ts';
import type { LoadedModel } from './loaded-model.ts';
import type { MeasuredToken } from './measure-token.ts';

/** A character of several tokens shows only with the last of them: the others have no text of their own. */
export function asTokens(
  measured: readonly MeasuredToken[],
  text: string,
  model: Pick<LoadedModel, 'decode'>,
): readonly SampledToken[] {
  return measured.map(({ logProbability, likeliest }, place) => {
    const token = { text: place === measured.length - 1 ? text : '', logProbability };
    if (likeliest === undefined) return token;
    const topLogProbabilities = likeliest.map((one) => ({
      text: model.decode([one.token]),
      logProbability: one.logProbability,
    }));
    return { ...token, topLogProbabilities };
  });
}
