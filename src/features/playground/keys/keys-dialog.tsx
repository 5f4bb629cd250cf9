import { Fragment, type ReactNode } from 'react';
import { Dialog } from '../../../ui/dialogs.ts';
import { Button, CheckboxField, KeyCap, type Shortcut, useSingleKeys } from '../../../ui/index.ts';
import { SHORTCUTS, type ToldShortcut } from '../shortcut-table.ts';
import styles from './keys.module.css';

export interface KeysDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Which keys do what, and the switch that turns those of one character off. */
export function KeysDialog({ open, onClose }: KeysDialogProps) {
  const { isOn, turn } = useSingleKeys();
  const told = Object.values<ToldShortcut>(SHORTCUTS);
  return (
    <Dialog
      title="Keys"
      open={open}
      onClose={onClose}
      actions={<Button onClick={onClose}>Close</Button>}
    >
      <KeyList
        rows={told.map((shortcut) => ({
          keys: <Chord shortcut={shortcut} />,
          does: shortcut.does,
          isOff: !isOn && shortcut.withControl !== true,
        }))}
      />
      <CheckboxField
        label="Keys of one character"
        checked={isOn}
        onChange={turn}
        hint="They never count in a field or with another key. Off, the page listens to none of them; the buttons stay."
      />
      <h3 className={styles.heading}>On a node of the picture</h3>
      <KeyList
        rows={ON_A_NODE.map(({ keys, does }) => ({ keys: <Keys of={keys} />, does, isOff: false }))}
      />
    </Dialog>
  );
}

interface KeyRow {
  readonly keys: ReactNode;
  readonly does: string;
  readonly isOff: boolean;
}

function KeyList({ rows }: { readonly rows: readonly KeyRow[] }) {
  return (
    <dl className={styles.keys}>
      {rows.map(({ keys, does, isOff }) => (
        <div key={does} data-off={isOff}>
          <dt>{keys}</dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}

function Chord({ shortcut }: { readonly shortcut: Shortcut }) {
  const { key, withControl } = shortcut;
  const name = <KeyCap name={key.length === 1 ? key.toUpperCase() : key} />;
  if (withControl !== true) return name;
  return (
    <>
      <KeyCap name="Ctrl" /> or <KeyCap name="⌘" /> + {name}
    </>
  );
}

function Keys({ of }: { readonly of: readonly string[] }) {
  return of.map((key, place) => (
    <Fragment key={key}>
      {place > 0 && ' '}
      <KeyCap name={key} />
    </Fragment>
  ));
}

/** What the pictures themselves listen to, where Tab has led into one. */
const ON_A_NODE: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['←', '→'], does: 'The node before, the next one' },
  { keys: ['↑', '↓'], does: 'What it came from, what came of it' },
  { keys: ['Home', 'End'], does: 'First and last of its layer' },
  { keys: ['Enter', 'Space'], does: 'Read it' },
  { keys: ['+', '−', '0'], does: 'In the order layout: nearer, further, all of it' },
];
