import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { fakeRewardModel } from '../../../../core/testing/fake-run.ts';
import { MADE_UP_MODEL, REWARD_MODELS, type RewardModelChoice } from '../../../../rewards/index.ts';
import { RewardModelSession } from '../../../../runs/index.ts';
import { ChooseRewardModel } from './choose-reward-model.tsx';
import { FIRST_LOAD_FORM } from './reward-model-form.ts';
import { RewardModelField } from './reward-model-field.tsx';
import type { LoadState, RewardModelTools } from './reward-model-tools.ts';

const refuse = (): never => {
  throw new Error('Nothing may be loaded here.');
};
const ignore = (): void => undefined;
const tools: RewardModelTools = {
  session: new RewardModelSession<RewardModelChoice>(refuse, ignore),
  selfTest: refuse,
};
const choice: RewardModelChoice = {
  entry: MADE_UP_MODEL,
  backbone: { kind: 'embedded' },
  head: { kind: 'published' },
};
const fake = fakeRewardModel(() => 0);
const rewardModel = {
  ...fake,
  description: {
    ...fake.description,
    name: MADE_UP_MODEL.name,
    settings: { backbone: 'small.gguf', head: 'made up from a seed' },
  },
  unload: () => Promise.resolve(),
};

function field(state: LoadState, busy = false): string {
  return renderToStaticMarkup(<RewardModelField {...{ tools, state, busy }} />);
}

describe('RewardModelField', () => {
  it('tells whose figures they are, what matters for preferences and what loading takes', () => {
    const markup = field({ status: 'none' });
    for (const { name } of REWARD_MODELS) expect(markup).toContain(`>${name}</option>`);
    expect(markup).toContain(
      'A made-up head on the embedded model (proves the path; its rewards mean nothing)',
    );
    expect(markup).toContain('RewardBench 85.2 %, as published');
    expect(markup).toContain('precise instruction following 40 %, as published');
    expect(markup).toContain('not measured here');
    expect(markup).toContain('where the preference decides, check its choices');
    expect(markup).toContain('Licence: Apache-2.0.');
    expect(markup).toContain('Nothing is fetched before you press Load.');
    expect(markup).toContain('one of the base model has other weights');
    expect(markup).toMatch(/<button[^>]* disabled=""[^>]*>Load<\/button>/);
  });

  it('offers nothing to fill in for the made-up head, and says what it is', () => {
    const form = { ...FIRST_LOAD_FORM, entryId: MADE_UP_MODEL.id };
    const markup = renderToStaticMarkup(
      <ChooseRewardModel form={form} onChange={ignore} onLoad={ignore} />,
    );
    expect(markup).toContain('>made up</span>');
    expect(markup).toContain('Its rewards mean nothing');
    expect(markup).not.toMatch(/RewardBench|<input|Backbone from/);
    expect(markup).not.toContain('disabled=""');
  });

  it('complains of half an address', () => {
    const backbone = { ...FIRST_LOAD_FORM.backbone, address: 'model.gguf' };
    const markup = renderToStaticMarkup(
      <ChooseRewardModel
        form={{ ...FIRST_LOAD_FORM, backbone }}
        onChange={ignore}
        onLoad={ignore}
      />,
    );
    expect(markup).toContain('Write a whole address that begins with https://');
  });

  it('shows how far a load is, and lets it be stopped', () => {
    const progress = {
      stage: 'download',
      loadedBytes: 1,
      totalBytes: 4,
      fraction: 0.25,
      message: 'Fetching the backbone',
    } as const;
    const markup = field({ status: 'loading', choice, progress });
    expect(markup).toContain('<progress aria-label="Fetching the backbone" max="1" value="0.25">');
    expect(markup).toContain('>Cancel loading</button>');
    expect(markup).not.toContain('Which reward model');
  });

  it('badges what is in memory, and keeps it while it is asked', () => {
    const state: LoadState = { status: 'ready', choice, held: rewardModel };
    const markup = field(state);
    expect(markup).toContain(`<h3>${MADE_UP_MODEL.name} <span`);
    expect(markup).toContain('>rewards mean nothing</span>');
    expect(markup).toContain('Backbone small.gguf; head made up from a seed.');
    expect(markup).toContain('by the reward model in memory too');
    expect(markup).toMatch(/<button type="button" class="[^"]*">Give its memory back</);
    expect(field(state, true)).toMatch(/<button[^>]* disabled="">Give its memory back</);
  });

  it('says why it was not loaded, and lets a person choose again', () => {
    const markup = field({ status: 'failed', choice, message: 'The disk is <full>.' });
    expect(markup).toContain('was not loaded. The disk is &lt;full&gt;.');
    expect(markup).toContain('Which reward model');
  });
});
