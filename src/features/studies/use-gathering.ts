import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { messageOf, type SamplingTree } from '../../core/index.ts';
import type { RunSource, StudyQueries } from './study-runs.ts';
import { treeOfRun } from './use-run-facts.ts';

/** How far something is made of many runs. */
export type Gathering<Made> =
  | { readonly state: 'none' }
  | { readonly state: 'reading'; readonly done: number }
  /** All of them are read. */
  | { readonly state: 'making' }
  | { readonly state: 'failed'; readonly message: string }
  | {
      readonly state: 'gathered';
      readonly made: Made;
      readonly runs: number;
      /** Why some runs could not be read, a sentence for each. */
      readonly problems: readonly string[];
    };

/** Takes runs one after another, keeps of each what it needs, and makes something of them. */
export interface Collector<Made> {
  add: (tree: SamplingTree) => void;
  /** @throws the signal's reason when it is aborted meanwhile, where it takes a while */
  make: (signal: AbortSignal) => Made | Promise<Made>;
}

export interface GatherFromRuns<Made> {
  readonly gathering: Gathering<Made>;
  /** Reads the runs one after another; only one is held at a time. */
  readonly gather: () => void;
}

/** Which runs, and how they are opened. */
export interface RunsToGather {
  readonly queries: StudyQueries;
  readonly source: RunSource;
  readonly ids: readonly string[];
}

/**
 * Makes something of the chosen runs. What was made goes when other runs or other options are chosen.
 *
 * @param options plain values that what is made depends on
 * @param open may fetch the code that it takes
 */
export function useGathering<Made>(
  { queries, source, ids }: RunsToGather,
  options: unknown,
  open: () => Promise<Collector<Made>>,
): GatherFromRuns<Made> {
  const client = useQueryClient();
  const [gathering, setGathering] = useState<Gathering<Made>>({ state: 'none' });
  const turn = useRef(new AbortController());
  const chosen = JSON.stringify([source, ids, options]);
  useEffect(
    () => () => {
      turn.current.abort();
      setGathering({ state: 'none' });
    },
    [chosen],
  );
  return {
    gathering,
    gather: () => {
      turn.current.abort();
      const { signal } = (turn.current = new AbortController());
      const tell = (told: Gathering<Made>): void => {
        if (!signal.aborted) setGathering(told);
      };
      const load = (id: string) => treeOfRun(client, queries, source, id);
      gatherFrom({ ids, load, open }, tell, signal).catch((error: unknown) => {
        tell({ state: 'failed', message: messageOf(error) });
      });
    },
  };
}

interface Work<Made> {
  readonly ids: readonly string[];
  readonly load: (id: string) => Promise<SamplingTree>;
  readonly open: () => Promise<Collector<Made>>;
}

/** Ends without a word where it is aborted. */
async function gatherFrom<Made>(
  { ids, load, open }: Work<Made>,
  tell: (gathering: Gathering<Made>) => void,
  signal: AbortSignal,
): Promise<void> {
  tell({ state: 'reading', done: 0 });
  const collector = await open();
  const problems: string[] = [];
  for (const [done, id] of ids.entries()) {
    if (signal.aborted) return;
    tell({ state: 'reading', done });
    try {
      collector.add(await load(id));
    } catch (error) {
      problems.push(messageOf(error));
    }
  }
  if (signal.aborted) return;
  tell({ state: 'making' });
  const runs = ids.length - problems.length;
  tell({ state: 'gathered', made: await collector.make(signal), runs, problems });
}
