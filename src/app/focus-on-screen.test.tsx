// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Route, Router, Switch } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { useFocusOnScreen } from './focus-on-screen.ts';

afterEach(cleanup);

function Page() {
  useFocusOnScreen('main');
  return (
    <main id="main" tabIndex={-1}>
      <Switch>
        <Route path="/runs">
          <p>
            <button>Open</button>
          </p>
        </Route>
        <Route>
          <button>Run</button>
        </Route>
      </Switch>
    </main>
  );
}

function open(path: string) {
  const { hook, navigate } = memoryLocation({ path });
  render(
    <Router hook={hook}>
      <Page />
    </Router>,
  );
  return (to: string): void => {
    act(() => {
      navigate(to);
    });
  };
}

it('stands on the new screen where the old one has taken it along', () => {
  const navigate = open('/runs');
  screen.getByRole('button', { name: 'Open' }).focus();
  navigate('/run/a');
  expect(document.activeElement).toBe(screen.getByRole('main'));
});

it('stays where it is while a run gets its address', () => {
  const navigate = open('/');
  const run = screen.getByRole('button', { name: 'Run' });
  run.focus();
  navigate('/run/a');
  expect(document.activeElement).toBe(run);
  run.blur();
  navigate('/run/b');
  expect(document.activeElement).toBe(document.body);
});
