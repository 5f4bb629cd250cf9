import { Tabs } from '@base-ui/react/tabs';
import { type ReactNode, useId } from 'react';
import styles from './layout.module.css';

export interface RegionProps {
  /** Heading and accessible name. */
  readonly name: string;
  /** Stands beside the heading. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the page that can be jumped to by its heading or as a landmark. */
export function Region({ name, aside, children }: RegionProps) {
  const id = useId();
  return (
    <section className={styles.region} aria-labelledby={id}>
      <div className={styles.regionHead}>
        <h2 id={id}>{name}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

export interface DisclosureProps {
  readonly title: string;
  /** What is inside, in a few words, to be read while it is closed. */
  readonly summary?: string;
  readonly children: ReactNode;
}

/** What not everyone needs, one click away. */
export function Disclosure({ title, summary, children }: DisclosureProps) {
  return (
    <details className={styles.disclosure}>
      <summary>
        {title} {summary !== undefined && <small>{summary}</small>}
      </summary>
      <div className={styles.disclosureBody}>{children}</div>
    </details>
  );
}

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
