import * as z from 'zod/mini';
import { late } from '../../core/index.ts';
import { type Finding, findingOf, type FindingRequest } from '../findings/finding.ts';
import type { RunFacts } from '../findings/run-facts.ts';
import {
  type SplitsOverPrompts,
  splitsOverPrompts,
  type SplitsRequest,
} from '../findings/splits-over-prompts.ts';
import { type OverlayPanel, overlayOf, type OverlayRequest } from '../overlay/overlay.ts';
import type { ReportAsked, ScorerFacts } from '../report/make-report.ts';
import type { ReducedRun, ReportParts } from '../report/report-data.ts';
import type { ReportFile } from '../report/report.ts';

/** What can be worked out of many runs, by name: what it is asked and what it makes. */
export interface Works {
  readonly finding: { readonly asked: FindingRequest; readonly made: Finding };
  readonly splits: { readonly asked: SplitsRequest; readonly made: SplitsOverPrompts };
  readonly overlay: { readonly asked: OverlayRequest; readonly made: readonly OverlayPanel[] };
  readonly report: { readonly asked: ReportAsked; readonly made: readonly ReportFile[] };
}

export type WorkName = keyof Works;

/** What is told of a run, once, however often it is asked about: its facts, or what a report keeps of it. */
export type ToldRun = RunFacts | ReducedRun;

/** Runs of a request by their numbers. */
type NumberOf = (run: ToldRun) => number;

/** What was told by those numbers. @throws Error where it wasn't, or is something else */
export interface ToldRuns {
  readonly factsOf: (number: number) => RunFacts;
  readonly reducedOf: (number: number) => ReducedRun;
}

interface Work<Asked, Made> {
  /** May fetch the code that it takes. */
  readonly compute: (asked: Asked) => Made | Promise<Made>;
  /** The request with numbers in place of its runs. */
  readonly numbered: (asked: Asked, numberOf: NumberOf) => unknown;
  /** @throws Error where it is no such request */
  readonly read: (value: unknown, told: ToldRuns) => Asked;
  /** Whether it looks like what is made. */
  readonly made: z.ZodMiniType<Made>;
}

const runsSchema = z.array(z.int().check(z.minimum(0)));
const labels = z.array(z.string());

const findingAsked = z.object({ runs: runsSchema, arms: labels });

const splitsAsked = z.object({
  runs: runsSchema,
  name: z.string(),
  budget: z.int(),
  reading: z.enum(['inOrder', 'overOrders']),
});

const overlayAsked = z.object({
  sets: z.array(
    z.object({
      ...{ id: z.string(), name: z.string(), isProxy: z.boolean(), runs: runsSchema },
      scale: z.object({ key: z.string(), name: z.string() }),
    }),
  ),
  arms: labels,
  onSharedPrompts: z.boolean(),
});

const reportAsked = z.object({
  question: z.string(),
  baseline: z.nullable(z.string()),
  areChosen: z.boolean(),
  runs: z.array(z.tuple([z.string(), z.int().check(z.minimum(0))])),
  copies: z.int().check(z.minimum(0)),
  ofCopies: z.array(
    z.tuple([z.string(), z.custom<ReportParts['ofCopies'][number][1]>(Array.isArray)]),
  ),
  kinds: z.array(z.tuple([z.string(), z.string()])),
  scorers: z.array(
    z.custom<ScorerFacts>((value) => hasFields(value, 'id', 'version', 'trust', 'favoured')),
  ),
});

const hasFields = (value: unknown, ...fields: readonly string[]): boolean =>
  typeof value === 'object' && value !== null && fields.every((field) => field in value);

const REPORTS = late('What writes reports', () => import('../report/make-report.ts'));

/** Each by its name: one more is one entry here and in `Works`. */
export const WORKS: {
  readonly [Name in WorkName]: Work<Works[Name]['asked'], Works[Name]['made']>;
} = {
  finding: {
    compute: findingOf,
    numbered: ({ runs, ...asked }, numberOf) => ({ ...asked, runs: runs.map(numberOf) }),
    read: (value, { factsOf }) => {
      const asked = findingAsked.parse(value);
      return { ...asked, runs: asked.runs.map(factsOf) };
    },
    made: z.custom<Finding>((value) => hasFields(value, 'prompts', 'arms', 'duels', 'spread')),
  },
  splits: {
    compute: splitsOverPrompts,
    numbered: ({ runs, ...asked }, numberOf) => ({ ...asked, runs: runs.map(numberOf) }),
    read: (value, { factsOf }) => {
      const asked = splitsAsked.parse(value);
      return { ...asked, runs: asked.runs.map(factsOf) };
    },
    made: z.custom<SplitsOverPrompts>((value) => hasFields(value, 'prompts', 'splits')),
  },
  overlay: {
    compute: overlayOf,
    numbered: ({ sets, ...asked }, numberOf) => ({
      ...asked,
      sets: sets.map(({ runs, ...set }) => ({ ...set, runs: runs.map(numberOf) })),
    }),
    read: (value, { factsOf }) => {
      const asked = overlayAsked.parse(value);
      const sets = asked.sets.map(({ runs, ...set }) => ({ ...set, runs: runs.map(factsOf) }));
      return { ...asked, sets };
    },
    made: z.custom<readonly OverlayPanel[]>(
      (value) =>
        Array.isArray(value) && value.every((panel) => hasFields(panel, 'scale', 'curves')),
    ),
  },
  report: {
    compute: async (asked) => (await REPORTS.load()).makeReport(asked),
    numbered: ({ runs, ...asked }, numberOf) => ({
      ...asked,
      runs: runs.map(([key, run]) => [key, numberOf(run)]),
    }),
    read: (value, { reducedOf }) => {
      const asked = reportAsked.parse(value);
      return { ...asked, runs: asked.runs.map(([key, number]) => [key, reducedOf(number)]) };
    },
    made: z.array(z.object({ name: z.string(), text: z.string() })),
  },
};

const factsSchema = z.custom<RunFacts>((value) =>
  hasFields(value, 'runId', 'prompt', 'group', 'scale', 'arms', 'splits', 'refinements'),
);

const reducedSchema = z.custom<ReducedRun>((value) =>
  hasFields(value, 'header', 'reporters', 'readings', 'costs', 'texts', 'sums'),
);

/** What the page says to the worker. */
export const pageMessageSchema = z.discriminatedUnion('kind', [
  /** What is told of runs, numbered on from those before. */
  z.object({ kind: z.literal('facts'), facts: z.array(z.union([factsSchema, reducedSchema])) }),
  z.object({
    kind: z.literal('work'),
    name: z.enum(['finding', 'splits', 'overlay', 'report']),
    asked: z.unknown(),
  }),
]);

export type WorkshopPageMessage = z.infer<typeof pageMessageSchema>;

/** What the worker says: one answer to each wish. */
export const workerMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('made'), made: z.unknown() }),
  z.object({ kind: z.literal('failed'), message: z.string() }),
]);

export type WorkshopMessage = z.infer<typeof workerMessageSchema>;
