import { useId, type ReactNode } from 'react';
import { Note } from '../notes-and-progress.tsx';
import { TextField } from './text-field.tsx';
import styles from './fields.module.css';

export interface AddressFieldProps {
  readonly label: string;
  readonly value: string;
  /** What the value was read as; null where it is no whole web address. */
  readonly url: string | null;
  readonly onChange: (value: string) => void;
}

/** A web address that is typed; what isn't a whole one is said beneath. */
export function AddressField({ label, value, url, onChange }: AddressFieldProps) {
  const isWrong = value.trim() !== '' && url === null;
  return (
    <TextField
      {...{ label, value, onChange }}
      rows={1}
      problem={isWrong ? addressProblem(value.trim()) : null}
    />
  );
}

function addressProblem(typed: string): string {
  const { username = '', password = '' } = URL.canParse(typed) ? new URL(typed) : {};
  return username === '' && password === ''
    ? 'Write a whole address that begins with https:// or http://, of at most 900 characters.'
    : 'Take the name and password out of the address: it would be kept with each run.';
}

/** The last part of an address's path, for a name. */
export function fileNameOf(address: string): string {
  const parts = new URL(address).pathname.split('/').filter((part) => part !== '');
  const last = parts.at(-1) ?? address;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

export interface FileFieldProps {
  readonly label: string;
  /** What the file chooser offers, for example ".gguf". */
  readonly accept: string;
  readonly onChange: (files: readonly File[]) => void;
  /** What is said beneath. */
  readonly children: ReactNode;
}

/** Files from this machine. */
export function FileField({ label, accept, onChange, children }: FileFieldProps) {
  const id = useId();
  return (
    <div className={styles.file}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept={accept}
        multiple
        onChange={(event) => {
          onChange([...(event.target.files ?? [])]);
        }}
      />
      <Note>{children}</Note>
    </div>
  );
}
