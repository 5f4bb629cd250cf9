import * as z from 'zod/mini';
import { type Finding, findingOf, type FindingRequest } from '../findings/finding.ts';
import type { RunFacts } from '../findings/run-facts.ts';
import {
  type SplitsOverPrompts,
  splitsOverPrompts,
  type SplitsRequest,
} from '../findings/splits-over-prompts.ts';
import { type OverlayPanel, overlayOf, type OverlayRequest } from '../overlay/overlay.ts';

/** What can be worked out of many runs, by name: what it is asked and what it makes. */
export interface Works {
  readonly finding: { readonly asked: FindingRequest; readonly made: Finding };
  readonly splits: { readonly asked: SplitsRequest; readonly made: SplitsOverPrompts };
  readonly overlay: { readonly asked: OverlayRequest; readonly made: readonly OverlayPanel[] };
}

export type WorkName = keyof Works;

/** Runs of a request by their numbers: the facts themselves are told once, however often they are asked about. */
type NumberOf = (run: RunFacts) => number;
type RunOf = (number: number) => RunFacts;

interface Work<Asked, Made> {
  readonly compute: (asked: Asked) => Made;
  /** The request with numbers in place of its runs. */
  readonly numbered: (asked: Asked, numberOf: NumberOf) => unknown;
  /** @throws Error where it is no such request */
  readonly read: (value: unknown, runOf: RunOf) => Asked;
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

const hasFields = (value: unknown, ...fields: readonly string[]): boolean =>
  typeof value === 'object' && value !== null && fields.every((field) => field in value);

/** Each by its name: one more is one entry here and in `Works`. */
export const WORKS: {
  readonly [Name in WorkName]: Work<Works[Name]['asked'], Works[Name]['made']>;
} = {
  finding: {
    compute: findingOf,
    numbered: ({ runs, ...asked }, numberOf) => ({ ...asked, runs: runs.map(numberOf) }),
    read: (value, runOf) => {
      const asked = findingAsked.parse(value);
      return { ...asked, runs: asked.runs.map(runOf) };
    },
    made: z.custom<Finding>((value) => hasFields(value, 'prompts', 'arms', 'duels', 'spread')),
  },
  splits: {
    compute: splitsOverPrompts,
    numbered: ({ runs, ...asked }, numberOf) => ({ ...asked, runs: runs.map(numberOf) }),
    read: (value, runOf) => {
      const asked = splitsAsked.parse(value);
      return { ...asked, runs: asked.runs.map(runOf) };
    },
    made: z.custom<SplitsOverPrompts>((value) => hasFields(value, 'prompts', 'splits')),
  },
  overlay: {
    compute: overlayOf,
    numbered: ({ sets, ...asked }, numberOf) => ({
      ...asked,
      sets: sets.map(({ runs, ...set }) => ({ ...set, runs: runs.map(numberOf) })),
    }),
    read: (value, runOf) => {
      const asked = overlayAsked.parse(value);
      const sets = asked.sets.map(({ runs, ...set }) => ({ ...set, runs: runs.map(runOf) }));
      return { ...asked, sets };
    },
    made: z.custom<readonly OverlayPanel[]>(
      (value) =>
        Array.isArray(value) && value.every((panel) => hasFields(panel, 'scale', 'curves')),
    ),
  },
};

const factsSchema = z.custom<RunFacts>((value) =>
  hasFields(value, 'runId', 'prompt', 'group', 'scale', 'arms', 'splits', 'refinements'),
);

/** What the page says to the worker. */
export const pageMessageSchema = z.discriminatedUnion('kind', [
  /** Facts of runs, numbered on from those before. */
  z.object({ kind: z.literal('facts'), facts: z.array(factsSchema) }),
  z.object({
    kind: z.literal('work'),
    name: z.enum(['finding', 'splits', 'overlay']),
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
