import type { TokenDraw } from './draw-token.ts';
import { logProbability, type MeasuredToken } from './measure-token.ts';

/** What a call wants of the batch. */
export type BatchOrder = AnswerOrder | ScoreOrder;

export interface AnswerOrder {
  readonly kind: 'answer';
  /** Not empty. */
  readonly prompt: readonly number[];
  /** Most tokens to draw, at least 1. */
  readonly mostTokens: number;
  readonly draw: TokenDraw;
  /** Is given each token as it is drawn. @returns whether another is wanted. */
  readonly take: (drawn: MeasuredToken) => boolean;
}

export interface ScoreOrder {
  readonly kind: 'score';
  /** Not empty. */
  readonly prompt: readonly number[];
  /** The text whose tokens are measured. */
  readonly text: readonly number[];
  /** Is given the natural log-probability of each, in their order. */
  readonly take: (logProbability: number) => void;
}

/** Tokens that the order adds to the cache behind its prompt, at most: what is drawn or measured last isn't read. */
export function ownTokens(order: BatchOrder): number {
  return (order.kind === 'answer' ? order.mostTokens : order.text.length) - 1;
}

/** Draws one token. @returns what the model is to read next; null where the answer is at its end. */
export function advance(order: AnswerOrder, drawn: number, logits: Float32Array): number | null {
  const measured = order.draw.next(logits);
  const more = order.take(measured);
  return more && drawn + 1 < order.mostTokens ? measured.token : null;
}

/** Measures the text's tokens from `first` on, one for each row of logits. @returns the place behind them. */
export function measure(order: ScoreOrder, first: number, rows: readonly Float32Array[]): number {
  let place = first;
  for (const row of rows) {
    const token = order.text[place];
    if (token !== undefined) order.take(logProbability(row, token));
    place += 1;
  }
  return place;
}
