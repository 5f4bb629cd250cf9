import { hashOfText, isFinished, type SamplingTree } from '../../core/index.ts';

/** A sum of each text of a run, by arm and in the order of its nodes: 32 bits, 0 where the text isn't there. */
export type TextSums = readonly Uint32Array[];

/** Sums of a run's texts: four bytes each are held where the texts can't be. */
export function sumsOfTexts({ arms }: SamplingTree): TextSums {
  return arms.map(({ nodes }) =>
    Uint32Array.from(nodes, (node) => (isFinished(node) ? hashOfText(node.progress.text) || 1 : 0)),
  );
}

/** Whether two runs with one id are copies: none of the texts that both have is another. They may have been sampled twice. */
export function areOfOneSampling(one: TextSums, other: TextSums): boolean {
  return one.every((sums, arm) =>
    sums.every((sum, place) => {
      const its = other[arm]?.[place] ?? 0;
      return sum === 0 || its === 0 || sum === its;
    }),
  );
}
