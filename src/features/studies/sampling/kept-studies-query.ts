import { queryOptions } from '@tanstack/react-query';
import type { StudyTools } from './study-tools.ts';

/** Under which the list of studies is asked for; what changes it has it read anew. */
export const STUDIES_KEY = ['studies'] as const;

/** The studies that are kept in this browser. */
export function keptStudiesQuery(list: StudyTools['store']['list']) {
  return queryOptions({
    queryKey: STUDIES_KEY,
    queryFn: list,
    ...{ networkMode: 'always', retry: false },
  });
}
