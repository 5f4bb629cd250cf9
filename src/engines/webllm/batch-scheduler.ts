import { PolicyError } from '../../core/index.ts';
import type { BatchModel } from './batch-model.ts';
import {
  advance,
  measure,
  ownTokens,
  type AnswerOrder,
  type BatchOrder,
  type ScoreOrder,
} from './batch-orders.ts';
import { packTexts } from './pack-texts.ts';
import { createPageLedger, pagesOf, pagesOfFork, type PageLedger } from './page-ledger.ts';
import { createPromptShelf, type KeptPrompt, type PromptShelf } from './prompt-shelf.ts';

/** Runs what is asked for at the same time as one batch, first come, first served. */
export interface BatchScheduler {
  /**
   * Carries out an order.
   *
   * @returns how many tokens of the prompt were there already: all or none.
   * @throws what the model threw.
   * @throws the signal's reason when it is aborted.
   */
  run(order: BatchOrder, signal: AbortSignal): Promise<number>;
}

/**
 * Each turn of the loop begins what there is room for, then reads one step on: the texts that are to be scored, as many as fit, in
 * one verification; then one token of every answer, in one decoding. A prompt is read once, and each call with it forks it.
 * An answer is begun only where the cache has room for the longest that it may become, so none is ever broken off.
 */
export function createBatchScheduler(model: BatchModel): BatchScheduler {
  const batch = new Batch(model);
  return {
    run: async (order, signal) => {
      signal.throwIfAborted();
      if (order.prompt.length === 0) {
        throw new PolicyError('engine-failed', 'There is nothing for the model to begin with.');
      }
      // Its prompt isn't read either, since nothing is asked of it.
      if (order.kind === 'score' && order.text.length === 0) return 0;
      const outcome = await batch.enter(order, signal);
      if (outcome.kind === 'done') return outcome.cachedTokens;
      signal.throwIfAborted();
      throw outcome.kind === 'failed' ? outcome.error : new Error('left without a reason');
    },
  };
}

type Outcome =
  | { readonly kind: 'done'; readonly cachedTokens: number }
  | { readonly kind: 'left' }
  | { readonly kind: 'failed'; readonly error: unknown };

interface Job<Order extends BatchOrder = BatchOrder> {
  readonly order: Order;
  readonly signal: AbortSignal;
  readonly end: (outcome: Outcome) => void;
}

/** A job with a sequence of its own. */
interface Running {
  readonly job: Job;
  readonly id: number;
  readonly pages: number;
  readonly prompt: KeptPrompt;
  readonly cachedTokens: number;
}

interface RunningAnswer extends Running {
  readonly order: AnswerOrder;
  /** What the model reads next. */
  next: number;
  /** Tokens drawn so far. */
  drawn: number;
}

interface RunningScore extends Running {
  readonly order: ScoreOrder;
  /** Tokens measured so far; the model has read one less. */
  measured: number;
}

class Batch {
  readonly #model: BatchModel;
  readonly #ledger: PageLedger;
  readonly #shelf: PromptShelf;
  readonly #line: Job[] = [];
  readonly #answers = new Set<RunningAnswer>();
  readonly #scores = new Set<RunningScore>();
  #nextId = 1;
  #turning = false;

  constructor(model: BatchModel) {
    this.#model = model;
    this.#ledger = createPageLedger(model.limits.pages);
    this.#shelf = createPromptShelf(model, this.#ledger);
  }

  enter(order: BatchOrder, signal: AbortSignal): Promise<Outcome> {
    return new Promise((end) => {
      this.#line.push({ order, signal, end });
      if (!this.#turning) void this.#turn();
    });
  }

  async #turn(): Promise<void> {
    this.#turning = true;
    while (this.#line.length + this.#answers.size + this.#scores.size > 0) {
      try {
        this.#letGo();
        await this.#admit();
        await this.#verify();
        await this.#decode();
      } catch (error) {
        this.#fail(error);
      }
    }
    this.#turning = false;
  }

