import { MADE_UP_MODEL, type PairCheck, type SelfTestResult } from '../../../../rewards/index.ts';
import { formatReward } from '../../../../ui/index.ts';

/** What the self-test showed, in a sentence or a few. */
export function resultSentence(result: SelfTestResult): string {
  const { passed, chats, tolerance, deviation, meanTolerance } = result;
  const count = String(chats.length);
  const allowed = formatReward(tolerance);
  if (passed) {
    const off = formatReward(deviation ?? 0);
    return `Passed: all ${count} rewards are within ${allowed} of those computed outside the browser, ${off} off in the root mean square (${formatReward(meanTolerance)} is allowed), and a good and a bad answer score differently.`;
  }
  return `Failed: ${problemsOf(result).join('; ')}. Don’t trust a reward model’s rewards in this browser before it passes: reload the page and try again, or use another browser.`;
}

function problemsOf(result: SelfTestResult): readonly string[] {
  const { chats, pairs, tolerance, deviation, meanTolerance } = result;
  const unscored = chats.filter(({ got }) => got === null);
  const off = chats.filter(({ got, ok }) => got !== null && !ok).length;
  const [first] = unscored;
  return [
    ...(first === undefined
      ? []
      : [`${String(unscored.length)} could not be scored (${first.problem ?? 'no reason given'})`]),
    ...(off === 0
      ? []
      : [
          `${String(off)} of ${String(chats.length)} are off by more than ${formatReward(tolerance)}`,
        ]),
    ...(deviation === null || deviation <= meanTolerance
      ? []
      : [
          `they are ${formatReward(deviation)} off in the root mean square, more than ${formatReward(meanTolerance)}`,
        ]),
    ...(pairs.every(({ ok }) => ok) ? [] : ['a good and a bad answer were not told apart']),
  ];
}

/** What a reward model made of a good and a bad answer. */
export function pairSentence({ model, good, bad, problem }: PairCheck): string {
  if (good === null || bad === null) return `${model}: not scored. ${problem ?? ''}`.trim();
  const figures = `${model}: the good answer got ${formatReward(good)}, the bad one ${formatReward(bad)}.`;
  if (model === MADE_UP_MODEL.name) return `${figures} Which is higher means nothing here.`;
  if (good > bad) return figures;
  return `${figures} A trained reward model gives the good one more: make sure that the GGUF is of the reward model, not of its base model.`;
}
