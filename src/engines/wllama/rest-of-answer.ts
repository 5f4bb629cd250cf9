import { PolicyError, type GenerationChunk } from '../../core/index.ts';

/**
 * What follows `told` in an answer that is told again from its beginning, its tokens without log-probabilities.
 *
 * @throws PolicyError where the answer is another one.
 */
export async function* restOf(
  chunks: AsyncIterable<GenerationChunk>,
  told: string,
): AsyncGenerator<GenerationChunk, void, undefined> {
  let again = '';
  for await (const chunk of chunks) {
    if (chunk.type === 'generation-finished') {
      if (again.length < told.length) throw anotherAnswer();
      yield chunk;
      continue;
    }
    const from = Math.max(0, told.length - again.length);
    again += chunk.text;
    if (!again.startsWith(told.slice(0, again.length))) throw anotherAnswer();
    const text = chunk.text.slice(from);
    if (text !== '') yield { type: 'text-added', text, tokens: [{ text, logProbability: null }] };
  }
}

function anotherAnswer(): PolicyError {
  const message = 'The engine could not go on with its answer, and began another when asked again.';
  return new PolicyError('engine-failed', message);
}
