import { messageOf } from '../../core/index.ts';
import { BATCH_TOKENS, BatchCache, type BatchCacheParts } from './batch-cache.ts';
import { tokensOf, type AnswerJob, type ScoredTokens, type ScoringJob } from './batch-jobs.ts';
import { isCrash } from './llama-failures.ts';
import type { Drawer } from './llama-library.ts';

export interface BatchLoopParts extends BatchCacheParts {
  /** Lets the worker hear its page between two batches. */
  readonly pause: () => Promise<void>;
}

/** An answer that is being drawn. */
interface Drawing {
  readonly job: AnswerJob;
  readonly drawer: Drawer;
  readonly cached: number;
  /** Drawn, and not yet read. */
  next: number;
  drawn: number;
}

/**
 * Draws answers together, a token of each in every batch, and scores texts in between. Answer i is drawn in sequence i, so
 * that one batch is one stretch of the cache; behind them lie sequences whose answers are finished, kept for what they
 * begin with, and at the end those that texts are scored in.
 *
 * No answer's numbers depend on the others': each sequence has its own part of the cache, its own seed and penalties.
 */
export class BatchLoop {
  readonly #parts: BatchLoopParts;
  readonly #answers: AnswerJob[] = [];
  readonly #scorings: ScoringJob[] = [];
  #drawings: Drawing[] = [];
  readonly #cache: BatchCache;
  #running = false;

  constructor(parts: BatchLoopParts) {
    this.#parts = parts;
    this.#cache = new BatchCache(parts);
  }

  answer(job: AnswerJob): void {
    this.#answers.push(job);
    void this.#run();
  }

  score(job: ScoringJob): void {
    this.#scorings.push(job);
    void this.#run();
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      while (this.#answers.length + this.#scorings.length + this.#drawings.length > 0) {
        // Calls that are made at once are served together.
        await this.#parts.pause();
        this.#leaveAborted();
        await this.#admit();
        if (this.#drawings.length > 0) this.#step();
      }
    } catch (error) {
      this.#failAll(error);
    } finally {
      this.#running = false;
    }
  }

  async #admit(): Promise<void> {
    for (;;) {
      const scoring = this.#scorings[0];
      if (scoring !== undefined) {
        if (!this.#makeRoomFor(scoring)) return;
        this.#scorings.shift();
        this.#cache.weigh(tokensOf(scoring));
        await failing(this.#score(scoring), (reason) => {
          scoring.done.reject(reason);
        });
        continue;
      }
      const answer = this.#answers[0];
      if (answer === undefined || !this.#makeRoomFor(answer)) return;
      if (this.#drawings.length >= this.#cache.answers) return;
      this.#answers.shift();
      this.#cache.weigh(tokensOf(answer));
      await failing(this.#begin(answer), answer.tell.failed);
    }
  }

  /** @returns false where the cache must be made anew and can't be: not before the answers under way are finished, or at all. */
  #makeRoomFor(job: AnswerJob | ScoringJob): boolean {
    const neededTokens = tokensOf(job);
    if (this.#cache.suits(neededTokens)) return true;
    if (this.#drawings.length > 0) return false;
    try {
      this.#cache.remake(neededTokens);
    } catch (error) {
      if (isCrash(error)) throw error;
      this.#refuse(job, asError(error));
      this.#cache.restore();
      return false;
    }
    return true;
  }

  /** Fails a job that is the next of its line, and no other. */
  #refuse(job: AnswerJob | ScoringJob, reason: Error): void {
    if ('text' in job) {
      this.#scorings.shift();
      job.done.reject(reason);
    } else {
      this.#answers.shift();
      job.tell.failed(reason);
    }
  }

  /** Reads an answer's prompt and draws its first token. */
  async #begin(job: AnswerJob): Promise<void> {
    const sequence = this.#drawings.length;
    const cached = this.#cache.sequences.prepare(sequence, job.prompt);
    const unread = job.prompt.slice(cached);
    for (let from = 0; from < unread.length; from += BATCH_TOKENS) {
      if (await this.#heardAbort(job.signal, from > 0)) {
        job.tell.failed(job.signal.reason);
        return;
      }
      const tokens = unread.slice(from, from + BATCH_TOKENS);
      const isLast = from + tokens.length === unread.length;
      this.#cache.read([{ sequence, tokens }], (_, place) => isLast && place === tokens.length - 1);
      if (!isLast) continue;
      const drawer = this.#makeDrawerFor(job);
      if (drawer === null) return;
      this.#drawings.push({ job, drawer, cached, next: 0, drawn: 0 });
      this.#drawOrFail(sequence, tokens.length - 1);
    }
  }

  /** @returns null where it can't be made, which ends that answer alone. */
  #makeDrawerFor({ sampling, seed, tell }: AnswerJob): Drawer | null {
    try {
      return this.#parts.library.makeDrawer(sampling, seed);
    } catch (error) {
      if (isCrash(error)) throw error;
      tell.failed(error);
      return null;
    }
  }

