import type { DurableEvent } from '../core/index.ts';

/** How far a queue of runs has got. Texts are drafts, feedback and refinements; what arms share counts once. */
export interface TextsProgress {
  readonly runsDone: number;
  readonly runs: number;
  readonly textsDone: number;
  readonly texts: number;
  /** Said before all texts and the time left where an arm that decides as it goes may need fewer; else empty. */
  readonly upTo: string;
  /** Of those done, the ones that failed. */
  readonly failed: number;
  /** Of all texts written since the queue was begun or gone on with. */
  readonly tokensPerSecond: number;
  /** At the pace since then; null before the first text. */
  readonly secondsLeft: number | null;
}

/** Counts texts as they end. */
export class TextsCount {
  readonly #runs: number;
  readonly #textsOfRun: number;
  readonly #begunAt: number;
  readonly #onChange: (count: TextsCount) => void;
  readonly #upTo: string;
  #runsDone: number;
  #textsDone: number;
  #writtenNow = 0;
  #tokensNow = 0;
  #failed = 0;

  /**
   * @param runs of the queue in all
   * @param runsDone those that were done before
   * @param textsOfRun texts of each run
   * @param begunAt milliseconds since the epoch
   * @param onChange called whenever texts or a run were counted
   * @param upTo what is said before texts that may be fewer
   */
  constructor(
    runs: number,
    runsDone: number,
    textsOfRun: number,
    begunAt: number,
    onChange: (count: TextsCount) => void = () => undefined,
    upTo = '',
  ) {
    this.#runs = runs;
    this.#runsDone = runsDone;
    this.#textsOfRun = textsOfRun;
    this.#textsDone = runsDone * textsOfRun;
    this.#begunAt = begunAt;
    this.#onChange = onChange;
    this.#upTo = upTo;
  }

  /** Texts of a run that were there when it was gone on with. */
  found(texts: DrawnTexts): void {
    this.#textsDone += texts.done;
    this.#failed += texts.failed;
    this.#onChange(this);
  }

  added(texts: DrawnTexts): void {
    // One that is asked for again is no longer done until it is written.
    this.#writtenNow += Math.max(0, texts.done);
    this.#tokensNow += texts.tokens;
    this.found(texts);
  }

  /**
   * A run has ended. What its arms shared that nobody could know of before, such as the texts after one anchor, is done too.
   *
   * @param drawn texts that were drawn for it
   */
  runEnded(drawn: number): void {
    this.#runsDone += 1;
    this.#textsDone += Math.max(0, this.#textsOfRun - drawn);
    this.#onChange(this);
  }

  /**
   * What texts have taken since the queue was begun or gone on with.
   *
   * @param now milliseconds since the epoch
   */
  spent(now: number): {
    readonly seconds: number;
    readonly texts: number;
    readonly tokens: number;
  } {
    const seconds = Math.max(0, now - this.#begunAt) / 1_000;
    return { seconds, texts: this.#writtenNow, tokens: this.#tokensNow };
  }

  /** @param now milliseconds since the epoch */
  at(now: number): TextsProgress {
    const { seconds } = this.spent(now);
    const texts = this.#runs * this.#textsOfRun;
    const left = Math.max(0, texts - this.#textsDone);
    return {
      runsDone: this.#runsDone,
      runs: this.#runs,
      textsDone: Math.min(this.#textsDone, texts),
      texts,
      // What has ended is known.
      upTo: left === 0 ? '' : this.#upTo,
      failed: this.#failed,
      tokensPerSecond: seconds > 0 ? this.#tokensNow / seconds : 0,
      secondsLeft: this.#writtenNow === 0 ? null : (left * seconds) / this.#writtenNow,
    };
  }
}

/** Texts that were drawn, with the tokens that they took. */
export interface DrawnTexts {
  readonly done: number;
  readonly failed: number;
  readonly tokens: number;
}

/** Counts the texts that a run's events tell, in their order; what was taken over from another arm isn't drawn. */
export class DrawnCount {
  readonly #takenOver = new Set<string>();
  readonly #failed = new Set<string>();
  #done = 0;

  /** All that were counted. */
  get done(): number {
    return this.#done;
  }

  add(event: DurableEvent): DrawnTexts {
    const texts = this.#textsOf(event);
    this.#done += texts.done;
    return texts;
  }

  #textsOf(event: DurableEvent): DrawnTexts {
    switch (event.type) {
      case 'draft-started':
      case 'feedback-started':
      case 'refinement-started':
        if (event.drawnFor !== undefined) this.#takenOver.add(addressOf(event));
        return this.#failed.delete(addressOf(event)) ? ASKED_AGAIN : NONE;
      case 'draft-finished':
      case 'feedback-finished':
      case 'refinement-finished':
        return this.#takenOver.has(addressOf(event))
          ? NONE
          : { done: 1, failed: 0, tokens: event.usage.completionTokens };
      case 'draft-failed':
      case 'feedback-failed':
      case 'refinement-failed':
        this.#failed.add(addressOf(event));
        return { done: 1, failed: 1, tokens: 0 };
      default:
        return NONE;
    }
  }
}

const NONE: DrawnTexts = { done: 0, failed: 0, tokens: 0 };

/** It counted as done when it failed. */
const ASKED_AGAIN: DrawnTexts = { done: -1, failed: -1, tokens: 0 };

/** A response of a run in one word. */
export function addressOf({
  armId,
  nodeId,
}: {
  readonly armId: string;
  readonly nodeId: string;
}): string {
  return `${armId} ${nodeId}`;
}
