import { messageOf } from '../../core/index.ts';
import type { RunFacts } from '../findings/run-facts.ts';
import { pageMessageSchema, type WorkName, WORKS, type WorkshopMessage } from './works.ts';

/** The worker's side of the line. */
export interface WorkshopPort {
  postMessage(message: WorkshopMessage): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

/** Works out what the page asks for, one wish after another, for as long as the worker lives. */
export function serveWorks(port: WorkshopPort): void {
  const facts: RunFacts[] = [];
  const runOf = (number: number): RunFacts => {
    const run = facts[number];
    if (run === undefined) throw new Error(`Run ${String(number)} was never told.`);
    return run;
  };
  port.addEventListener('message', ({ data }) => {
    try {
      const message = pageMessageSchema.parse(data);
      if (message.kind === 'facts') facts.push(...message.facts);
      else port.postMessage({ kind: 'made', made: madeOf(message.name, message.asked, runOf) });
    } catch (error) {
      port.postMessage({ kind: 'failed', message: messageOf(error) });
    }
  });
}

function madeOf(name: WorkName, value: unknown, runOf: (number: number) => RunFacts): unknown {
  switch (name) {
    case 'finding':
      return WORKS.finding.compute(WORKS.finding.read(value, runOf));
    case 'splits':
      return WORKS.splits.compute(WORKS.splits.read(value, runOf));
    case 'overlay':
      return WORKS.overlay.compute(WORKS.overlay.read(value, runOf));
  }
}
