import styles from './playground.module.css';

/** What a narrow page shows one of at a time. */
export type Pane = 'setup' | 'tree' | 'node';

const NAMES: Readonly<Record<Pane, string>> = { setup: 'Set-up', tree: 'Tree', node: 'Node' };

interface PaneSwitchProps {
  readonly pane: Pane;
  readonly onChange: (pane: Pane) => void;
}

/** On a narrow page, one pane at a time; each keeps its place. On a wide one all are shown and this is not. */
export function PaneSwitch({ pane, onChange }: PaneSwitchProps) {
  return (
    <div className={styles.switch} role="group" aria-label="Panes">
      {(['setup', 'tree', 'node'] as const).map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === pane}
          onClick={() => {
            onChange(each);
          }}
        >
          {NAMES[each]}
        </button>
      ))}
    </div>
  );
}
