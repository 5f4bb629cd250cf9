import { messageOf } from '../../core/index.ts';
import {
  pageMessageSchema,
  type ToldRun,
  type ToldRuns,
  type WorkName,
  WORKS,
  type WorkshopMessage,
} from './works.ts';

/** The worker's side of the line. */
export interface WorkshopPort {
  postMessage(message: WorkshopMessage): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

/** Works out what the page asks for, one wish after another, for as long as the worker lives. */
export function serveWorks(port: WorkshopPort): void {
  const told: ToldRun[] = [];
  const runs = toldRuns(told);
  const answer = async (data: unknown): Promise<void> => {
    try {
      const message = pageMessageSchema.parse(data);
      if (message.kind === 'facts') told.push(...message.facts);
      else
        port.postMessage({ kind: 'made', made: await madeOf(message.name, message.asked, runs) });
    } catch (error) {
      port.postMessage({ kind: 'failed', message: messageOf(error) });
    }
  };
  port.addEventListener('message', ({ data }) => {
    void answer(data);
  });
}

function toldRuns(told: readonly ToldRun[]): ToldRuns {
  const runOf = (number: number): ToldRun => {
    const run = told[number];
    if (run === undefined) throw new Error(`Run ${String(number)} was never told.`);
    return run;
  };
  const other = (number: number): Error => new Error(`Run ${String(number)} was told otherwise.`);
  return {
    factsOf: (number) => {
      const run = runOf(number);
      if ('readings' in run) throw other(number);
      return run;
    },
    reducedOf: (number) => {
      const run = runOf(number);
      if ('readings' in run) return run;
      throw other(number);
    },
  };
}

function madeOf(name: WorkName, value: unknown, runs: ToldRuns): unknown {
  switch (name) {
    case 'finding':
      return WORKS.finding.compute(WORKS.finding.read(value, runs));
    case 'splits':
      return WORKS.splits.compute(WORKS.splits.read(value, runs));
    case 'overlay':
      return WORKS.overlay.compute(WORKS.overlay.read(value, runs));
    case 'report':
      return WORKS.report.compute(WORKS.report.read(value, runs));
  }
}
