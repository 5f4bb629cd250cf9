import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { cutText, type RunFileFormat, type StoredRun } from '../core/index.ts';

/** What the gallery says of a recorded run without opening it. */
export type RecordedRunEntry = z.infer<typeof entryShape>;

const entryShape = z.object({
  /** Of its file, and in the page's address. */
  name: z.string().check(z.regex(/^[a-z0-9-]{1,60}$/)),
  /** The one point that it makes. */
  title: z.string(),
  prompt: z.string(),
  preference: z.string(),
  /** N */
  budget: z.int(),
  seed: z.int(),
  model: z.string(),
  scorer: z.string(),
  /** Milliseconds since the epoch. */
  recordedAt: z.number(),
});

const listShape = z.array(entryShape);

/** The one that a first visit sees. `index.html` has the browser fetch it beside the page. */
export const FIRST_RECORDED = 'first';

export interface RecordedRunsDependencies {
  readonly format: Pick<RunFileFormat, 'parse'>;
  /** The text of a file that lies beside the page. @throws where it isn't there */
  readonly fetchText: (path: string) => Promise<string>;
}

/** Options for `useQuery` about the runs that come with the page. */
export type RecordedRunsQueries = ReturnType<typeof createRecordedRunsQueries>;

/** They don't change while the page is open. One that can't be fetched is asked for again when it is wanted again. */
const SHIPPED = { networkMode: 'always', retry: false, staleTime: Infinity } as const;

/** @throws Error with a sentence where there is no such file */
async function fetched(
  name: string,
  fetchText: RecordedRunsDependencies['fetchText'],
): Promise<string> {
  try {
    return await fetchText(`recorded/${entryShape.shape.name.parse(name)}.json`);
  } catch (cause) {
    const called = cutText(name, LONGEST_NAME);
    throw new Error(
      `The recorded run “${called}” can’t be had: the address is mistyped, or the page’s server can’t be reached. “Recorded runs”, on the playground, lists those there are.`,
      { cause },
    );
  }
}

const LONGEST_NAME = 60;

/** @param dependencies injected, since screens know neither the network nor the file format */
export function createRecordedRunsQueries({ format, fetchText }: RecordedRunsDependencies) {
  return {
    list: () =>
      queryOptions({
        ...SHIPPED,
        queryKey: ['recorded-runs', 'list'],
        queryFn: async (): Promise<readonly RecordedRunEntry[]> =>
          listShape.parse(JSON.parse(await fetchText('recorded/index.json'))),
      }),
    run: (name: string) =>
      queryOptions({
        ...SHIPPED,
        queryKey: ['recorded-runs', 'run', name],
        queryFn: async (): Promise<StoredRun> => {
          const [parsed] = format.parse(await fetched(name, fetchText));
          if (parsed?.ok !== true) throw new Error(parsed?.message ?? 'The file holds no run.');
          return parsed.run;
        },
      }),
  };
}
