import type {
  DurableEvent,
  RunHeader,
  SampledToken,
  StoredRun,
  TokenProbability,
} from '../../core/index.ts';

/**
 * The event as every store and file keeps it. JSON has no infinities and no NaN, and the log-probability is the one number
 * that an engine may report as such (a token that its own distribution rules out has -Infinity): kept as null, "not known", and
 * left out of the likeliest.
 */
export function storable(event: DurableEvent): DurableEvent {
  switch (event.type) {
    case 'draft-finished':
    case 'feedback-finished':
    case 'refinement-finished':
      return event.tokens.every(isStorable)
        ? event
        : { ...event, tokens: event.tokens.map(storableToken) };
    default:
      return event;
  }
}

/** The run with `header` wherever a header stands, so that a new name or id can't be contradicted by the log. */
export function withHeader(header: RunHeader, events: readonly DurableEvent[]): StoredRun {
  return {
    header,
    events: events.map((event) =>
      event.type === 'run-started' ? { ...event, run: header } : event,
    ),
  };
}

/** The same text for two runs of the same content, whatever they are named and kept under. Give it runs that were read. */
export function contentOf({ header, events }: StoredRun): string {
  return JSON.stringify(withHeader({ ...header, id: '', name: '' }, events));
}

function isStorable({ logProbability, topLogProbabilities = [] }: SampledToken): boolean {
  const isKnown = logProbability === null || Number.isFinite(logProbability);
  return isKnown && topLogProbabilities.every(isPossible);
}

function storableToken(token: SampledToken): SampledToken {
  if (isStorable(token)) return token;
  const { logProbability, topLogProbabilities } = token;
  const known = Number.isFinite(logProbability) ? logProbability : null;
  const stored = { ...token, logProbability: known };
  return topLogProbabilities === undefined
    ? stored
    : { ...stored, topLogProbabilities: topLogProbabilities.filter(isPossible) };
}

function isPossible({ logProbability }: TokenProbability): boolean {
  return Number.isFinite(logProbability);
}
