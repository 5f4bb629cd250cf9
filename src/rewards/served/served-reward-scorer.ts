import * as z from 'zod/mini';
import { late, noPlainWebAddress, plainWebAddress } from '../../core/index.ts';
import type { PointwiseScorer } from '../scorer-contract.ts';
import { valueOf, type Setting } from '../scorer-settings.ts';

const ADDRESS: Setting<string> = { id: 'servedRewardAddress', schema: z.string(), usual: '' };

const CODE = late('What asks reward servers', () => import('./served-reward-model.ts'));

/** A reward model behind a server: its address names the contract that it is asked by. */
export const servedReward: PointwiseScorer = {
  id: 'served-reward',
  name: 'Reward server',
  about:
    'A reward model behind a server of yours: vLLM’s /classify, /pooling or /score, TEI’s /predict, or any that answers {prompt, preference, response} by {reward}.',
  cost: 'A request for each response.',
  reads: 'texts',
  comparesPairs: false,
  notMeasured: 'How good it is, the server decides.',
  pageOnly: 'A reward server is named on the page.',
  code: CODE,
  fields: [
    {
      shownAs: 'text',
      setting: ADDRESS,
      label: 'Address of the reward server, with its path',
      rows: 1,
      back: 'Clear address',
      isPlace: true,
      problemOf: (typed) => {
        if (typed.trim() === '') return 'Write a reward server’s address.';
        return plainWebAddress(typed) === null ? noPlainWebAddress(typed) : null;
      },
    },
  ],
  make: async ({ values }, { servers }) => {
    const { createServedReward, keysOf } = await CODE.load();
    return createServedReward(valueOf(values, ADDRESS), keysOf(servers));
  },
};
