import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { messageOf } from '../../../core/index.ts';
import {
  TrainingData,
  type TrainingDataOptions,
  type TrainingFile,
} from '../../../studies/index.ts';
import type { RunSource, StudyQueries } from '../study-runs.ts';
import { treeOfRun } from '../use-run-facts.ts';

/** How far runs are gathered into training data. */
export type Gathering =
  | { readonly state: 'none' }
  | { readonly state: 'reading'; readonly done: number }
  | {
      readonly state: 'gathered';
      readonly files: readonly TrainingFile[];
      readonly rows: number;
      readonly runs: number;
      /** Why some runs could not be read, a sentence for each. */
      readonly problems: readonly string[];
    };

export interface GatherTrainingData {
  readonly gathering: Gathering;
  /** Reads the runs one after another; only one is held at a time. */
  readonly gather: () => void;
}

/** Gathers what runs teach. What was gathered goes when other runs or other options are chosen. */
export function useTrainingData(
  queries: StudyQueries,
  source: RunSource,
  ids: readonly string[],
  options: TrainingDataOptions,
): GatherTrainingData {
  const client = useQueryClient();
  const [gathering, setGathering] = useState<Gathering>({ state: 'none' });
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
      const tell = (told: Gathering): void => {
        if (!signal.aborted) setGathering(told);
      };
      const load = (id: string) => treeOfRun(client, queries, source, id);
      void gatherFrom(ids, load, options, tell, signal);
    },
  };
}

/** Ends without a word where it is aborted. */
async function gatherFrom(
  ids: readonly string[],
  load: (id: string) => ReturnType<typeof treeOfRun>,
  options: TrainingDataOptions,
  tell: (gathering: Gathering) => void,
  signal: AbortSignal,
): Promise<void> {
  const data = new TrainingData(options);
  const problems: string[] = [];
  for (const [done, id] of ids.entries()) {
    if (signal.aborted) return;
    tell({ state: 'reading', done });
    try {
      data.add(await load(id));
    } catch (error) {
      problems.push(messageOf(error));
    }
  }
  const runs = ids.length - problems.length;
  tell({ state: 'gathered', files: data.files(), rows: data.rows, runs, problems });
}
