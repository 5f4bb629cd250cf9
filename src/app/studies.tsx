import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import type { StudiesScreenProps } from '../features/studies/studies-screen.tsx';

/** Fetched when it is wanted. */
const StudiesScreen = lazy(async () => {
  const { StudiesScreen: screen } = await import('../features/studies/studies-screen.tsx');
  return { default: screen };
});

/** The screen of what many runs say together. */
export function Studies(props: StudiesScreenProps) {
  return (
    <Suspense fallback={<p role="status">Fetching what reads many runs …</p>}>
      <StudiesScreen {...props} />
    </Suspense>
  );
}

/** Leads there from the runs. */
export const STUDIES_LINK = <Link href="/studies">What they say together</Link>;
