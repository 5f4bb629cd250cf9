import { useLocation } from 'wouter';
import { BesideScreen } from '../features/beside/beside-screen.tsx';
import { readRunKey } from '../features/beside/read-run-key.ts';
import type { BesideQueries } from '../features/beside/run-chooser.tsx';
import { besidePath } from '../features/beside/run-key.ts';
import { recordedPath } from './recorded-runs.tsx';

export interface BesideRunsProps {
  readonly queries: BesideQueries;
  /** As the address names them. */
  readonly one: string;
  readonly other: string | null;
}

/** The screen on which two runs lie beside each other. */
export function BesideRuns({ queries, one, other }: BesideRunsProps) {
  const [, navigate] = useLocation();
  return (
    <BesideScreen
      queries={queries}
      one={readRunKey(one)}
      other={other === null ? null : readRunKey(other)}
      onLay={(first, second) => {
        navigate(besidePath(first, second));
      }}
      onOpen={(key) => {
        navigate(key.kind === 'saved' ? `/run/${key.id}` : recordedPath(key.name));
      }}
    />
  );
}
