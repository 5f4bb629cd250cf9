import { isDeepStrictEqual } from 'node:util';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import {
  checked,
  type Clock,
  messageOf,
  missingResponses,
  PolicyError,
  type Reward,
  type RewardModel,
  type RewardRequest,
  type SamplingTree,
  type Scoring,
  type ScoringEvent,
  type ScoringHeader,
  rewardRequest,
  scoreTree,
} from '../src/core/index.ts';
import { SharedFlight } from '../src/studies/shared-flight.ts';

/** Failures one after another that are still let through, where fewer calls are under way at once. */
const FAILURES_OF_FEW = 4;

/** What reads runs again: a scorer, of which so many texts are asked for at once. */
export interface ReaderParts {
  readonly rewardModel: RewardModel;
  readonly clock: Clock;
  /** Calls under way at once, over all runs; at least 1. */
  readonly inFlight: number;
  /** Whether it reads nothing but texts, so that what was said of one holds wherever it stands in a run. */
  readonly readsTextsAlone: boolean;
}

/** What a scorer said of a run. */
export interface RunRead {
  /** What is to be added to the run's log; none where it lacked nothing. */
  readonly events: readonly ScoringEvent[];
  /** How many texts the scorer was asked about: one that arms share counts once. */
  readonly texts: number;
  /** Of these, how many it has no reward for. */
  readonly failed: number;
}

/** A scorer that reads the responses of many runs after they were sampled, as the page does for one. */
export class ScoringReader {
  readonly #rewardModel: RewardModel;
  readonly #clock: Clock;
  readonly #flight: SharedFlight;
  readonly #mostFailures: number;
  readonly #readsTextsAlone: boolean;
  #failuresInARow = 0;
  #lastFailure = '';
  #runs = 0;

  constructor({ rewardModel, clock, inFlight, readsTextsAlone }: ReaderParts) {
    this.#readsTextsAlone = readsTextsAlone;
    this.#rewardModel = rewardModel;
    this.#clock = clock;
    this.#flight = new SharedFlight(inFlight);
    this.#mostFailures = Math.max(inFlight, FAILURES_OF_FEW);
  }

  /** Whether it has read a run, with whatever success. */
  hasRead(tree: SamplingTree): boolean {
    return this.#scoringOf(tree) !== null;
  }

  /** How many responses of a run it has no reward for. */
  lacks(tree: SamplingTree): number {
    return missingResponses(tree, this.#scoringOf(tree)).length;
  }

  /**
   * Reads what a run lacks. Each text is asked about once, however many arms share it.
   *
   * @throws PlainError where the run was scored by the very same, or the scorer answers no more
   * @throws the signal's reason when it is aborted.
   */
  async read(tree: SamplingTree, signal: AbortSignal): Promise<RunRead> {
    const begun = this.#scoringOf(tree);
    const header = begun ?? this.#headerFor(tree);
    const missing = missingResponses(tree, begun);
    if (missing.length === 0) return { events: [], texts: 0, failed: 0 };
    const { plan, policy } = tree.run;
    const asked = new Map<string, Promise<Reward>>();
    const ask = this.#askOnce(asked, signal);
    for (const { node } of missing) {
      ask(rewardRequest(node, plan, policy.id, header.conditionedOn)).catch(() => undefined);
    }
    const rewardModel = { description: this.#rewardModel.description, score: ask };
    const parts = { rewardModel, clock: this.#clock, bothWays: false };
    const events: ScoringEvent[] = [];
    for await (const event of scoreTree(tree, header, parts, signal)) {
      events.push(event);
      if (this.#failuresInARow > this.#mostFailures) throw new PlainError(this.#tooMany());
    }
    const said = await Promise.allSettled(asked.values());
    const failed = said.filter(({ status }) => status === 'rejected').length;
    return { events, texts: asked.size, failed };
  }

  #scoringOf({ run, scorings }: SamplingTree): Scoring | null {
    const { description } = this.#rewardModel;
    const mine = (each: Scoring): boolean =>
      isDeepStrictEqual(each.rewardModel, description) &&
      each.conditionedOn === run.plan.conditionedOn;
    return scorings.find(mine) ?? null;
  }

  #headerFor({ run, scorings }: SamplingTree): ScoringHeader {
    const { description } = this.#rewardModel;
    if (isDeepStrictEqual(run.rewardModel, description)) {
      throw new PlainError(
        `${description.name} chose in these runs and has scored them: name another scorer with --reward.`,
      );
    }
    const place = scorings.filter(({ rewardModel }) => rewardModel.id === description.id).length;
    return {
      id: `${description.id}-${String(place + 1)}`,
      rewardModel: description,
      conditionedOn: run.plan.conditionedOn,
      bothWays: false,
    };
  }

  /** Asks about each text once, when there is a place for it. `asked` is given what is asked. */
  #askOnce(
    asked: Map<string, Promise<Reward>>,
    signal: AbortSignal,
  ): (request: RewardRequest) => Promise<Reward> {
    this.#runs += 1;
    const flight = this.#flight.open(this.#runs, 0);
    return (request) => {
      const { response, sampled } = request;
      const key = this.#readsTextsAlone ? response : JSON.stringify([response, sampled?.messages]);
      const known = asked.get(key);
      if (known !== undefined) return known;
      const reward = flight
        .board(signal)
        .then((leave) => this.#ask(request, signal).finally(leave));
      asked.set(key, reward);
      return reward;
    };
  }

  async #ask(request: RewardRequest, signal: AbortSignal): Promise<Reward> {
    // Nothing is asked of a scorer that is gone.
    if (this.#failuresInARow > this.#mostFailures) throw new Error('The scorer answers no more.');
    try {
      const reward = checked(await this.#rewardModel.score(request, signal));
      this.#failuresInARow = 0;
      return reward;
    } catch (error) {
      const isTooLong = error instanceof PolicyError && error.kind === 'context-overflow';
      if (!signal.aborted && !isTooLong) {
        this.#failuresInARow += 1;
        this.#lastFailure = messageOf(error);
      }
      throw error;
    }
  }

  #tooMany(): string {
    return `The scorer failed more than ${String(this.#mostFailures)} times one after another: ${this.#lastFailure}`;
  }
}
