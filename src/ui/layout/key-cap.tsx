import styles from './layout.module.css';

/** A key of the keyboard, as it looks. */
export function KeyCap({ name }: { readonly name: string }) {
  return <kbd className={styles.keyCap}>{name}</kbd>;
}
