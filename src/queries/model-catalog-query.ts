import { queryOptions } from '@tanstack/react-query';
import type { ModelCatalog } from '../core/index.ts';

/** Options for `useQuery` about what this browser can run. Looked at once: a browser's adapter doesn't change under a page. */
export function modelAssessmentQuery(catalog: ModelCatalog) {
  return queryOptions({
    queryKey: ['model-assessment'],
    queryFn: ({ signal }) => catalog.assess(signal),
    staleTime: Infinity,
    retry: false,
    networkMode: 'always',
  });
}
