import { type ReactNode, useId } from 'react';
import { useOpened } from '../use-opened.ts';
import styles from './layout.module.css';

export interface RegionProps {
  /** Heading and accessible name. */
  readonly name: string;
  /** Another word that people look for it by, after its name: for who doesn't see it. */
  readonly alsoCalled?: string;
  /** Stands beside the heading, or in its place where that is unseen. */
  readonly aside?: ReactNode;
  /** The heading is for screen readers alone: what is inside says it by itself. */
  readonly isNameUnseen?: boolean;
  readonly children: ReactNode;
}

/** A part of the page that can be jumped to by its heading or as a landmark. */
export function Region(props: RegionProps) {
  const { name, alsoCalled, aside, isNameUnseen = false, children } = props;
  const id = useId();
  return (
    <section className={styles.region} aria-labelledby={id}>
      {(!isNameUnseen || aside !== undefined) && (
        <div className={styles.regionHead}>
          {!isNameUnseen && (
            <h2 id={id}>
              {name}
              {alsoCalled !== undefined && <span className={styles.unseen}> ({alsoCalled})</span>}
            </h2>
          )}
          {aside}
        </div>
      )}
      {isNameUnseen && (
        <h2 id={id} className={styles.unseen}>
          {name}
        </h2>
      )}
      {children}
    </section>
  );
}

export interface DisclosureProps {
  readonly title: string;
  /** What is inside, in a few words, to be read while it is closed. */
  readonly summary?: string;
  /** Open until a person closes it. */
  readonly isOpen?: boolean;
  /** Whether what is inside is drawn only once it is opened. */
  readonly isLate?: boolean;
  readonly children: ReactNode;
}

/** What not everyone needs, one click away. */
export function Disclosure(props: DisclosureProps) {
  const { title, summary, isOpen = false, isLate = false, children } = props;
  const { wasOpened, onToggle } = useOpened(isOpen);
  return (
    <details className={styles.disclosure} open={isOpen} onToggle={onToggle}>
      <summary>
        {title} {summary !== undefined && <small>{summary}</small>}
      </summary>
      <div className={styles.disclosureBody}>{(!isLate || wasOpened) && children}</div>
    </details>
  );
}