  /** Reads what was drawn last of every answer, and draws the next. */
  #step(): void {
    const parts = this.#drawings.map(({ next }, sequence) => ({ sequence, tokens: [next] }));
    this.#cache.read(parts, () => true);
    // From the last to the first, since an answer that is finished gives its place to the last.
    for (let at = parts.length - 1; at >= 0; at -= 1) this.#drawOrFail(at, at);
  }

  /** What goes wrong with one answer's next token ends that answer alone. */
  #drawOrFail(at: number, entry: number): void {
    const drawing = this.#drawings[at];
    try {
      this.#draw(at, entry);
    } catch (error) {
      if (isCrash(error)) throw error;
      if (this.#drawings[at] === drawing) this.#leave(at);
      drawing?.job.tell.failed(error);
    }
  }

  /** Draws the next token of an answer after an entry of the last batch, and finishes it where that was the last. */
  #draw(at: number, entry: number): void {
    const { library, contextTokens } = this.#parts;
    const drawing = this.#drawings[at];
    if (drawing === undefined) return;
    const { job, drawer } = drawing;
    const token = drawer.draw(entry);
    drawing.drawn += 1;
    if (library.isEnd(token)) {
      this.#finish(at, 'stop');
      return;
    }
    job.tell.token(token, library.logProbabilities(entry, token, job.likeliest));
    drawing.next = token;
    const full = job.prompt.length + drawing.drawn >= contextTokens;
    if (full || drawing.drawn >= job.sampling.maxTokens) this.#finish(at, 'length');
  }

  #finish(at: number, finishReason: 'stop' | 'length'): void {
    const drawing = this.#leave(at);
    if (drawing === null) return;
    const { drawn, cached } = drawing;
    drawing.job.tell.finished({ finishReason, drawn, cached });
  }

  #leaveAborted(): void {
    for (let at = this.#drawings.length - 1; at >= 0; at -= 1) {
      const { signal, tell } = this.#drawings[at]?.job ?? {};
      if (signal?.aborted !== true) continue;
      this.#leave(at);
      tell?.failed(signal.reason);
    }
    for (const { tell, signal } of takeAborted(this.#answers)) tell.failed(signal.reason);
    for (const { done, signal } of takeAborted(this.#scorings)) done.reject(asError(signal.reason));
  }

  /** Takes an answer out; the last one takes its place, so that there is no gap. */
  #leave(at: number): Drawing | null {
    const drawing = this.#drawings[at];
    const last = this.#drawings.pop();
    if (drawing === undefined || last === undefined) return null;
    drawing.drawer.free();
    if (last !== drawing) {
      this.#cache.sequences.move(this.#drawings.length, at);
      this.#drawings[at] = last;
    }
    return drawing;
  }

  async #score(job: ScoringJob): Promise<void> {
    const { prompt, text, signal, done } = job;
    const sequence = this.#cache.scoringSequenceFor(prompt);
    // What comes after the text's last token isn't asked for.
    const tokens = [...prompt, ...text.slice(0, -1)];
    const cached = this.#cache.sequences.prepare(sequence, tokens, text.length);
    const logProbabilities: number[] = [];
    for (let from = cached; from < tokens.length; from += BATCH_TOKENS) {
      if (await this.#heardAbort(signal, from > cached)) {
        done.reject(asError(signal.reason));
        return;
      }
      const batch = tokens.slice(from, from + BATCH_TOKENS);
      // The text's first token comes after the prompt's last.
      const textPlace = (place: number): number => from + place - prompt.length + 1;
      this.#cache.read([{ sequence, tokens: batch }], (_, place) => textPlace(place) >= 0);
      for (const place of batch.keys()) {
        const token = text[textPlace(place)];
        if (token === undefined) continue;
        try {
          const weights = this.#parts.library.logProbabilities(place, token, 0);
          logProbabilities.push(weights.logProbability);
        } catch (error) {
          if (isCrash(error)) throw error;
          done.reject(asError(error));
          return;
        }
      }
    }
    const result: ScoredTokens = { logProbabilities, cached };
    done.resolve(result);
  }

  async #heardAbort(signal: AbortSignal, pauseBefore: boolean): Promise<boolean> {
    if (pauseBefore) await this.#parts.pause();
    return signal.aborted;
  }

  /** After a failure nothing that the cache holds is relied on. */
  #failAll(reason: unknown): void {
    const drawings = this.#drawings;
    this.#drawings = [];
    for (const { job, drawer } of drawings) {
      if (!isCrash(reason)) drawer.free();
      job.tell.failed(reason);
    }
    for (const job of this.#answers.splice(0)) job.tell.failed(reason);
    for (const job of this.#scorings.splice(0)) job.done.reject(asError(reason));
    if (isCrash(reason)) return;
    try {
      this.#cache.reset();
    } catch {
      // Without a cache the next call stops WebAssembly, and the model is loaded again.
    }
  }
}

/** Takes out of a line those whose caller has left. */
function takeAborted<One extends { readonly signal: AbortSignal }>(line: One[]): readonly One[] {
  const aborted = line.filter(({ signal }) => signal.aborted);
  if (aborted.length > 0)
    line.splice(0, line.length, ...line.filter((one) => !aborted.includes(one)));
  return aborted;
}

/** Tells a job of a failure that ends the loop as well: it is no longer waiting, and not yet under way. */
async function failing(work: Promise<void>, fail: (reason: Error) => void): Promise<void> {
  try {
    await work;
  } catch (error) {
    fail(asError(error));
    throw error;
  }
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(messageOf(reason));
}
