import { expect, it } from 'vitest';
import { tasksOfTrace } from './traced-tasks.ts';

const task = { name: 'ThreadControllerImpl::RunTask', ph: 'X', dur: 60_000, tdur: 20_000 };

it('reads the tasks of the page’s thread, and none of another', () => {
  const traceEvents = [
    { pid: 1, tid: 2, ...task },
    { pid: 1, tid: 3, ...task, dur: 90_000 },
    { pid: 1, tid: 2, name: 'thread_name', args: { name: 'CrRendererMain' } },
    { pid: 1, tid: 3, name: 'thread_name', args: { name: 'Compositor' } },
    { pid: 1, tid: 2, name: 'Paint', dur: 70_000, tdur: 70_000 },
  ];
  expect(tasksOfTrace({ traceEvents })).toEqual([{ took: 60, computed: 20 }]);
  expect(() => tasksOfTrace([])).toThrow();
});
