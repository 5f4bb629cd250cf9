import { useSyncExternalStore } from 'react';
import type { AppDependencies } from './app-dependencies.ts';

/** Says that a study is being sampled: nothing until what samples studies is fetched, which says it itself. */
export function StudyUnderWay({ studies }: Pick<AppDependencies, 'studies'>) {
  const tools = useSyncExternalStore(studies.subscribe, studies.now);
  return tools === null ? null : <tools.Beside />;
}
