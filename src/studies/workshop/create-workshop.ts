import { THREAD_WORKSHOP, WorkerWorkshop, type Workshop } from './workshop.ts';

/** Works out beside the page's thread where the browser has workers. Nothing is fetched before the first wish. */
export function createWorkshop(): Workshop {
  if (typeof Worker === 'undefined') return THREAD_WORKSHOP;
  return new WorkerWorkshop({
    createWorker: () =>
      new Worker(new URL('./statistics.worker.ts', import.meta.url), {
        type: 'module',
        name: 'statistics',
      }),
    pause: () => new Promise((resolve) => setTimeout(resolve)),
  });
}
