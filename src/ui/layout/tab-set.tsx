import { Tabs } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import styles from './layout.module.css';

export interface TabSetProps {
  /** Accessible name of the row of tabs. */
  readonly label: string;
  readonly tabs: readonly TabItem[];
}

export interface TabItem {
  readonly name: string;
  readonly content: ReactNode;
}

/** Several views of one thing; starts with the first. */
export function TabSet({ label, tabs }: TabSetProps) {
  return (
    <Tabs.Root defaultValue={tabs[0]?.name}>
      <Tabs.List className={styles.tabList} aria-label={label} activateOnFocus>
        {tabs.map(({ name }) => (
          <Tabs.Tab key={name} value={name} className={styles.tab}>
            {name}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ name, content }) => (
        <Tabs.Panel key={name} value={name} className={styles.tabPanel}>
          {content}
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  );
}
