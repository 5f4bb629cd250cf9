// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { ModelServers, ServerAbilities } from '../../core/index.ts';
import type { ChosenModel } from '../../runs/index.ts';
import { ServerForm } from './server-form.tsx';

const ABILITIES: ServerAbilities = {
  software: 'SGLang',
  answersAs: 'b',
  contextTokens: null,
  seed: true,
  topK: 'ignored',
  presencePenalty: 'obeyed',
  logProbabilities: true,
  likeliestTokens: 5,
  usage: false,
  cachedTokens: false,
  forcedDecoding: 'none',
};

function show(changes: Partial<ModelServers> = {}, ownServer: string | null = null) {
  const set = vi.fn<ModelServers['keys']['set']>();
  const servers: ModelServers = {
    keys: { of: () => null, isKept: () => false, set },
    addressOf: (typed) => typed.replace(/\/models$/, ''),
    listModels: () => Promise.resolve(['a', 'b']),
    probe: () => Promise.resolve(ABILITIES),
    open: () => {
      throw new Error('Not wanted here.');
    },
    ...changes,
  };
  const onChoose = vi.fn<(choice: ChosenModel) => void>();
  const form = <ServerForm {...{ servers, ownServer, onChoose }} lacks={() => ['score-text']} />;
  render(<QueryClientProvider client={new QueryClient()}>{form}</QueryClientProvider>);
  return { onChoose, set };
}

afterEach(cleanup);

const type = (label: RegExp, value: string) => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
};
const press = (name: RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
};

it('names a server, lists its models, finds out what one can do, and says which scorers that costs', async () => {
  const { onChoose, set } = show();
  type(/Address/, 'http://lab:8000/v1/models');
  type(/Key/, 'sk-canary');
  expect(screen.getByLabelText<HTMLInputElement>(/Key/).type).toBe('password');
  expect(set).toHaveBeenLastCalledWith('http://lab:8000/v1', 'sk-canary', false);
  fireEvent.click(screen.getByLabelText(/Keep the key/));
  expect(set).toHaveBeenLastCalledWith('http://lab:8000/v1', 'sk-canary', true);
  press(/List its models/);
  fireEvent.change(await screen.findByLabelText(/Model of the server/), { target: { value: 'b' } });
  press(/Find out/);
  const table = await screen.findByRole('group', { name: /What the server can do/ });
  expect(table.textContent).toContain('taken and not obeyed');
  expect(document.body.textContent).toMatch(/rules out: .*Preference information/);
  press(/^Use b$/);
  expect(onChoose).toHaveBeenCalledOnce();
  const source = { kind: 'model-server', url: 'http://lab:8000/v1', model: 'b', inFlight: 8 };
  expect(onChoose.mock.calls[0]?.[0]).toMatchObject({ name: 'b', needsConsent: false, source });
  expect(JSON.stringify(onChoose.mock.calls)).not.toContain('canary');
});

it('says why a server lists nothing', async () => {
  show({ listModels: () => Promise.reject(new Error('It can’t be reached.')) });
  type(/Address/, 'http://lab:8000/v1');
  press(/List its models/);
  expect((await screen.findByRole('alert')).textContent).toBe('It can’t be reached.');
});

it('begins with the server behind the page, which has its key already', () => {
  show({}, 'https://page.test/policy/v1');
  expect(screen.getByLabelText<HTMLInputElement>(/Address/).value).toBe(
    'https://page.test/policy/v1',
  );
  expect(screen.queryByLabelText(/Key/)).toBeNull();
});
