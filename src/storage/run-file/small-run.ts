import type { DurableEvent, Reward, StoredRun } from '../../core/index.ts';

/**
 * A run as it is shipped with the page: its texts, rewards, times and counts, without its tokens, which would take
 * three quarters of it.
 * Drafts that several arms share stand together, since a file compresses well where the same words are near one another.
 */
export function smallRun({ header, events }: StoredRun): StoredRun {
  const begun = events.filter(({ type }, place) => type !== 'run-started' || place === 0);
  const [first, ...others] = begun.map(smallEvent);
  const added = others.filter(({ type }) => type === 'arms-added' || type === 'arm-started');
  const drafts = draftsTogether(others.filter(isOfDraft));
  const rest = others.filter((event) => !added.includes(event) && !isOfDraft(event));
  return {
    header,
    events: [
      ...(first === undefined ? [] : [first]),
      ...added.toSorted((one, other) => Number(startsArm(one)) - Number(startsArm(other))),
      ...drafts,
      ...rest,
    ],
  };
}

function startsArm({ type }: DurableEvent): boolean {
  return type === 'arm-started';
}

function isOfDraft(event: DurableEvent): boolean {
  switch (event.type) {
    case 'draft-started':
    case 'draft-finished':
      return true;
    case 'reward-given':
      return event.nodeId.includes('draft');
    default:
      return false;
  }
}

/** By the draft, in the order in which each first comes; what is told of one stays in its order. */
function draftsTogether(events: readonly DurableEvent[]): readonly DurableEvent[] {
  const draftOf = (event: DurableEvent): string => ('nodeId' in event ? (event.nodeId ?? '') : '');
  const order = [...new Set(events.map(draftOf))];
  return events.toSorted(
    (one, other) => order.indexOf(draftOf(one)) - order.indexOf(draftOf(other)),
  );
}

/** The event without its text's tokens and their probabilities. */
export function withoutTokens(event: DurableEvent): DurableEvent {
  return 'tokens' in event ? { ...event, tokens: [] } : event;
}

function smallEvent(event: DurableEvent): DurableEvent {
  return event.type === 'reward-given'
    ? { ...event, reward: rounded(event.reward) }
    : withoutTokens(event);
}

const DECIMALS = 1000;

/** To three decimals, one more than is shown; still the sum of its parts. */
function rounded(reward: Reward): Reward {
  const breakdown = reward.breakdown.map((part) => ({
    ...part,
    value: Math.round(part.value * DECIMALS) / DECIMALS + 0,
  }));
  const sum = breakdown.reduce((total, { value }) => total + value, 0);
  return { ...reward, breakdown, value: Math.round(sum * DECIMALS) / DECIMALS + 0 };
}
