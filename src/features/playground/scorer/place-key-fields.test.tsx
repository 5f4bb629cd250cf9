// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { late, type ModelServers, type ServerKeys } from '../../../core/index.ts';
import { SCORERS } from '../../../rewards/index.ts';
import { ModelServersContext } from '../../model-servers-context.ts';
import { SettingFields } from './setting-fields.tsx';

const refuse = (): never => {
  throw new Error('Not wanted here.');
};

const FIELDS = SCORERS.flatMap(({ fields = [] }) => fields).filter(
  (field) => field.shownAs === 'text' && field.isPlace === true,
);

const SERVERS: ModelServers = {
  keys: { of: () => null, isKept: () => false, set: refuse },
  addressOf: (typed) => typed.replace(/\/$/, ''),
  ...{ listModels: refuse, probe: refuse, open: refuse },
};

function show(address: string, fetch?: () => Promise<ModelServers>) {
  const set = vi.fn<ServerKeys['set']>();
  const servers: ModelServers = { ...SERVERS, keys: { ...SERVERS.keys, set } };
  const known = late('What asks servers', fetch ?? (() => Promise.resolve(servers)));
  const onChange = vi.fn();
  render(
    <ModelServersContext value={known}>
      <SettingFields
        fields={FIELDS}
        values={{ servedRewardAddress: address }}
        onChange={onChange}
      />
    </ModelServersContext>,
  );
  return { set, onChange };
}

afterEach(cleanup);

it('takes the key of a reward server by its address, and sets nothing of the scorer with it', async () => {
  const { set, onChange } = show('http://lab:9000/');
  const key = await screen.findByLabelText<HTMLInputElement>(/^Key/);
  expect(key.type).toBe('password');
  fireEvent.change(key, { target: { value: 'sk-canary' } });
  expect(set).toHaveBeenLastCalledWith('http://lab:9000', 'sk-canary', false);
  fireEvent.click(screen.getByLabelText(/^Keep the key/));
  expect(set).toHaveBeenLastCalledWith('http://lab:9000', 'sk-canary', true);
  expect(onChange).not.toHaveBeenCalled();
});

it('says why no key can be given, and asks for none where the address is none', async () => {
  const fetch = vi.fn(() => Promise.reject<ModelServers>(new Error('Gone.')));
  show('http://lab:9000/?key=1', fetch);
  await screen.findByLabelText(/^Address of the reward server/);
  expect(fetch).not.toHaveBeenCalled();
  cleanup();
  show('http://lab:9000/', fetch);
  expect((await screen.findByRole('alert')).textContent).toMatch(/could not be fetched/);
  expect(screen.queryByLabelText(/^Key/)).toBeNull();
  fetch.mockResolvedValueOnce(SERVERS);
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByLabelText(/^Key/)).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

it('clears the address by a button that stands before the key, leaves the key, and keeps the focus where it is typed', async () => {
  const { set, onChange } = show('http://lab:9000/');
  const clear = await screen.findByRole('button', { name: 'Clear address' });
  const key = await screen.findByLabelText(/^Key/);
  expect(clear.compareDocumentPosition(key)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  clear.focus();
  fireEvent.click(clear);
  expect(onChange).toHaveBeenCalledWith({ servedRewardAddress: '' });
  expect(set).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(screen.getByLabelText(/^Address of the reward server/));
  cleanup();
  show('');
  await screen.findByLabelText(/^Address of the reward server/);
  expect(screen.queryByRole('button', { name: 'Clear address' })).toBeNull();
});
