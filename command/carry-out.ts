import { setMaxListeners } from 'node:events';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import { holdPlace, placeFor } from '../scripts/setup/hold-place.mjs';
import { runToTheEnd } from '../scripts/terminal/run-to-the-end.mjs';
import { exportTrainingData } from './export-training-data.ts';
import { fileProblem } from './file-problems.ts';
import type { Order } from './read-order.mjs';
import { realPath } from './real-path.ts';
import { runPlan } from './run-plan.ts';
import { runStudy } from './run-study.ts';
import { scoreRuns } from './score-runs.ts';
import { writeReport } from './write-report.ts';

type Work = Exclude<Order, { command: 'help' }>;

/** What the shell takes an ending by Ctrl+C for. */
const STOPPED = 130;

/** Does what was asked, alone on its file or folder; Ctrl+C stops it and keeps what is finished. */
export function carryOut(order: Work): Promise<void> {
  // Of one signal: as many calls as are in flight listen to it.
  setMaxListeners(0);
  return runToTheEnd(async () => {
    const letGo = await holdPlaces(placesOf(order));
    const { signal, release } = untilStopped(order.command);
    try {
      await doWork(order, signal);
    } catch (error) {
      if (!signal.aborted) throw fileProblem(error) ?? error;
    } finally {
      release();
      letGo();
    }
    if (signal.aborted) process.exitCode = STOPPED;
  });
}

/** What is written: by one command at a time. */
function placesOf(order: Work): readonly string[] {
  switch (order.command) {
    case 'run':
      return [order.outFile];
    case 'study':
    case 'training-data':
    case 'report':
      return [order.folder];
    case 'score':
      return order.sources.flatMap(placesOfSource);
  }
}

/** A folder, or a file and the folder that it stands in, whose study may be writing it. */
function placesOfSource(source: string): readonly string[] {
  const isFile = statSync(source, { throwIfNoEntry: false })?.isFile() === true;
  return isFile ? [source, dirname(source)] : [source];
}

async function holdPlaces(places: readonly string[]): Promise<() => void> {
  const held: (() => void)[] = [];
  const letGo = (): void => {
    for (const each of held) each();
  };
  for (const place of new Set(places.map(realPath))) {
    const its = await holdPlace(placeFor(place));
    if (its === undefined) {
      letGo();
      throw new PlainError(`Another command is writing ${place}: wait for it, or stop it.`);
    }
    held.push(its);
  }
  return letGo;
}

async function doWork(order: Work, signal: AbortSignal): Promise<void> {
  switch (order.command) {
    case 'run':
      return runPlan(order, signal);
    case 'study':
      return runStudy(order, signal);
    case 'score':
      return scoreRuns(order, signal);
    case 'report':
      return writeReport(order, signal);
    case 'training-data':
      return exportTrainingData(order, signal);
  }
}

/** What is told at the first Ctrl+C, by whether the command takes up what it had done. */
const STOPPING = 'Stopping: what is finished is kept, and the same command goes on with it.';
const STOPPING_FOR_GOOD =
  'Stopping: nothing of it is kept. To begin anew, name an empty folder with --out.';

/** The second Ctrl+C ends the program as it always does. */
function untilStopped(command: Work['command']): {
  readonly signal: AbortSignal;
  readonly release: () => void;
} {
  const stop = new AbortController();
  const abort = (): void => {
    release();
    const beginsAnew = command === 'training-data' || command === 'report';
    console.error(beginsAnew ? STOPPING_FOR_GOOD : STOPPING);
    stop.abort();
  };
  const release = (): void => {
    process.off('SIGINT', abort);
    process.off('SIGTERM', abort);
  };
  process.on('SIGINT', abort);
  process.on('SIGTERM', abort);
  return { signal: stop.signal, release };
}
