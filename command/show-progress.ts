import type { Clock } from '../src/core/index.ts';
import type { TextsCount, TextsProgress } from '../src/studies/index.ts';

/** Where progress is written: a terminal's line is drawn anew, a log gets few whole lines. */
interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const MILLISECONDS_BETWEEN = { terminal: 250, log: 10_000 } as const;

/** Shows how far a queue has got until it is told to stop. @returns stops, after one last look */
export function showProgress(
  count: TextsCount,
  clock: Clock,
  output: Output = process.stderr,
): () => void {
  const isTerminal = output.isTTY === true;
  let shown = '';
  const show = (): void => {
    const line = progressInWords(count.at(clock.now()));
    if (line === shown) return;
    shown = line;
    output.write(isTerminal ? `\r\u001b[K${line}` : `${line}\n`);
  };
  const timer = setInterval(show, MILLISECONDS_BETWEEN[isTerminal ? 'terminal' : 'log']);
  return () => {
    clearInterval(timer);
    show();
    if (isTerminal) output.write('\n');
  };
}

/** One line: "12 of 48 texts · 1 of 4 runs · 340 tokens/s · about 2 min left"; "12 of up to 48 texts" where there may be fewer. */
export function progressInWords(progress: TextsProgress): string {
  const { textsDone, texts, upTo, runsDone, runs, failed, tokensPerSecond, secondsLeft } = progress;
  const isOver = textsDone === texts;
  return [
    `${whole(textsDone)} of ${upTo}${whole(texts)} texts`,
    ...(runs > 1 ? [`${whole(runsDone)} of ${whole(runs)} runs`] : []),
    ...(failed > 0 ? [`${whole(failed)} failed`] : []),
    ...(tokensPerSecond > 0 ? [`${whole(tokensPerSecond)} tokens/s`] : []),
    ...(secondsLeft === null || isOver ? [] : [`${upTo}about ${timeInWords(secondsLeft)} left`]),
  ].join(' · ');
}

function whole(amount: number): string {
  return Math.round(amount).toLocaleString('en');
}

const SECONDS_OF_MINUTE = 60;
const MINUTES_OF_HOUR = 60;

/** Rounded up: 40 s, 3 min, 2 h 10 min. */
function timeInWords(seconds: number): string {
  if (seconds < 2 * SECONDS_OF_MINUTE) return `${whole(Math.ceil(seconds))} s`;
  const minutes = Math.ceil(seconds / SECONDS_OF_MINUTE);
  if (minutes < 2 * MINUTES_OF_HOUR) return `${whole(minutes)} min`;
  const hours = Math.floor(minutes / MINUTES_OF_HOUR);
  return `${whole(hours)} h ${whole(minutes % MINUTES_OF_HOUR)} min`;
}
