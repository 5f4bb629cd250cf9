import { armLabel, shortened } from '../../../core/index.ts';
import {
  guessRatio,
  isUnderWay,
  type KeptStudy,
  type LackingRuns,
  type StudyView,
} from '../../../studies/index.ts';
import { formatCount, formatSeconds } from '../../../ui/index.ts';

/** "3 prompts × 2 seeds · PRS 4/4, Rand 8 · SmolLM2-135M, scored by rubric". */
export function studyFacts(kept: KeptStudy, scorerName: string): string {
  const { prompts, seeds, shared } = kept.study;
  const times = `${counted(prompts.length, 'prompt')} × ${counted(seeds.length, 'seed')}`;
  return `${times} · ${shared.arms.map(armLabel).join(', ')} · ${kept.model.name}, scored by ${scorerName}`;
}

/**
 * What is happening with the study that the page samples, or sampled last.
 *
 * @param lacks whether its runs lack responses, which their row asks for again: feedback that failed is asked for by its run alone
 */
export function studySentence({ state, progress, problem }: StudyView, lacks: boolean): string {
  switch (state) {
    case 'loading':
      return 'Getting the model ready.';
    case 'sampling':
      return 'Sampling. Close the page whenever you like: what is finished is kept, and it goes on from there.';
    case 'waiting':
      return 'Waiting: the playground’s run has the model and goes first. The study goes on by itself.';
    case 'failed':
      return `Stopped: ${problem ?? 'it is not known why.'}`;
    case 'finished':
      return finishedSentence(progress?.failed ?? 0, lacks);
    case 'stopped':
    case 'idle':
      return 'Stopped.';
  }
}

function finishedSentence(failed: number, lacks: boolean): string {
  if (failed === 0) return 'Finished.';
  const sentence = `Finished, but ${counted(failed, 'text')} failed`;
  return lacks ? `${sentence}.` : `${sentence}: open their runs under Runs to try them again.`;
}

/** What the playground says of a study that is under way, and what a run does to it; null while none is. */
export function besideRunSentence({ state, study, progress }: StudyView): string | null {
  if (study === null || !isUnderWay({ state })) return null;
  const name = `The study “${shortened(study.study.name, 60)}”`;
  if (state === 'waiting') {
    return `${name} waits while this run has the model, and goes on by itself.`;
  }
  const done =
    progress === null
      ? ''
      : `, ${formatCount(progress.runsDone)} of ${counted(progress.runs, 'run')} finished`;
  return `${name} is being sampled${done}. Run goes first all the same: the study waits until it has ended.`;
}

/** "2 of 6 runs, 15 of 42 texts, 12.3 tokens a second, about 3 min 05 s left"; null before the runs are counted. */
export function progressSentence({ state, progress }: StudyView): string | null {
  if (progress === null) return null;
  const { runsDone, runs, textsDone, texts, upTo, tokensPerSecond, secondsLeft } = progress;
  const done = `${formatCount(runsDone)} of ${counted(runs, 'run')}, ${formatCount(textsDone)} of ${upTo}${counted(texts, 'text')}`;
  if (!isUnderWay({ state }) || secondsLeft === null) return done;
  return `${done}, ${tokensPerSecond.toFixed(1)} tokens a second, ${upTo}about ${formatSeconds(secondsLeft)} left`;
}

/** What sampling took, and how good the guess was; null where nothing was sampled here. */
export function spentSentence(
  { guessedSeconds, spent }: KeptStudy,
  isDone: boolean,
): string | null {
  if (spent.texts === 0) return null;
  const took = `Took ${formatSeconds(spent.seconds)} ${isDone ? '' : 'so far '}for ${counted(spent.texts, 'text')} of ${counted(spent.tokens, 'token')}`;
  const ratio = isDone ? guessRatio(guessedSeconds, spent.seconds) : null;
  if (ratio === null || guessedSeconds === null) return `${took}.`;
  const percent = Math.round(Math.abs(ratio - 1) * 100);
  const way = ratio >= 1 ? 'longer' : 'less';
  return `${took}. The guess was ${formatSeconds(guessedSeconds)}: it took ${String(percent)} % ${way}.`;
}

/** What finished runs lack, since texts or rewards of them failed; null where they lack nothing. */
export function lackingSentence(lacking: LackingRuns): string | null {
  const { ids, responses } = lacking;
  if (ids.size === 0) return null;
  const seeds = responses === 0 ? '' : ', with the seeds that they had';
  return `${lackingInWords(lacking)} failed, in ${counted(ids.size, 'run')}. They can be asked for again${seeds}.`;
}

/** "Ask again for 3 responses and 1 reward". */
export function askAgainLabel(lacking: LackingRuns): string {
  return `Ask again for ${lackingInWords(lacking)}`;
}

function lackingInWords({ responses, rewards }: LackingRuns): string {
  return [
    ...(responses > 0 ? [counted(responses, 'response')] : []),
    ...(rewards > 0 ? [counted(rewards, 'reward')] : []),
  ].join(' and ');
}

function counted(count: number, name: string): string {
  return `${formatCount(count)} ${name}${count === 1 ? '' : 's'}`;
}
