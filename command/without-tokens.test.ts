import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withoutTokens } from './without-tokens.ts';

const hostile = fc.constantFrom(
  '"tokens":[',
  '\\"tokens\\":[',
  ']',
  '[',
  '\\',
  '"',
  'tokens',
  'ü😀',
);
const text = fc
  .array(fc.oneof(hostile, fc.string({ unit: 'binary' })))
  .map((parts) => parts.join(''));
const token = fc.record({
  text,
  logProbability: fc.option(fc.integer()),
  topLogProbabilities: fc.array(fc.record({ text, logProbability: fc.integer() })),
});
const event = fc.record(
  { type: text, text, tokens: fc.array(token), usage: fc.record({ tokens: fc.nat() }) },
  { requiredKeys: ['type'] },
);

it('leaves a run as it is but for its tokens, whatever its texts say', () => {
  fc.assert(
    fc.property(fc.record({ name: text, events: fc.array(event) }), (run) => {
      const bare = withoutTokens(Buffer.from(JSON.stringify(run))).toString('utf8');
      const emptied = run.events.map((each) => ('tokens' in each ? { ...each, tokens: [] } : each));
      expect(bare).toBe(JSON.stringify({ ...run, events: emptied }));
    }),
  );
});
