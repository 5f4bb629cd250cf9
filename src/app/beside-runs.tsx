import { lazy, Suspense } from 'react';
import { Link, useLocation } from 'wouter';
import type { BesideQueries } from '../features/beside/run-chooser.tsx';
import { besidePath, readRunKey, type RunKey } from '../features/beside/run-key.ts';
import { recordedPath } from './recorded-runs.tsx';
import styles from './app.module.css';

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

export interface BesideLinkProps {
  /** Of a kept run; null for the recorded one. */
  readonly id: string | null;
  /** The recorded run's name; null where there is none. */
  readonly recorded: string | null;
}

/** Leads to where another run is chosen to lay beside the one on screen. */
export function BesideLink({ id, recorded }: BesideLinkProps) {
  const run = keyOf(id, recorded);
  return (
    run && (
      <Link href={besidePath(run)} className={styles.beside ?? ''}>
        Lay beside …
      </Link>
    )
  );
}

function keyOf(id: string | null, recorded: string | null): RunKey | null {
  if (id !== null) return { kind: 'saved', id };
  return recorded === null ? null : { kind: 'recorded', name: recorded };
}
