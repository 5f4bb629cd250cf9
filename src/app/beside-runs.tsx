import { lazy, Suspense } from 'react';
import { useLocation } from 'wouter';
import type { BesideQueries } from '../features/beside/run-chooser.tsx';
import { besidePath, readRunKey } from '../features/beside/run-key.ts';
import { recordedPath } from './recorded-runs.tsx';

/** Fetched when it is wanted. */
const BesideScreen = lazy(async () => {
  const { BesideScreen: screen } = await import('../features/beside/beside-screen.tsx');
  return { default: screen };
});

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
    <Suspense fallback={<p role="status">Fetching what lays runs beside each other …</p>}>
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
    </Suspense>
  );
}
