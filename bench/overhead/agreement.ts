import type { Call } from './page-run.ts';
import type { Round } from './round.ts';

/** Where a round was not asked the same or did not answer the same as the first in the page; a sentence each. */
export function disagreements(rounds: readonly Round[]): readonly string[] {
  const expected = rounds[0]?.page.calls ?? [];
  return rounds.flatMap(({ page, bare }, place) => {
    const differing = {
      'the page sent other requests': expected.filter(
        ({ request }, at) => !sameValue(request, page.calls[at]?.request),
      ),
      'the page wrote other texts': expected.filter(
        (call, at) => !sameAnswer(call, page.calls[at]),
      ),
      'the bare engine wrote other texts': expected.filter(
        (call, at) => !sameAnswer(call, bare.answers[at]),
      ),
    };
    return Object.entries(differing)
      .filter(([, calls]) => calls.length > 0)
      .map(([what, calls]) => {
        const names = calls.map(({ name }) => name).join(', ');
        return `Round ${String(place + 1)}: ${what} for ${names}.`;
      });
  });
}

function sameAnswer(call: Call, other: Pick<Call, 'text' | 'usage'> | undefined): boolean {
  return call.text === other?.text && call.usage.completionTokens === other.usage.completionTokens;
}

function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
