import { lazy, Suspense } from 'react';
import type { ModelsScreenProps } from '../features/models/models-screen.tsx';
import styles from './app.module.css';

/** Fetched when it is wanted. */
const ModelsScreen = lazy(async () => {
  const { ModelsScreen: screen } = await import('../features/models/models-screen.tsx');
  return { default: screen };
});

/** The screen of models, in its column. */
export function Models(props: ModelsScreenProps) {
  return (
    <div className={styles.column}>
      <Suspense fallback={<p role="status">Fetching the list of models …</p>}>
        <ModelsScreen {...props} />
      </Suspense>
    </div>
  );
}
