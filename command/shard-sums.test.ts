import { expect, it } from 'vitest';
import { sumOf, ToldSums } from './shard-sums.ts';

const RUN = '{"run":1}';

/** What a file tells of one run whose last line is `line`. */
function vouchedBy(line: string): ReadonlySet<string> | null {
  const told = new ToldSums();
  told.read(Buffer.from(RUN), Buffer.from(RUN));
  told.read(Buffer.from(line), null);
  return told.vouched;
}

it('has runs read by those sums that a damaged line still tells', () => {
  expect(vouchedBy(`"sums": "${sumOf(RUN)} 0000`)).toEqual(new Set([sumOf(RUN)]));
});

it('says that none is told where a damaged line of sums tells nothing more', () => {
  expect(vouchedBy('"sums": "')).toBeNull();
});
