// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { fakeRewardModel } from '../../../../core/testing/fake-run.ts';
import { MADE_UP_MODEL, REWARD_MODELS, type RewardModelChoice } from '../../../../rewards/index.ts';
import { RewardModelSession } from '../../../../runs/index.ts';
import { ChooseRewardModel } from './choose-reward-model.tsx';
import { FIRST_LOAD_FORM } from './reward-model-form.ts';
import { RewardModelField } from './reward-model-field.tsx';
import type { LoadState, RewardModelTools } from './reward-model-tools.ts';

afterEach(cleanup);

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

/** Draws the field, and tells what it says. */
function field(state: LoadState, busy = false): string {
  cleanup();
  return render(<RewardModelField {...{ tools, state, busy }} />).container.textContent;
}

const button = (name: string): HTMLButtonElement =>
  screen.getByRole<HTMLButtonElement>('button', { name });

describe('RewardModelField', () => {
  it('tells whose figures they are, what matters for preferences and what loading takes', () => {
    const said = field({ status: 'none' });
    const offered = within(screen.getByLabelText('Which reward model')).getAllByRole('option');
    expect(offered.map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(REWARD_MODELS.map(({ name }) => name)),
    );
    expect(said).toContain(
      'A made-up head on the embedded model (proves the path; its rewards mean nothing)',
    );
    expect(said).toContain('RewardBench 85.2 %, as published');
    expect(said).toContain('precise instruction following 40 %, as published');
    expect(said).toContain('not measured here');
    expect(said).toContain('where the preference decides, check its choices');
    expect(said).toContain('Licence: Apache-2.0.');
    expect(said).toContain('Nothing is fetched before you press Load.');
    expect(said).toContain('one of the base model has other weights');
    expect(button('Load').disabled).toBe(true);
  });

  it('offers nothing to fill in for the made-up head, and says what it is', () => {
    const form = { ...FIRST_LOAD_FORM, entryId: MADE_UP_MODEL.id };
    const { container } = render(
      <ChooseRewardModel form={form} onChange={ignore} onLoad={ignore} />,
    );
    expect(screen.getByText('made up').tagName).toBe('SPAN');
    expect(container.textContent).toContain('Its rewards mean nothing');
    expect(container.textContent).not.toMatch(/RewardBench|Backbone from/);
    expect(container.querySelector('input')).toBeNull();
    expect(container.querySelector(':disabled')).toBeNull();
    expect(button('Load').disabled).toBe(false);
  });

  it('complains of half an address', () => {
    const backbone = { ...FIRST_LOAD_FORM.backbone, address: 'model.gguf' };
    render(
      <ChooseRewardModel
        form={{ ...FIRST_LOAD_FORM, backbone }}
        onChange={ignore}
        onLoad={ignore}
      />,
    );
    const address = screen.getByLabelText('Address of the backbone');
    expect(noteOf(address)).toContain('Write a whole address that begins with https://');
  });

  it('shows how far a load is, and lets it be stopped', () => {
    const progress = {
      stage: 'download',
      loadedBytes: 1,
      totalBytes: 4,
      fraction: 0.25,
      message: 'Fetching the backbone',
    } as const;
    const said = field({ status: 'loading', choice, progress });
    const bar = screen.getByRole<HTMLProgressElement>('progressbar', {
      name: 'Fetching the backbone',
    });
    expect([bar.max, bar.value]).toEqual([1, 0.25]);
    expect(button('Cancel loading').disabled).toBe(false);
    expect(said).not.toContain('Which reward model');
  });

  it('badges what is in memory, and keeps it while it is asked', () => {
    const state: LoadState = { status: 'ready', choice, held: rewardModel };
    const said = field(state);
    const heading = screen.getByRole('heading', { level: 3, name: new RegExp(MADE_UP_MODEL.name) });
    expect(within(heading).getByText('rewards mean nothing').tagName).toBe('SPAN');
    expect(said).toContain('Backbone small.gguf; head made up from a seed.');
    expect(said).toContain('by the reward model in memory too');
    expect(button('Give its memory back').disabled).toBe(false);
    field(state, true);
    expect(button('Give its memory back').disabled).toBe(true);
  });

  it('says why it was not loaded, and lets a person choose again', () => {
    const said = field({ status: 'failed', choice, message: 'The disk is <full>.' });
    expect(said).toContain('was not loaded. The disk is <full>.');
    expect(document.querySelector('full')).toBeNull();
    expect(screen.getByLabelText('Which reward model').tagName).toBe('SELECT');
  });
});

/** What stands beneath a control, as a screen reader finds it. */
function noteOf(control: HTMLElement): string {
  const id = control.getAttribute('aria-describedby');
  return (id === null ? null : document.getElementById(id))?.textContent ?? '';
}
