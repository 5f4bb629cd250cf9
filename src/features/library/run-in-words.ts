import { armLabel, type ArmSummary, type RunState } from '../../core/index.ts';
import type { ImportOutcome } from '../../queries/index.ts';
import { formatCount, formatReward } from '../../ui/index.ts';

/** What a run is called on the page, where it was given an empty name too. */
export function displayName(name: string): string {
  return name.trim() === '' ? 'Untitled run' : name;
}

export function stateInWords(state: RunState): string {
  switch (state.status) {
    case 'planned':
      return 'Not started';
    case 'running':
      return 'Not finished';
    case 'finished':
      return 'Finished';
    case 'stopped':
      return 'Stopped';
    case 'failed':
      return `Failed: ${state.message}`;
  }
}

/** "PRS 4/4: 8 of 8 responses, best reward 1.84". */
export function armInWords({ arm, finishedResponses, bestReward }: ArmSummary, budget: number) {
  const done = `${formatCount(finishedResponses)} of ${formatCount(budget)} responses`;
  const best = bestReward === null ? 'no reward yet' : `best reward ${formatReward(bestReward)}`;
  return `${armLabel(arm)}: ${done}, ${best}`;
}

export function outcomeInWords(outcome: ImportOutcome): string {
  switch (outcome.status) {
    case 'imported':
      return `${outcome.fileName}: imported as “${displayName(outcome.runName)}”.`;
    case 'already-here':
      return `${outcome.fileName}: this run is here already, as “${displayName(outcome.runName)}”.`;
    case 'refused':
      return `${outcome.fileName}: ${outcome.message}`;
  }
}
