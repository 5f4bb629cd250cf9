import { Link, useRoute } from 'wouter';
import { type KeptTheme, ThemeSwitch } from './theme-switch.tsx';
import styles from './app.module.css';

export interface PageHeaderProps {
  /** The model of the next run; null where there is none yet. */
  readonly modelName: string | null;
  /** The run on screen, to come back to. */
  readonly runId: string | null;
  readonly theme: KeptTheme;
}

/** Where one is, where one can go, and which model will write. */
export function PageHeader({ modelName, runId, theme }: PageHeaderProps) {
  const [onRuns] = useRoute('/runs');
  const [onModels] = useRoute('/models');
  const screens = [
    {
      name: 'Playground',
      path: runId === null ? '/' : `/run/${runId}`,
      here: !onRuns && !onModels,
    },
    { name: 'Runs', path: '/runs', here: onRuns },
    { name: 'Models', path: '/models', here: onModels },
  ];
  return (
    <header className={styles.header}>
      <h1 className={styles.brand}>PRS Playground</h1>
      <nav aria-label="Screens" className={styles.nav}>
        {screens.map(({ name, path, here }) => (
          <Link key={name} href={path} aria-current={here ? 'page' : undefined}>
            {name}
          </Link>
        ))}
      </nav>
      <Link href="/models" className={styles.model ?? ''}>
        {modelName ?? 'No model yet'}
      </Link>
      <ThemeSwitch kept={theme} />
    </header>
  );
}
