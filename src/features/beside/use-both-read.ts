import { useEffect, useState } from 'react';
import { messageOf, type SamplingTree } from '../../core/index.ts';
import { freeScorer } from '../../rewards/index.ts';
import { readForPreference } from '../../runs/read-for-preference.ts';

/** Two runs. */
export interface Both {
  readonly one: SamplingTree;
  readonly other: SamplingTree;
}

export interface BothRead {
  /** Null while they are being read, and where they can't be. */
  readonly both: Both | null;
  /** Why they can't, a sentence; null where they can. */
  readonly problem: string | null;
}

interface Asked extends Both {
  readonly preference: string;
}

/** Two runs scored for one preference by the scorer that needs nothing but the texts; as they were scored where none is asked for. */
export function useBothRead({ one, other }: Both, preference: string | null): BothRead {
  const [read, setRead] = useState<(BothRead & { readonly asked: Asked }) | null>(null);
  useEffect(() => {
    if (preference === null) return;
    const controller = new AbortController();
    const asked = { one, other, preference };
    void readBoth(asked, controller.signal).then((result) => {
      if (result !== null) setRead({ ...result, asked });
    });
    return () => {
      controller.abort();
    };
  }, [one, other, preference]);
  if (preference === null) return { both: { one, other }, problem: null };
  const asked = read?.asked;
  const isIt = asked?.one === one && asked.other === other && asked.preference === preference;
  return isIt && read !== null ? read : { both: null, problem: null };
}

/** Null where it was given up. */
async function readBoth(
  { one, other, preference }: Asked,
  signal: AbortSignal,
): Promise<BothRead | null> {
  try {
    const scorer = await freeScorer({});
    const first = await readForPreference(one, preference, scorer, signal);
    const second = await readForPreference(other, preference, scorer, signal);
    return { both: { one: first.tree, other: second.tree }, problem: null };
  } catch (error) {
    if (signal.aborted) return null;
    return { both: null, problem: `They were not scored: ${messageOf(error)}` };
  }
}
