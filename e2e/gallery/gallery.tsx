import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import '../../src/ui/fonts.css';
import '../../src/ui/theme.css';
import '../../src/ui/base.css';
import type { GalleryState } from './gallery-state.ts';
import { STATES } from './states.tsx';

/** One state on a page of its own, where the address names it; else the list of all. */
function Gallery() {
  const hash = useSyncExternalStore(watchHash, () => location.hash);
  const name = decodeURIComponent(hash.slice(1));
  const state = STATES.find((each) => each.name === name);
  if (state !== undefined) {
    return (
      <QueryClientProvider client={new QueryClient()}>
        <main style={{ maxWidth: state.width, padding: 16, margin: '0 auto' }}>
          <h1>{state.name}</h1>
          <Drawn {...state} />
        </main>
      </QueryClientProvider>
    );
  }
  return (
    <main style={{ padding: 16 }}>
      <h1>Gallery of states</h1>
      <p>Every pane in every state, from data that is made up: light or dark as the system is.</p>
      <ul>
        {STATES.map((each) => (
          <li key={each.name}>
            <a href={`#${encodeURIComponent(each.name)}`} style={{ color: 'inherit' }}>
              {each.name}
            </a>
          </li>
        ))}
      </ul>
    </main>
  );
}

/** A state that the pane itself keeps is led to as a person would. */
function Drawn({ draw, press }: GalleryState) {
  const ref = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    if (press === undefined) return;
    const buttons = [...(ref.current?.querySelectorAll('button') ?? [])];
    buttons.find(({ textContent }) => textContent === press)?.click();
  }, [press]);
  return <div ref={ref}>{draw()}</div>;
}

function watchHash(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => {
    removeEventListener('hashchange', listener);
  };
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root.');
createRoot(root).render(<Gallery />);
