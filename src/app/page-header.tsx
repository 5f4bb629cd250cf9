import type { ReactNode } from 'react';
import { Link, useLocation, useRoute } from 'wouter';
import { KeysButton, RUN_BUTTON_ID } from '../features/playground/index.ts';
import { WhenIdle } from '../ui/index.ts';
import { type KeptTheme, ThemeSwitch } from './theme-switch.tsx';
import styles from './app.module.css';

/** The first thing that Tab reaches: past the header, and on the playground past the set-up too. */
export function SkipLinks() {
  const { isPlayground } = useWhere();
  return (
    <button
      type="button"
      className={styles.skip}
      onClick={() => {
        const run = isPlayground ? document.getElementById(RUN_BUTTON_ID) : null;
        const canFocus = run !== null && !run.matches(':disabled');
        (canFocus ? run : document.getElementById(MAIN_ID))?.focus();
      }}
    >
      {isPlayground ? 'Skip to Run' : 'Skip to the content'}
    </button>
  );
}

/** Which screen the address names; recorded runs are opened from the playground, and belong to it. */
function useWhere() {
  const [onRuns] = useRoute('/runs');
  const [onStudies] = useRoute('/studies');
  const [onModels] = useRoute('/models');
  const [isBeside] = useRoute('/beside/:one/:other?');
  const isElsewhere = onRuns || onStudies || onModels || isBeside;
  return { onRuns, onStudies, onModels, isPlayground: !isElsewhere };
}

/** Addresses after # are the screens', so that places to skip to are found by id. */
export const MAIN_ID = 'main';

export interface PageHeaderProps {
  /** The model of the next run; null where there is none yet. */
  readonly modelName: string | null;
  /** The run on screen, to come back to. */
  readonly runId: string | null;
  readonly theme: KeptTheme;
  /** Stands where there is something to be linked to. */
  readonly copyLink: ReactNode;
}

/** Where one is, where one can go, and which model will write. */
export function PageHeader({ modelName, runId, theme, copyLink }: PageHeaderProps) {
  const { onRuns, onStudies, onModels, isPlayground } = useWhere();
  const [location] = useLocation();
  const screens = [
    {
      name: 'Playground',
      path: runId === null ? '/' : `/run/${runId}`,
      here: isPlayground,
    },
    { name: 'Runs', path: '/runs', here: onRuns },
    { name: 'Studies', path: '/studies', here: onStudies },
    { name: 'Models', path: '/models', here: onModels },
  ];
  return (
    <header className={styles.header}>
      <Brand />
      <nav aria-label="Screens" className={styles.nav}>
        {screens.map(({ name, path, here }) => (
          <Link
            key={name}
            href={path}
            aria-current={here ? 'page' : undefined}
            onClick={(event) => {
              // Who is there already would only lose what the address tells.
              if (path === location) event.preventDefault();
            }}
          >
            {name}
          </Link>
        ))}
      </nav>
      {isPlayground && <Late copyLink={copyLink} />}
      <Link href="/models" className={styles.model ?? ''}>
        {modelName ?? 'No model yet'}
      </Link>
      <ThemeSwitch kept={theme} />
    </header>
  );
}

/** Comes when the page stands: to the left of the rest, so that nothing moves then. */
function Late({ copyLink }: Pick<PageHeaderProps, 'copyLink'>) {
  return (
    <WhenIdle>
      <div className={styles.copyLink}>{copyLink}</div>
      <KeysButton />
    </WhenIdle>
  );
}

function Brand() {
  return (
    <div className={styles.brand}>
      <h1>PRS Playground</h1>
      <p>Preference-Guided Reflective Sampling</p>
    </div>
  );
}
