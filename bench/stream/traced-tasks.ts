import type { Browser, Page } from '@playwright/test';
import * as z from 'zod/mini';

/** A task of the page's thread, milliseconds. */
export interface Task {
  /** From its start to its end, other programs' turns included. */
  readonly took: number;
  /** What the thread itself computed. */
  readonly computed: number;
}

const ofThread = { pid: z.number(), tid: z.number() };
const threadSchema = z.object({
  ...ofThread,
  name: z.literal('thread_name'),
  args: z.object({ name: z.literal('CrRendererMain') }),
});
/** In microseconds. */
const taskSchema = z.object({
  ...ofThread,
  name: z.literal('ThreadControllerImpl::RunTask'),
  dur: z.number(),
  tdur: z.number(),
});
const traceSchema = z.object({ traceEvents: z.array(z.unknown()) });

/** The tasks of the page's thread until `until` is there, as Chromium traces them; a browser traces one page at a time. */
export async function tracedTasks(
  browser: Browser,
  page: Page,
  until: () => Promise<void>,
): Promise<readonly Task[]> {
  await browser.startTracing(page, { categories: ['toplevel'] });
  await until();
  return tasksOfTrace(JSON.parse((await browser.stopTracing()).toString()));
}

/** @throws z.core.$ZodError where it is no trace */
export function tasksOfTrace(trace: unknown): readonly Task[] {
  const { traceEvents } = traceSchema.parse(trace);
  const threads = new Set(
    traceEvents.flatMap((event) => {
      const { data } = threadSchema.safeParse(event);
      return data === undefined ? [] : [threadOf(data)];
    }),
  );
  return traceEvents.flatMap((event) => {
    const { data } = taskSchema.safeParse(event);
    if (data === undefined || !threads.has(threadOf(data))) return [];
    return [{ took: data.dur / 1000, computed: data.tdur / 1000 }];
  });
}

function threadOf({ pid, tid }: { readonly pid: number; readonly tid: number }): string {
  return `${String(pid)} ${String(tid)}`;
}