  /** Ends what was aborted meanwhile. */
  #letGo(): void {
    for (const running of [...this.#answers, ...this.#scores]) {
      if (running.job.signal.aborted) this.#finish(running, { kind: 'left' });
    }
    const stay = this.#line.filter(({ signal, end }) => {
      if (signal.aborted) end({ kind: 'left' });
      return !signal.aborted;
    });
    this.#line.splice(0, this.#line.length, ...stay);
  }

  async #admit(): Promise<void> {
    const { sequences } = this.#model.limits;
    for (;;) {
      const busy = this.#answers.size + this.#scores.size;
      const job = this.#line[0];
      if (job === undefined || busy >= sequences) return;
      const pages = this.#takePages(job.order);
      if (pages === null) {
        if (busy > 0) return;
        const error = new PolicyError('engine-failed', 'The cache has no room for this call.');
        this.#line.shift();
        job.end({ kind: 'failed', error });
        continue;
      }
      // First, since what was begun once isn't begun again, even where it fails.
      this.#line.shift();
      try {
        await this.#begin(job, pages);
      } catch (error) {
        job.end({ kind: 'failed', error });
        throw error;
      }
    }
  }

  /** Takes the pages for a prompt that isn't there yet, and for what comes behind it; null where there is no room. */
  #takePages(order: BatchOrder): PagesTaken | null {
    const { prompt } = order;
    const { pageTokens } = this.#model.limits;
    const kept = this.#shelf.find(prompt);
    const own = pagesOfFork(prompt.length, ownTokens(order), pageTokens);
    const wanted = own + (kept === null ? pagesOf(prompt.length, pageTokens) : 0);
    return this.#shelf.makeRoom(wanted, kept) && this.#ledger.take(wanted) ? { kept, own } : null;
  }

  /** Reads the prompt where it isn't there, and what follows from its logits alone; forks it for the rest. */
  async #begin(job: Job, { kept, own }: PagesTaken): Promise<void> {
    const { order } = job;
    const prompt =
      kept ?? (await this.#shelf.read(this.#newId(), order.prompt, () => job.signal.aborted));
    if (prompt === null) {
      this.#ledger.give(own);
      job.end({ kind: 'left' });
      return;
    }
    const cachedTokens = kept === null ? 0 : order.prompt.length;
    const first = takeFirst(order, prompt.logits);
    if (first.kind !== 'goes-on') {
      this.#ledger.give(own);
      job.end(first.kind === 'done' ? { kind: 'done', cachedTokens } : first);
      return;
    }
    const { next, measured } = first;
    const id = this.#newId();
    this.#model.fork(prompt.id, id, order.prompt.length);
    prompt.users += 1;
    const running = { job, id, pages: own, prompt, cachedTokens };
    if (order.kind === 'score') this.#scores.add({ ...running, order, measured });
    else if (next !== null) this.#answers.add({ ...running, order, next, drawn: 1 });
  }

  async #verify(): Promise<void> {
    const texts = packTexts(
      [...this.#scores].map((score) => ({
        running: score,
        read: score.measured - 1,
        // The last token is measured but never read.
        tokens: score.order.text.slice(0, -1),
      })),
      this.#model.limits.verifyTokens,
    );
    if (texts.length === 0) return;
    const made = await this.#model.verify(
      texts.map(({ running, tokens }) => ({ id: running.id, tokens })),
    );
    for (const [place, { running }] of texts.entries()) {
      this.#takeStep(running, () => {
        running.measured = measure(running.order, running.measured, made[place] ?? []);
        return running.measured === running.order.text.length;
      });
    }
  }

  async #decode(): Promise<void> {
    const steps = [...this.#answers].filter(({ job }) => !job.signal.aborted);
    if (steps.length === 0) return;
    const rows = await this.#model.decode(steps.map(({ id, next }) => ({ id, token: next })));
    for (const [place, answer] of steps.entries()) {
      const logits = rows[place];
      if (logits === undefined) throw new TypeError('The model left out an answer.');
      this.#takeStep(answer, () => {
        const next = advance(answer.order, answer.drawn, logits);
        answer.drawn += 1;
        answer.next = next ?? answer.next;
        return next === null;
      });
    }
  }

  /** What a call does with the model's logits: where that fails, the cache is sound and the other calls go on. */
  #takeStep(running: RunningAnswer | RunningScore, isAtEnd: () => boolean): void {
    let outcome: Outcome;
    try {
      if (!isAtEnd()) return;
      outcome = { kind: 'done', cachedTokens: running.cachedTokens };
    } catch (error) {
      outcome = { kind: 'failed', error };
    }
    this.#finish(running, outcome);
  }

  #finish(running: RunningAnswer | RunningScore, outcome: Outcome): void {
    if ('next' in running) this.#answers.delete(running);
    else this.#scores.delete(running);
    try {
      this.#model.remove(running.id);
    } finally {
      this.#ledger.give(running.pages);
      running.prompt.users -= 1;
      running.job.end(outcome);
    }
  }

  /** The model failed, so nothing in the cache can be relied on: what is under way fails, what still waits is begun next. */
  #fail(error: unknown): void {
    for (const { job } of [...this.#answers, ...this.#scores]) job.end({ kind: 'failed', error });
    this.#answers.clear();
    this.#scores.clear();
    this.#shelf.forget();
    this.#ledger.give(this.#model.limits.pages);
    try {
      this.#model.clear();
    } catch {
      // Then the next call fails by itself, and says why.
    }
  }

  #newId(): number {
    this.#nextId += 1;
    return this.#nextId;
  }
}

interface PagesTaken {
  readonly kept: KeptPrompt | null;
  /** Pages for what comes behind the prompt. */
  readonly own: number;
}

type FirstStep =
  | { readonly kind: 'goes-on'; readonly next: number | null; readonly measured: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly error: unknown };

/** What follows from the prompt's logits alone; where the call itself fails at it, no other does. */
function takeFirst(order: BatchOrder, logits: Float32Array): FirstStep {
  try {
    const next = order.kind === 'answer' ? advance(order, 0, logits) : null;
    const measured = order.kind === 'score' ? measure(order, 0, [logits]) : 0;
    const ends = order.kind === 'answer' ? next === null : measured === order.text.length;
    return ends ? { kind: 'done' } : { kind: 'goes-on', next, measured };
  } catch (error) {
    return { kind: 'failed', error };
  }
}
